import { existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import type { RestorePreview } from '#contract/data.ts';
import { flushFolderSync } from '../files/flush-folder.ts';
import { commitSeq } from '../store/database.ts';
import { readJournal } from '../store/journal.ts';
import { compareItems, type Item, itemsOf } from './items.ts';
import type { Jobs } from './jobs.ts';
import { listOwnFiles, packedFiles, unpackOwnFiles } from './own-files.ts';
import { makingFile, openBackup, rebuild } from './rebuild.ts';
import { keepCopies, keptFolder, takePlace, withFolder } from './swap.ts';

/**
 * What restoring a backup would add, change and remove.
 *
 * @throws OkmError FILE_REFUSED, SCHEMA_NEWER
 */
export function previewRestore({ file, folder }: Jobs['preview']['input']): RestorePreview {
  const source = openBackup(file);
  const making = join(folder, 'preview.tmp');
  try {
    const db = rebuild(source, making);
    try {
      return compare(db, source, folder);
    } finally {
      db.close();
    }
  } finally {
    source.close();
    for (const part of ['', '-wal', '-shm', '-journal']) rmSync(`${making}${part}`, { force: true });
  }
}

/**
 * Brings a backup in the place of what is there, which is kept in a folder `replaced-…`. The caller has
 * backed it up before, and has closed the database.
 *
 * @throws OkmError FILE_REFUSED, SCHEMA_NEWER, FOLDER_IN_USE
 */
export function restore({ file, folder, at }: Jobs['restore']['input']): Jobs['restore']['output'] {
  return withFolder(folder, at, () => {
    const source = openBackup(file);
    try {
      const db = rebuild(source, makingFile(folder));
      const preview = compare(db, source, folder);
      const kept = keptFolder(folder, 'replaced', at);
      keepCopies(folder, kept);
      const last = Math.max(presentSeq(folder), readJournal(folder).last, commitSeq(db));
      takePlace(db, folder, last + 1);
      unpackOwnFiles(source, join(folder, 'cases'), join(kept, 'cases'));
      flushFolderSync(folder);
      return { replaced: basename(kept), preview };
    } finally {
      source.close();
    }
  });
}

function compare(db: Database.Database, source: Database.Database, folder: string): RestorePreview {
  const files = packedFiles(source);
  const asItem = ({ path, sha256 }: { path: string; sha256: string }): Item => ({
    kind: 'case',
    id: path,
    label: path,
    content: sha256,
  });
  const present = files ? listOwnFiles(join(folder, 'cases')).map(asItem) : [];
  return compareItems([...presentItems(folder), ...present], [...itemsOf(db), ...(files ?? []).map(asItem)]);
}

/** What is there now; nothing where it cannot be read. */
function presentItems(folder: string): Item[] {
  return reading(folder, itemsOf) ?? [];
}

function presentSeq(folder: string): number {
  return reading(folder, commitSeq) ?? 0;
}

function reading<T>(folder: string, read: (db: Database.Database) => T): T | undefined {
  const file = join(folder, 'okm.db');
  if (!existsSync(file)) return undefined;
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return read(db);
    } finally {
      db.close();
    }
  } catch {
    return undefined; // damaged: that is what the restore is for
  }
}
