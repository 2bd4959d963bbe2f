import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { OkmError } from '#contract/errors.ts';
import { describeBackup, listBackups, nameBackup } from '../backup/backup-files.ts';
import { checkDatabase } from './check-database.ts';
import { type Journal, openJournal, readJournal } from './journal.ts';
import { migrations } from './migrations/index.ts';
import { toOkmError } from './sqlite-errors.ts';

export type { Database } from 'better-sqlite3';

/** Why nothing can be written to a data folder. */
export type ReadOnlyReason = OkmError<
  'SCHEMA_NEWER' | 'FOLDER_IN_USE' | 'FOLDER_READONLY' | 'DISK_FULL' | 'DISK_ERROR'
>;

export interface OpenedDatabase {
  readonly db: Database.Database;
  /** Set when the folder may only be read; writes are refused with it. */
  readonly readOnly: ReadOnlyReason | undefined;
  /** What has been done since the last backups; only where the folder may be written. */
  readonly journal?: Journal;
  /** The program before this one ended without closing the folder. */
  readonly wasUnclean?: boolean;
  close(): void;
}

const WEEK_MS = 7 * 86_400_000;

/** SQLite before this could lose a write-ahead log that was being reset. */
const OLDEST_SQLITE = [3, 51, 3] as const;

/**
 * Opens the one database of a data folder for writing, or, where another program holds it, it cannot be
 * written or its schema is newer, for reading only.
 *
 * @throws OkmError STORE_DAMAGED where the file is not a database
 */
export function openDatabase(
  folder: string,
  holder: { door: string; pid: number; since: string },
): OpenedDatabase {
  assertSqliteVersion();
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    return openForReading(folder, toOkmError(error, folder));
  }
  const wasUnclean = existsSync(join(folder, 'lock.json')) || isCheckDue(folder, holder.since);
  const lock = takeLock(folder, holder);
  if (lock instanceof OkmError) return openForReading(folder, lock);
  const file = join(folder, 'okm.db');
  let db: Database.Database | undefined;
  let journal: Journal | undefined;
  try {
    refuseDamage(folder, file);
    const newer = schemaNewer(file);
    if (newer) {
      lock.release();
      return openForReading(folder, newer);
    }
    db = new Database(file);
    setPragmas(db);
    if (wasUnclean && db.pragma('quick_check(1)', { simple: true }) !== 'ok') {
      throw new OkmError('STORE_DAMAGED', { file });
    }
    migrate(db, folder, holder.since);
    const seq = commitSeq(db);
    // A write-ahead log that was cut or lost opens as sound, with what was saved last gone.
    if (readJournal(folder).last > seq) throw new OkmError('STORE_DAMAGED', { file });
    journal = openJournal(folder, seq);
    noteCheck(folder, holder.since, wasUnclean);
    const opened = db;
    const ours = journal;
    return {
      db: opened,
      readOnly: undefined,
      journal: ours,
      wasUnclean,
      close() {
        opened.pragma('wal_checkpoint(TRUNCATE)');
        opened.close();
        ours.close();
        lock.release();
      },
    };
  } catch (error) {
    db?.close();
    journal?.close();
    // A program that finds damage has not ended cleanly either: whoever opens next looks again.
    lock.release();
    const known = toOkmError(error, folder);
    if (known.code === 'STORE_DAMAGED') throw known;
    return openForReading(folder, known);
  }
}

/** The writer's settings, in this order, each read back: a differing answer is an error. */
export function setPragmas(db: Database.Database): void {
  const wal = db.pragma('journal_mode = WAL', { simple: true });
  // A network or odd file system cannot hold a write-ahead log; the rollback journal still keeps every promise.
  if (wal !== 'wal') db.pragma('journal_mode = DELETE');
  const settings: readonly (readonly [string, string | number, number])[] = [
    // After WAL: this build turns synchronous down to NORMAL with it.
    ['synchronous', 'FULL', 2],
    ['fullfsync', 'ON', 1],
    ['checkpoint_fullfsync', 'ON', 1],
    ['foreign_keys', 'ON', 1],
    ['busy_timeout', 5000, 5000],
    ['trusted_schema', 'OFF', 0],
    ['cell_size_check', 'ON', 1],
    ['secure_delete', 'ON', 1],
    ['mmap_size', 0, 0],
    ['wal_autocheckpoint', 1000, 1000],
    ['journal_size_limit', 16_777_216, 16_777_216],
    ['temp_store', 'MEMORY', 2],
    ['cache_size', -16_000, -16_000],
  ];
  for (const [name, value, expected] of settings) {
    db.pragma(`${name} = ${value}`);
    const answer = db.pragma(name, { simple: true });
    // A build without memory maps answers nothing at all, which is as good as 0.
    if (answer !== expected && !(name === 'mmap_size' && answer === undefined)) {
      throw new Error(`PRAGMA ${name} reads ${String(answer)}, not ${expected}`);
    }
  }
}

function migrate(db: Database.Database, folder: string, at: string): void {
  const from = Number(db.pragma('user_version', { simple: true }));
  if (from === migrations.length) return;
  if (from > 0) backUp(db, folder, at);
  runMigrations(db);
}

