import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { OkmError } from '#contract/errors.ts';
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
  close(): void;
}

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
  const lock = takeLock(folder, holder);
  if (lock instanceof OkmError) return openForReading(folder, lock);
  const file = join(folder, 'okm.db');
  let db: Database.Database | undefined;
  try {
    refuseDamage(file);
    const newer = schemaNewer(file);
    if (newer) {
      lock.release();
      return openForReading(folder, newer);
    }
    db = new Database(file);
    setPragmas(db);
    migrate(db, folder);
    const opened = db;
    return {
      db: opened,
      readOnly: undefined,
      close() {
        opened.pragma('wal_checkpoint(TRUNCATE)');
        opened.close();
        lock.release();
      },
    };
  } catch (error) {
    db?.close();
    lock.release();
    const known = toOkmError(error, folder);
    if (known.code === 'STORE_DAMAGED') throw known;
    return openForReading(folder, known);
  }
}

/** The writer's settings, in this order, each read back: a differing answer is an error. */
function setPragmas(db: Database.Database): void {
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

function migrate(db: Database.Database, folder: string): void {
  const from = Number(db.pragma('user_version', { simple: true }));
  if (from === migrations.length) return;
  if (from > 0) backUp(db, folder, from);
  db.transaction(() => {
    for (const step of migrations.slice(from)) db.exec(step);
    const broken = db.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0)
      throw new Error('foreign_key_check failed after migration');
    db.pragma(`user_version = ${migrations.length}`);
  }).immediate();
}

/** A copy beside the database before its schema moves, checked before it counts. */
function backUp(db: Database.Database, folder: string, version: number): void {
  const backups = join(folder, 'backups');
  mkdirSync(backups, { recursive: true, mode: 0o700 });
  const file = join(backups, `before-schema-${version + 1}.okmbackup`);
  rmSync(file, { force: true });
  db.prepare('VACUUM INTO ?').run(file);
  const copy = new Database(file, { readonly: true });
  try {
    const answer = copy.pragma('integrity_check', { simple: true });
    if (answer !== 'ok') throw new Error(`the backup before migration is not sound: ${String(answer)}`);
  } finally {
    copy.close();
  }
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
function takeLock(folder: string, holder: { door: string; pid: number; since: string }) {
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

/** An empty or all-zero file over existing data is damage, never a first run. */
function refuseDamage(file: string): void {
  if (!existsSync(file)) return;
  const { size } = statSync(file);
  const head = size >= 16 ? readFileSync(file).subarray(0, 16).toString('latin1') : '';
  if (head !== 'SQLite format 3\u0000') throw new OkmError('STORE_DAMAGED', { file });
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
