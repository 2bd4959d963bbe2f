import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { badHashes as badNotes } from '../annotations/annotations.sql.ts';
import { badHashes as badPackets } from '../packets/packets.sql.ts';

/** What can still be read of a damaged database. */
export interface Rescue {
  readonly commitSeq: number;
  readonly rows: readonly RescuedRow[];
}
interface RescuedRow {
  readonly table: Table;
  readonly id: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** What people wrote and cannot write again from memory; each row can be judged by its own hash. */
const tables = ['annotations', 'packets'] as const;
type Table = (typeof tables)[number];
const audits = { annotations: badNotes, packets: badPackets } as const;
/** Row numbers that are tried one by one where a table cannot be read in one go. */
const MAX_ROWS = 1_000_000;

/** Reads every row that a damaged file still gives up. A file that is no database gives none. */
export function readRescue(file: string): Rescue {
  if (!existsSync(file)) return { commitSeq: 0, rows: [] };
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true, fileMustExist: true });
    db.pragma('trusted_schema = OFF');
    const opened = db;
    return {
      commitSeq: Number(attempt(() => opened.prepare('SELECT commit_seq FROM meta').pluck().get()) ?? 0),
      rows: tables.flatMap((table) => rowsOf(opened, table)),
    };
  } catch {
    return { commitSeq: 0, rows: [] };
  } finally {
    db?.close();
  }
}

function rowsOf(db: Database.Database, table: Table): RescuedRow[] {
  const named = (raw: unknown): RescuedRow[] => {
    const row = raw as Record<string, unknown>;
    return typeof row.id === 'string' ? [{ table, id: row.id, row }] : [];
  };
  const all = attempt(() => db.prepare(`SELECT * FROM ${table}`).all());
  if (all) return all.flatMap(named);
  const found: RescuedRow[] = [];
  const one = attempt(() => db.prepare(`SELECT * FROM ${table} WHERE seq = ?`));
  if (!one) return [];
  const last = attempt(() => db.prepare('SELECT seq FROM sqlite_sequence WHERE name = ?').pluck().get(table));
  const end = Math.min(MAX_ROWS, Number(last ?? 10_000));
  for (let seq = 1; seq <= end; seq += 1) {
    const row = attempt(() => one.get(seq));
    if (row) found.push(...named(row));
  }
  return found;
}

/**
 * Adds to a rebuilt database the rows that only the damaged one has and whose hash agrees. Lost are those
 * whose id can be read and whose words cannot.
 */
export function salvage(
  db: Database.Database,
  { rows }: Rescue,
): { readonly added: number; readonly lost: { where: string; id: string }[] } {
  const added: { where: Table; id: string }[] = [];
  const lost: { where: Table; id: string }[] = [];
  for (const { table, id, row } of rows) {
    if (db.prepare(`SELECT 1 FROM ${table} WHERE id = ?`).get(id)) continue;
    const columns = (db.pragma(`table_info(${table})`) as { name: string }[])
      .map(({ name }) => name)
      .filter((name) => name !== 'seq' && name in row);
    const list = columns.map((name) => `"${name}"`).join(', ');
    const put = () =>
      db
        .prepare(`INSERT INTO ${table} (${list}) VALUES (${columns.map(() => '?').join(', ')})`)
        .run(columns.map((name) => row[name]));
    (attempt(put) ? added : lost).push({ where: table, id });
  }
  // Judged where they are now: a row that does not agree with its hash is taken out again.
  for (const table of tables) {
    const bad = new Set(audits[table](db));
    for (const { where, id } of added) {
      if (where !== table || !bad.has(id)) continue;
      db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
      lost.push({ where, id });
    }
  }
  const gone = new Set(lost.map(({ id }) => id));
  return { added: added.filter(({ id }) => !gone.has(id)).length, lost };
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
