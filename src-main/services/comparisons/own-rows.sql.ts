import type { Database } from 'better-sqlite3';
import type { OwnPreset, OwnRow } from '#contract/rows.ts';

/** Rows of the user's own in the order in which he made them; with those taken away where `withRemoved`. */
export function listRows(db: Database, { withRemoved = false }: { withRemoved?: boolean }): OwnRow[] {
  return db
    .prepare(
      `SELECT id, title, asks, group_id AS "group" FROM own_rows
       WHERE ${withRemoved ? 'true' : 'deleted_at IS NULL'} ORDER BY seq`,
    )
    .all() as OwnRow[];
}

export function listPresets(db: Database, _input: undefined): OwnPreset[] {
  return db
    .prepare('SELECT id, name, row_ids AS rows FROM own_presets WHERE deleted_at IS NULL ORDER BY seq')
    .all()
    .map((raw) => {
      const { id, name, rows } = raw as { id: OwnPreset['id']; name: string; rows: string };
      return { id, name, rows: JSON.parse(rows) };
    });
}

/** Makes a row, changes it, or brings it back. */
export function writeRow(db: Database, { row, at }: { row: OwnRow; at: string }): void {
  db.prepare(
    `INSERT INTO own_rows (id, title, asks, group_id, modified_at) VALUES (@id, @title, @asks, @group, @at)
     ON CONFLICT (id) DO UPDATE SET title = excluded.title, asks = excluded.asks,
       group_id = excluded.group_id, modified_at = excluded.modified_at, deleted_at = NULL`,
  ).run({ ...row, at });
}

/** Takes in the rows that a document brings; what is here already under the same id stays as it is. */
export function takeInRows(db: Database, { rows, at }: { rows: readonly OwnRow[]; at: string }): void {
  const one = db.prepare(
    `INSERT INTO own_rows (id, title, asks, group_id, modified_at) VALUES (@id, @title, @asks, @group, @at)
     ON CONFLICT (id) DO UPDATE SET deleted_at = NULL`,
  );
  for (const row of rows) one.run({ ...row, at });
}

export function writePreset(db: Database, { preset, at }: { preset: OwnPreset; at: string }): void {
  db.prepare(
    `INSERT INTO own_presets (id, name, row_ids, modified_at) VALUES (@id, @name, @rows, @at)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, row_ids = excluded.row_ids,
       modified_at = excluded.modified_at, deleted_at = NULL`,
  ).run({ ...preset, rows: JSON.stringify(preset.rows), at });
}

/** Takes a row or a preset away; it stays known to the comparisons that use it. */
export function remove(
  db: Database,
  { what, id, at }: { what: 'own_rows' | 'own_presets'; id: string; at: string },
): void {
  const table = what === 'own_rows' ? 'own_rows' : 'own_presets';
  db.prepare(`UPDATE ${table} SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL`).run(at, id);
}
