import Database from 'better-sqlite3';
import { badHashes as annotations } from '../annotations/annotations.sql.ts';
import { badHashes as comparisons } from '../comparisons/comparisons.sql.ts';
import { badHashes as comparisonVersions } from '../comparisons/versions.sql.ts';
import { badHashes as packets } from '../packets/packets.sql.ts';
import { migrations } from './migrations/index.ts';

/** Something in a database that is not as it should be; `where` names the table, `id` the row. */
export interface Fault {
  readonly kind: 'integrity' | 'foreign-key' | 'hash' | 'count' | 'schema';
  readonly where: string;
  readonly id: string;
}

/** A table of its own in a backup, with the files of own cases. */
export const FILES_TABLE =
  'CREATE TABLE okm_files (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, content BLOB NOT NULL) STRICT';
/** A file with hundreds of faults is described by its first. */
const MAX_FAULTS = 200;

/**
 * Looks a database through: its pages, its references, the hash of every row that the user wrote, the number
 * of notes, and whether its schema is one of ours to the letter.
 */
export function checkDatabase(db: Database.Database): Fault[] {
  const schema = schemaFaults(db);
  if (schema.length > 0) return schema;
  const faults: Fault[] = [];
  try {
    for (const row of db.pragma(`integrity_check(${MAX_FAULTS})`) as { integrity_check: string }[]) {
      if (row.integrity_check !== 'ok')
        faults.push({ kind: 'integrity', where: row.integrity_check, id: '' });
    }
    for (const row of db.pragma('foreign_key_check') as { table: string; rowid: number | null }[]) {
      faults.push({ kind: 'foreign-key', where: row.table, id: String(row.rowid ?? '') });
    }
  } catch (error) {
    faults.push({ kind: 'integrity', where: codeOf(error), id: '' });
  }
  // An older form is brought up before its rows are read: their columns are those of today.
  if (Number(db.pragma('user_version', { simple: true })) === migrations.length)
    faults.push(...rowFaults(db));
  return faults.slice(0, MAX_FAULTS);
}

/** The rows that the user wrote whose hash does not agree, and a number of notes that does not. */
export function rowFaults(db: Database.Database): Fault[] {
  const faults: Fault[] = [];
  for (const [where, audit] of Object.entries({ annotations, comparisons, comparisonVersions, packets })) {
    try {
      for (const id of audit(db)) faults.push({ kind: 'hash', where, id });
    } catch (error) {
      faults.push({ kind: 'integrity', where: `${where}: ${codeOf(error)}`, id: '' });
    }
  }
  try {
    const counts = db
      .prepare('SELECT notes_count AS said, (SELECT count(*) FROM annotations) AS there FROM meta')
      .get() as { said: number; there: number } | undefined;
    if (counts?.said !== counts?.there || !counts) {
      faults.push({ kind: 'count', where: 'annotations', id: `${counts?.there}/${counts?.said}` });
    }
  } catch (error) {
    faults.push({ kind: 'count', where: codeOf(error), id: '' });
  }
  return faults;
}

/** The schema's version of a database whose schema is ours; faults where it holds anything else. */
function schemaFaults(db: Database.Database): Fault[] {
  try {
    const version = Number(db.pragma('user_version', { simple: true }));
    const expected = expectedSchema(version);
    const found = new Map(schemaOf(db).map((row) => [row.name, row.sql]));
    if (found.get('okm_files') === FILES_TABLE) found.delete('okm_files');
    const names = [...new Set([...expected.keys(), ...found.keys()])];
    return names
      .filter((name) => expected.get(name) !== found.get(name))
      .map((name) => ({ kind: 'schema' as const, where: name, id: '' }));
  } catch (error) {
    return [{ kind: 'integrity', where: codeOf(error), id: '' }];
  }
}

/** Every table, index and trigger of a version of our schema, by its name. */
export function expectedSchema(version: number): Map<string, string> {
  const db = new Database(':memory:');
  try {
    for (const step of migrations.slice(0, version)) db.exec(step);
    return new Map(schemaOf(db).map((row) => [row.name, row.sql]));
  } finally {
    db.close();
  }
}

interface SchemaRow {
  readonly type: string;
  readonly name: string;
  readonly sql: string;
}

/** What a database says that it is made of; what SQLite makes for itself is left out. */
export function schemaOf(db: Database.Database): SchemaRow[] {
  return db
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    .all() as SchemaRow[];
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
}
