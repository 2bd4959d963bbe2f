import { join } from 'node:path';
import { OkmError } from '#contract/errors.ts';

/** Turns what SQLite or the file system says into a failure of the contract. */
export function toOkmError(error: unknown, folder: string): OkmError {
  if (error instanceof OkmError) return error;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EFBIG' || code === 'EDQUOT') {
    return new OkmError('DISK_FULL', { folder }, { cause: error });
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new OkmError('STORE_DAMAGED', { file: join(folder, 'okm.db') }, { cause: error });
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code === 'SQLITE_CANTOPEN' ||
    code === 'EACCES' ||
    code === 'EPERM' ||
    code === 'EROFS' ||
    // A file stands where the folder should be.
    code === 'EEXIST'
  ) {
    return new OkmError('FOLDER_READONLY', { folder }, { cause: error });
  }
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new OkmError('FOLDER_MISSING', { folder }, { cause: error });
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO')
    return new OkmError('DISK_ERROR', { folder }, { cause: error });
  if (code.startsWith('SQLITE_BUSY')) return new OkmError('STORE_BUSY', {}, { cause: error });
  throw error;
}
