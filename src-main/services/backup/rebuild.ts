import { closeSync, existsSync, lstatSync, openSync, readSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { OkmError } from '#contract/errors.ts';
import { checkDatabase, expectedSchema } from '../store/check-database.ts';
import { runMigrations, setPragmas } from '../store/database.ts';
import { migrations } from '../store/migrations/index.ts';

const MAX_BYTES = 4 * 1024 ** 3;

/** A folder of the data folder where a database is put together before it takes its place. */
export function makingFile(folder: string): string {
  return join(folder, 'okm.db.new');
}

/**
 * Opens a backup for reading only, from wherever it comes: a regular file of a size that can be ours, with one
 * of our schemas to the letter, sound throughout.
 *
 * @throws OkmError FILE_REFUSED, SCHEMA_NEWER
 */
export function openBackup(file: string): Database.Database {
  const refuse = (reason: 'missing' | 'damaged', detail: string): never => {
    throw new OkmError('FILE_REFUSED', { file, reason, detail });
  };
  const stat = existsSync(file) ? lstatSync(file) : undefined;
  if (!stat?.isFile()) return refuse('missing', '');
  if (stat.size > MAX_BYTES || !isDatabase(file)) return refuse('damaged', '');
  let db: Database.Database;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
  } catch {
    return refuse('damaged', '');
  }
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('query_only = ON');
    const found = Number(db.pragma('user_version', { simple: true }));
    if (found > migrations.length) throw new OkmError('SCHEMA_NEWER', { found, known: migrations.length });
    const [fault] = found < 1 ? [{ kind: 'schema', where: '' }] : checkDatabase(db);
    if (fault) refuse('damaged', `${fault.kind} ${fault.where}`.trim());
    return db;
  } catch (error) {
    db.close();
    if (error instanceof OkmError) throw error;
    return refuse('damaged', '');
  }
}

/**
 * Copies a backup's rows by named columns into a new database made by our own statements, and brings it to
 * the newest form. Nothing of the source but its values comes over.
 */
export function rebuild(source: Database.Database | undefined, target: string): Database.Database {
  for (const part of ['', '-wal', '-shm', '-journal']) rmSync(`${target}${part}`, { force: true });
  const db = new Database(target);
  try {
    setPragmas(db);
    if (source) copyRows(source, db);
    runMigrations(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function copyRows(source: Database.Database, db: Database.Database): void {
  const version = Number(source.pragma('user_version', { simple: true }));
  fill(
    db,
    version,
    (name, columns) => {
      const list = columns.map((column) => `"${column}"`).join(', ');
      return source.prepare(`SELECT ${list} FROM ${name}`).raw().iterate() as Iterable<unknown[]>;
    },
    source.prepare('SELECT name, seq FROM sqlite_sequence').raw().all() as [string, number][],
  );
}

/** The tables of a version of our schema, with the statement that makes each. */
export function tablesOf(version: number): { readonly name: string; readonly sql: string }[] {
  return [...expectedSchema(version)]
    .filter(([, sql]) => sql !== null && /^CREATE TABLE/i.test(sql))
    .map(([name, sql]) => ({ name, sql }));
}

/**
 * Fills an empty database of a version of our schema with rows.
 *
 * @param rowsOf the rows of a table, each with the values of the columns in their order
 * @param sequences the last number that each table has given out
 */
export function fill(
  db: Database.Database,
  version: number,
  rowsOf: (name: string, columns: readonly string[]) => Iterable<unknown[]>,
  sequences: readonly (readonly [string, number])[],
): void {
  const schema = [...expectedSchema(version)].filter(([, sql]) => sql !== null);
  const tables = tablesOf(version);
  db.pragma('foreign_keys = OFF');
  db.transaction(() => {
    for (const { sql } of tables) db.exec(sql);
    for (const { name } of tables) {
      const columns = (db.pragma(`table_info(${name})`) as { name: string }[]).map((column) => column.name);
      const list = columns.map((column) => `"${column}"`).join(', ');
      const insert = db.prepare(
        `INSERT INTO ${name} (${list}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      for (const row of rowsOf(name, columns)) insert.run(row);
    }
    // Triggers last: what they would write has been copied.
    for (const [, sql] of schema) if (!/^CREATE TABLE/i.test(sql)) db.exec(sql);
    // Numbers that were given out stay given out.
    db.exec('DELETE FROM sqlite_sequence');
    const sequence = db.prepare('INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)');
    for (const [name, seq] of sequences) sequence.run(name, seq);
    db.pragma(`user_version = ${version}`);
  })();
  db.pragma('foreign_keys = ON');
}

function isDatabase(file: string): boolean {
  const fd = openSync(file, 'r');
  try {
    const head = Buffer.alloc(16);
    return readSync(fd, head, 0, 16, 0) === 16 && head.toString('latin1') === 'SQLite format 3\u0000';
  } finally {
    closeSync(fd);
  }
}
