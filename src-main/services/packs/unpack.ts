import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OkmError } from '#contract/errors.ts';
import type { ReadPack, VerifyOptions } from './read-casepack.ts';

/**
 * Unpacks a pack into a folder that is not there yet. It is checked whole first; then written into a folder
 * beside, and moved in one step: the folder is there with everything in it, or not at all.
 *
 * @throws OkmError PACK_CORRUPT, FILE_NOT_WRITABLE, DISK_FULL
 */
export async function unpackCasepack(
  pack: ReadPack,
  folder: string,
  options: VerifyOptions = {},
): Promise<void> {
  if (await isThere(folder)) throw new OkmError('FILE_NOT_WRITABLE', { file: folder });
  await pack.verify(options);
  const beside = join(dirname(folder), `.okm-${randomBytes(8).toString('hex')}`);
  try {
    await mkdir(beside, { mode: 0o700 });
    for (const path of pack.paths()) {
      options.signal?.throwIfAborted();
      await writeEntry(pack, path, join(beside, ...path.split('/')));
    }
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw toWriteError(error, folder);
  }
}

async function writeEntry(pack: ReadPack, path: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  // `wx`: nothing is written through a link, nor over what is there.
  const handle = await open(target, 'wx', 0o600);
  try {
    await pack.pass(path, async (piece) => {
      await handle.writeFile(piece);
    });
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function toWriteError(error: unknown, folder: string): unknown {
  if (error instanceof OkmError) return error;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EFBIG' || code === 'EDQUOT') {
    return new OkmError('DISK_FULL', { folder: dirname(folder) }, { cause: error });
  }
  return typeof code === 'string'
    ? new OkmError('FILE_NOT_WRITABLE', { file: folder }, { cause: error })
    : error;
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
