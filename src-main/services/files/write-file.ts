import { access, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeFile as writeAtomically } from 'atomically';
import { OkmError } from '#contract/errors.ts';

/** How long another program, such as a virus scanner, may hold the file before we give up, milliseconds. */
const TIMEOUT_MS = 20_000;

/**
 * Writes a file so that it is old or new and never between: a temporary file beside it, flushed, renamed
 * over it, and the folder flushed too, so that the name survives a power cut. The folder must be there: one
 * that is not is a mistyped path, and is not made.
 *
 * @throws OkmError DISK_FULL, FILE_NOT_WRITABLE
 */
export async function writeFile(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await access(dirname(file));
    const data = typeof content === 'string' ? content : Buffer.from(content);
    await writeAtomically(file, data, { mode: 0o600, timeout: TIMEOUT_MS });
    await flushFolder(dirname(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOSPC' || code === 'EFBIG' || code === 'EDQUOT') {
      throw new OkmError('DISK_FULL', { folder: dirname(file) }, { cause: error });
    }
    throw new OkmError('FILE_NOT_WRITABLE', { file }, { cause: error });
  }
}

async function flushFolder(folder: string): Promise<void> {
  // Windows cannot open a folder, and keeps its names in a journal of its own.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // Some mounts cannot flush a folder; the file itself has been flushed.
    if (code !== 'EINVAL' && code !== 'ENOTSUP' && code !== 'EBADF') throw error;
  } finally {
    await handle.close();
  }
}