/** Brings a database of ours to the newest form, wholly or not at all. */
export function runMigrations(db: Database.Database): void {
  db.transaction(() => {
    const from = Number(db.pragma('user_version', { simple: true }));
    for (const step of migrations.slice(from)) db.exec(step);
    const broken = db.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0)
      throw new Error('foreign_key_check failed after migration');
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
}

/** A backup before the schema moves, checked before it counts; there must be room for the move too. */
function backUp(db: Database.Database, folder: string, at: string): void {
  const backups = join(folder, 'backups');
  mkdirSync(backups, { recursive: true, mode: 0o700 });
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < 3 * statSync(join(folder, 'okm.db')).size) throw new OkmError('DISK_FULL', { folder });
  const making = join(backups, 'making.tmp');
  rmSync(making, { force: true });
  db.prepare('VACUUM INTO ?').run(making);
  const copy = new Database(making, { readonly: true });
  try {
    const [fault] = checkDatabase(copy);
    if (fault) throw new OkmError('STORE_DAMAGED', { file: join(folder, 'okm.db') });
    nameBackup(making, backups, describeBackup(copy, making, { reason: 'migration', at }));
  } finally {
    copy.close();
  }
}

/** Whether damage was met, or a week has passed since everything was looked at; an unknown time counts from now. */
function isCheckDue(folder: string, since: string): boolean {
  const recovery = join(folder, 'recovery');
  if (existsSync(join(recovery, 'suspect'))) return true;
  const file = join(recovery, 'checked');
  const last = existsSync(file) ? Date.parse(readFileSync(file, 'utf8')) : Number.NaN;
  return Math.abs(Date.parse(since) - last) > WEEK_MS;
}

/** Remembers when everything was looked at; a first time counts from now. */
function noteCheck(folder: string, since: string, wasChecked: boolean): void {
  const file = join(folder, 'recovery', 'checked');
  if (wasChecked || !existsSync(file)) writeFileSync(file, since, { mode: 0o600 });
}

/** The number of the last commit. */
export function commitSeq(db: Database.Database): number {
  return Number(db.prepare('SELECT commit_seq FROM meta').pluck().get());
}

function openForReading(folder: string, reason: OkmError): OpenedDatabase {
  const file = join(folder, 'okm.db');
  const readOnly = reason as ReadOnlyReason;
  if (existsSync(file)) {
    try {
      const db = new Database(file, { readonly: true, fileMustExist: true });
      db.pragma('trusted_schema = OFF');
      db.pragma('query_only = ON');
      db.pragma('busy_timeout = 5000');
      return { db, readOnly, close: () => db.close() };
    } catch (error) {
      const known = toOkmError(error, folder);
      if (known.code === 'STORE_DAMAGED') throw known;
    }
  }
  // Nothing there to read: an empty store in memory, so that the library can still be used.
  const db = new Database(':memory:');
  for (const step of migrations) db.exec(step);
  return { db, readOnly, close: () => db.close() };
}

/** A tiny database held by an exclusive transaction for the writer's life: the kernel frees it after a kill. */
export function takeLock(folder: string, holder: { door: string; pid: number; since: string }) {
  const file = join(folder, 'lock.db');
  const note = join(folder, 'lock.json');
  let lock: Database.Database | undefined;
  try {
    lock = new Database(file, { timeout: 200 });
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
    writeFileSync(note, JSON.stringify(holder), { mode: 0o600 });
  } catch (error) {
    lock?.close();
    const code = (error as { code?: string }).code ?? '';
    if (code.startsWith('SQLITE_BUSY')) return new OkmError('FOLDER_IN_USE', { folder, ...readHolder(note) });
    return toOkmError(error, folder);
  }
  const held = lock;
  return {
    release() {
      held.close();
      rmSync(note, { force: true });
    },
  };
}

function readHolder(note: string): { door: string; pid: number; since: string } {
  try {
    const { door, pid, since } = JSON.parse(readFileSync(note, 'utf8'));
    return { door: String(door), pid: Number(pid), since: String(since) };
  } catch {
    return { door: '?', pid: 0, since: '' }; // the holder is between its lock and its note
  }
}

/**
 * An empty or all-zero file over existing data is damage, never a first run; nor is it one where the file
 * is gone and backups or a journal are there.
 */
function refuseDamage(folder: string, file: string): void {
  if (!existsSync(file)) {
    if (listBackups(join(folder, 'backups')).length > 0 || readJournal(folder).last > 0) {
      throw new OkmError('STORE_DAMAGED', { file });
    }
    return;
  }
  const { size } = statSync(file);
  const head = size >= 16 ? readHead(file).toString('latin1') : '';
  if (head !== 'SQLite format 3\u0000') throw new OkmError('STORE_DAMAGED', { file });
}

function readHead(file: string): Buffer {
  const fd = openSync(file, 'r');
  try {
    const head = Buffer.alloc(16);
    readSync(fd, head, 0, 16, 0);
    return head;
  } finally {
    closeSync(fd);
  }
}

function schemaNewer(file: string): OkmError | undefined {
  if (!existsSync(file)) return undefined;
  const db = new Database(file, { readonly: true });
  try {
    const found = Number(db.pragma('user_version', { simple: true }));
    return found > migrations.length
      ? new OkmError('SCHEMA_NEWER', { found, known: migrations.length })
      : undefined;
  } finally {
    db.close();
  }
}

function assertSqliteVersion(): void {
  const db = new Database(':memory:');
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
  db.close();
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const [a, b, c] = OLDEST_SQLITE;
  if (major * 1e6 + minor * 1e3 + patch < a * 1e6 + b * 1e3 + c) {
    throw new Error(`SQLite ${version} is older than ${OLDEST_SQLITE.join('.')}`);
  }
}
