import type { Database } from 'better-sqlite3';
import type { Act, ActKind, Acts } from '#contract/acts.ts';
import { recordVersion } from '../annotations/history.sql.ts';
import { prepared } from '../store/prepared.ts';

/** The tables whose rows can be taken back, and the columns that name a row. */
const places = {
  annotations: ['id'],
  tags: ['path'],
  case_tags: ['case_id', 'tag'],
  collections: ['id'],
  collection_items: ['collection_id', 'kind', 'item_id'],
  packets: ['id'],
  own_places: ['id'],
  own_place_answers: ['place_id', 'case_id', 'condition_id'],
} as const;
export type Place = keyof typeof places;

/** Rows that are never dropped, only moved to the bin: their history and their id must last. */
const binned: ReadonlySet<Place> = new Set(['annotations', 'collections', 'packets', 'own_places']);
/** How many acts can be taken back. */
const KEPT = 500;

export interface NewAct {
  readonly kind: ActKind;
  readonly name?: string | undefined;
  readonly at: string;
}

/** Says which row is about to change. */
export type Touch = (place: Place, ...key: readonly string[]) => void;

/**
 * Carries work out as one act: what each touched row was before and is after is kept, so that the act can be
 * taken back and done again. Work that changes nothing leaves no act. Runs inside the caller's transaction.
 */
export function withAct<T>(db: Database, act: NewAct, work: (touch: Touch) => T): T {
  const touched = new Map<string, { place: Place; key: readonly string[]; before: Row | undefined }>();
  const result = work((place, ...key) => {
    const name = JSON.stringify([place, ...key]);
    if (!touched.has(name)) touched.set(name, { place, key, before: readRow(db, place, key) });
  });
  const changes = [...touched.values()].flatMap(({ place, key, before }) => {
    const after = readRow(db, place, key);
    const [old, now] = differences(before, after);
    return old === now ? [] : [{ place, key: JSON.stringify(key), before: old, after: now }];
  });
  if (changes.length === 0) return result;
  db.prepare('DELETE FROM acts WHERE undone = 1').run();
  const { lastInsertRowid } = db
    .prepare('INSERT INTO acts (kind, changed, name, at) VALUES (?, ?, ?, ?)')
    .run(act.kind, changes.length, act.name ?? '', act.at);
  const insert = db.prepare(
    'INSERT INTO act_rows (act_seq, step, place, key, "before", "after") VALUES (?, ?, ?, ?, ?, ?)',
  );
  changes.forEach((change, step) => {
    insert.run(lastInsertRowid, step, change.place, change.key, change.before, change.after);
  });
  db.prepare('DELETE FROM acts WHERE seq <= (SELECT max(seq) FROM acts) - ?').run(KEPT);
  return result;
}

/** What undo and redo would do now. */
export function peek(db: Database, _input: undefined): Acts {
  const columns = 'seq, kind, changed AS count, name, at';
  const undo = db.prepare(`SELECT ${columns} FROM acts WHERE undone = 0 ORDER BY seq DESC LIMIT 1`).get();
  const redo = db.prepare(`SELECT ${columns} FROM acts WHERE undone = 1 ORDER BY seq LIMIT 1`).get();
  return { undo: (undo as Act | undefined) ?? null, redo: (redo as Act | undefined) ?? null };
}

/** Takes the last act back. */
export function undo(db: Database, { at }: { at: string }): Acts & { done: Act | null } {
  const done = peek(db, undefined).undo;
  if (done) apply(db, done.seq, 'before', at);
  return { ...peek(db, undefined), done };
}

/** Does the act again that was taken back last. */
export function redo(db: Database, { at }: { at: string }): Acts & { done: Act | null } {
  const done = peek(db, undefined).redo;
  if (done) apply(db, done.seq, 'after', at);
  return { ...peek(db, undefined), done };
}

interface ActRow {
  readonly place: Place;
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

function apply(db: Database, seq: number, side: 'before' | 'after', at: string): void {
  const rows = db
    .prepare(
      `SELECT place, key, "before", "after" FROM act_rows WHERE act_seq = ?
       ORDER BY step ${side === 'before' ? 'DESC' : 'ASC'}`,
    )
    .all(seq) as ActRow[];
  for (const row of rows) {
    if (!Object.hasOwn(places, row.place)) continue;
    const columns = row[side];
    writeRow(db, row.place, JSON.parse(row.key), columns === null ? undefined : JSON.parse(columns), at);
  }
  db.prepare('UPDATE acts SET undone = ? WHERE seq = ?').run(side === 'before' ? 1 : 0, seq);
}

type Row = Readonly<Record<string, string | number | null>>;

function readRow(db: Database, place: Place, key: readonly string[]): Row | undefined {
  return prepared(db, `SELECT * FROM ${place} WHERE ${where(place)}`).get(key) as Row | undefined;
}

function where(place: Place): string {
  return places[place].map((column) => `${column} = ?`).join(' AND ');
}

/** The two sides of a change as JSON of the columns that differ; null where there was, or is, no row. */
function differences(before: Row | undefined, after: Row | undefined): [string | null, string | null] {
  if (!before || !after) return [before ? JSON.stringify(before) : null, after ? afterNew(after) : null];
  const columns = Object.keys(after).filter((column) => before[column] !== after[column]);
  if (columns.length === 0) return [null, null];
  const pick = (row: Row) =>
    JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column]])));
  return [pick(before), pick(after)];
}

/** A row that goes to the bin when taken back is still there when done again: nothing of it need be kept. */
function afterNew(row: Row): string {
  return JSON.stringify('deleted_at' in row ? { deleted_at: row.deleted_at } : row);
}

function writeRow(
  db: Database,
  place: Place,
  key: readonly string[],
  given: Row | undefined,
  at: string,
): void {
  if (!given) {
    if (binned.has(place)) {
      prepared(db, `UPDATE ${place} SET deleted_at = ? WHERE ${where(place)}`).run(at, ...key);
    } else {
      prepared(db, `DELETE FROM ${place} WHERE ${where(place)}`).run(...key);
    }
    return;
  }
  const known = columnsOf(db, place);
  // Taking an edit back is a change of its own: the wording goes into the history, and merging sees a newer note.
  if (place === 'annotations' && 'modified_at' in given) recordVersion(db, String(key[0]), 'undone', at);
  const columns = 'modified_at' in given ? { ...given, modified_at: at } : given;
  const named = Object.keys(columns).filter((column) => known.has(column));
  const values = named.map((column) => columns[column] ?? null);
  const set = named.map((column) => `${column} = ?`).join(', ');
  const { changes } = prepared(db, `UPDATE ${place} SET ${set} WHERE ${where(place)}`).run(...values, ...key);
  // A note that was purged from the bin is gone for good: there is nothing to bring back.
  if (changes > 0 || binned.has(place)) return;
  prepared(db, `INSERT INTO ${place} (${named.join(', ')}) VALUES (${named.map(() => '?').join(', ')})`).run(
    ...values,
  );
}

function columnsOf(db: Database, place: Place): ReadonlySet<string> {
  const rows = db.pragma(`table_info(${place})`) as readonly { readonly name: string }[];
  return new Set(rows.map(({ name }) => name));
}
