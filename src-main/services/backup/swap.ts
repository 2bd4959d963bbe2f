import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { OkmError } from '#contract/errors.ts';
import { flushFileSync, flushFolderSync } from '../files/flush-folder.ts';
import { checkDatabase } from '../store/check-database.ts';
import { takeLock } from '../store/database.ts';
import { journalFile } from '../store/journal.ts';
import { makingFile } from './rebuild.ts';

/** The database and what belongs to it. The log goes first: a log without its database is harmless. */
const TRIO = ['okm.db-wal', 'okm.db-shm', 'okm.db'] as const;

/** Holds the folder while something is put in the database's place. @throws OkmError FOLDER_IN_USE */
export function withFolder<T>(folder: string, at: string, work: () => T): T {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = takeLock(folder, { door: 'restore', pid: process.pid, since: at });
  if (lock instanceof OkmError) throw lock;
  try {
    return work();
  } finally {
    lock.release();
  }
}

/** A folder that is not there yet, named after what it keeps and when. */
export function keptFolder(folder: string, kind: 'damaged' | 'replaced', at: string): string {
  const stamp = at.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  for (let attempt = 0; ; attempt += 1) {
    const kept = join(folder, `${kind}-${stamp}${attempt === 0 ? '' : `-${attempt}`}`);
    if (existsSync(kept)) continue;
    mkdirSync(kept, { mode: 0o700 });
    return kept;
  }
}

/** Copies the database's files and its journal aside, to the disk, before anything is done about them. */
export function keepCopies(folder: string, kept: string): void {
  for (const name of TRIO) {
    if (!existsSync(join(folder, name))) continue;
    copyFileSync(join(folder, name), join(kept, name));
    flushFileSync(join(kept, name));
  }
  if (existsSync(journalFile(folder))) copyFileSync(journalFile(folder), join(kept, 'journal.jsonl'));
  flushFolderSync(kept);
}

/**
 * Puts a rebuilt database in the place of the one that is there, whose copies have been kept. Its commits are
 * numbered on from the highest number ever given, and its journal begins anew.
 */
export function takePlace(db: Database.Database, folder: string, seq: number): void {
  db.prepare('UPDATE meta SET commit_seq = ?').run(seq);
  const [fault] = checkDatabase(db);
  if (fault) {
    db.close();
    throw new OkmError('STORE_DAMAGED', { file: makingFile(folder) });
  }
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.pragma('journal_mode = DELETE');
  db.close();
  flushFileSync(makingFile(folder));
  for (const name of TRIO.slice(0, 2)) rmSync(join(folder, name), { force: true });
  rmSync(journalFile(folder), { force: true });
  flushFolderSync(folder);
  renameSync(makingFile(folder), join(folder, 'okm.db'));
  flushFolderSync(folder);
}
