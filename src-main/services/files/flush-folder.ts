import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Flushes a folder, so that a name in it survives a power cut. Where that cannot be done, the file has been. */
export function flushFolderSync(folder: string): void {
  // Windows cannot open a folder, and keeps its names in a journal of its own.
  if (process.platform === 'win32') return;
  const fd = openSync(folder, 'r');
  try {
    fsyncSync(fd);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EINVAL' && code !== 'ENOTSUP' && code !== 'EBADF') throw error;
  } finally {
    closeSync(fd);
  }
}

/** Flushes a file that another has written. */
export function flushFileSync(file: string): void {
  const fd = openSync(file, 'r+');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
