import { lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { OkmError } from '#contract/errors.ts';
import type { OwnCaseFile } from '#contract/own-cases.ts';
import { writeFile } from '../files/write-file.ts';
import { readCaseFile } from '../library/read-case-files.ts';

const BIN_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * Reads a file of an own case for editing; null where there is none.
 *
 * @throws OkmError FILE_REFUSED for what is no text: a link, a folder, another encoding, too large a file
 */
export async function readForEdit(folder: string, file: string): Promise<OwnCaseFile | null> {
  try {
    const read = await readCaseFile(join(folder, file), folder);
    if (read.text === undefined) {
      const detail = read.problem?.message.en ?? '';
      throw new OkmError('FILE_REFUSED', { file: join(folder, file), reason: 'not-text', detail });
    }
    return { file, text: read.text, hash: read.hash };
  } catch (error) {
    if (error instanceof OkmError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ENOENT') return null;
    throw new OkmError('FILE_REFUSED', { file: join(folder, file), reason: 'missing', detail: code });
  }
}

/** Writes a file of an own case whole; its folder is made where it is missing. @throws OkmError FILE_NOT_WRITABLE, DISK_FULL */
export async function writeCaseText(folder: string, file: string, text: string): Promise<void> {
  const path = join(folder, file);
  await makeFolder(dirname(path));
  await writeFile(path, text.normalize('NFC'));
}

/** The bin of own cases: files as they were, in a folder of their own for each removal. */
export interface CaseBin {
  /** Moves files of the folder of cases into the bin; answers what names the removal. */
  put(folder: string, files: readonly string[]): Promise<string>;
  /** Moves them back, and answers which they were. @throws OkmError CASE_NOT_FOUND, CASE_ID_TAKEN */
  takeBack(folder: string, bin: string): Promise<readonly string[]>;
  /** Deletes for good what has been there for thirty days. */
  tidy(): Promise<void>;
}

/** Opens the bin under a data folder. */
export function openCaseBin(binDir: string, now: () => Date): CaseBin {
  let last = 0;
  return {
    async put(folder, files) {
      // Two removals within a millisecond are two removals.
      last = Math.max(last + 1, now().getTime());
      const bin = `${last}`;
      for (const file of files) {
        const target = join(binDir, bin, file);
        await makeFolder(dirname(target));
        await move(join(folder, file), target);
      }
      return bin;
    },
    async takeBack(folder, bin) {
      const root = join(binDir, /^\d{1,16}$/.test(bin) ? bin : '0');
      const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
      const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
      if (files.length === 0) throw new OkmError('CASE_NOT_FOUND', { id: bin, nearest: [] });
      for (const file of files) {
        const id = basename(file).replace(/\..*$/, '');
        if (await isThere(join(folder, file))) throw new OkmError('CASE_ID_TAKEN', { id, free: `${id}-2` });
      }
      for (const file of files) {
        await makeFolder(dirname(join(folder, file)));
        await move(join(root, file), join(folder, file));
      }
      await rm(root, { recursive: true, force: true });
      return files.map((file) => file.replaceAll('\\', '/'));
    },
    async tidy() {
      const names = await readdir(binDir).catch(() => []);
      for (const name of names) {
        const age = now().getTime() - Number(name);
        if (/^\d{1,16}$/.test(name) && age > BIN_DAYS * DAY_MS) {
          await rm(join(binDir, name), { recursive: true, force: true });
        }
      }
    },
  };
}

export async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return; // gone meanwhile
    throw new OkmError('FILE_NOT_WRITABLE', { file: from }, { cause });
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    throw new OkmError('FILE_NOT_WRITABLE', { file: folder }, { cause });
  }
}
