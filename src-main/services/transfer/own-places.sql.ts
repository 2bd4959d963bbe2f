import type { Database } from 'better-sqlite3';
import { withAct } from '../acts/acts.sql.ts';

export interface OwnPlaceRow {
  readonly id: string;
  readonly name: string;
  readonly level: string | null;
  readonly space: unknown;
  readonly ticked: number;
}

export interface AnswerRow {
  readonly caseId: string;
  readonly conditionId: string;
  readonly answer: string;
  readonly note: string;
  readonly condition: unknown;
}

const columns = `id, name, level, space,
  (SELECT count(*) FROM own_place_answers WHERE place_id = own_places.id) AS ticked`;

/** The places out of the bin, the last changed first. */
export function list(db: Database, _input: undefined): OwnPlaceRow[] {
  return db
    .prepare(`SELECT ${columns} FROM own_places WHERE deleted_at IS NULL ORDER BY modified_at DESC, id`)
    .all()
    .map(toRow);
}

export function find(db: Database, { id }: { id: string }): OwnPlaceRow | undefined {
  const row = db.prepare(`SELECT ${columns} FROM own_places WHERE id = ? AND deleted_at IS NULL`).get(id);
  return row === undefined ? undefined : toRow(row);
}

/** What was said of the conditions at a place. */
export function answers(db: Database, { id }: { id: string }): AnswerRow[] {
  const rows = db
    .prepare(
      `SELECT case_id AS caseId, condition_id AS conditionId, answer, note, condition
       FROM own_place_answers WHERE place_id = ?`,
    )
    .all(id) as (AnswerRow & { readonly condition: string })[];
  return rows.map((row) => ({ ...row, condition: JSON.parse(row.condition) }));
}

/** Makes a place; one that is there already, sent twice, stays as it is. */
export function create(
  db: Database,
  input: { id: string; name: string; level: string | null; space: readonly string[]; at: string },
): OwnPlaceRow | undefined {
  const { id, name, level, space, at } = input;
  withAct(db, { kind: 'own-place-create', name, at }, (touch) => {
    touch('own_places', id);
    db.prepare(
      `INSERT INTO own_places (id, name, level, space, created_at, modified_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
    ).run(id, name, level, JSON.stringify(space), at, at);
  });
  return find(db, { id });
}

export function update(
  db: Database,
  input: {
    id: string;
    name?: string | undefined;
    level?: string | null | undefined;
    space?: readonly string[] | undefined;
    at: string;
  },
): OwnPlaceRow | undefined {
  const { id, at } = input;
  const before = find(db, { id });
  if (!before) return undefined;
  withAct(db, { kind: 'own-place-edit', name: before.name, at }, (touch) => {
    touch('own_places', id);
    db.prepare('UPDATE own_places SET name = ?, level = ?, space = ?, modified_at = ? WHERE id = ?').run(
      input.name ?? before.name,
      input.level === undefined ? before.level : input.level,
      JSON.stringify(input.space ?? before.space),
      at,
      id,
    );
  });
  return find(db, { id });
}

/** Moves a place to the bin; its answers stay with it. */
export function remove(db: Database, { id, at }: { id: string; at: string }): void {
  withAct(db, { kind: 'own-place-remove', name: find(db, { id })?.name ?? '', at }, (touch) => {
    touch('own_places', id);
    db.prepare('UPDATE own_places SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL').run(at, id);
  });
}

/** Keeps what is said of a condition; null takes it back. */
export function answer(
  db: Database,
  input: {
    placeId: string;
    caseId: string;
    conditionId: string;
    answer: string | null;
    note: string;
    condition: unknown;
    at: string;
  },
): void {
  const { placeId, caseId, conditionId, at } = input;
  const name = find(db, { id: placeId })?.name ?? '';
  withAct(db, { kind: 'own-place-answer', name, at }, (touch) => {
    touch('own_place_answers', placeId, caseId, conditionId);
    if (input.answer === null) {
      db.prepare('DELETE FROM own_place_answers WHERE place_id = ? AND case_id = ? AND condition_id = ?').run(
        placeId,
        caseId,
        conditionId,
      );
    } else {
      db.prepare(
        `INSERT INTO own_place_answers (place_id, case_id, condition_id, answer, note, condition)
         VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT DO UPDATE SET answer = excluded.answer, note = excluded.note, condition = excluded.condition`,
      ).run(placeId, caseId, conditionId, input.answer, input.note, JSON.stringify(input.condition));
    }
    db.prepare('UPDATE own_places SET modified_at = ? WHERE id = ?').run(at, placeId);
  });
}

function toRow(row: unknown): OwnPlaceRow {
  const found = row as OwnPlaceRow & { readonly space: string };
  return { ...found, space: JSON.parse(found.space) };
}
