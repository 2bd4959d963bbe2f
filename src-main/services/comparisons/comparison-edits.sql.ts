import type { Database } from 'better-sqlite3';
import {
  addBaselines,
  type BaselineRow,
  type CellRow,
  type ComparisonRow,
  get,
  type StoredComparison,
  toColumns,
  touch,
  writeCells,
  writeFinding,
} from './comparisons.sql.ts';
import { keepBeforeEdit } from './versions.sql.ts';

/** Stores a comparison with its first drafts; one that is there already, sent twice, stays as it is. */
export function create(
  db: Database,
  {
    comparison,
    cells,
    baselines,
  }: {
    comparison: ComparisonRow;
    cells: readonly CellRow[];
    baselines: readonly BaselineRow[];
  },
): StoredComparison | undefined {
  const inserted = db
    .prepare(
      `INSERT INTO comparisons (id, title, language, case_ids, row_ids, preset, created_at, modified_at)
       VALUES (@id, @title, @language, @caseIds, @rowIds, @preset, @createdAt, @modifiedAt)
       ON CONFLICT (id) DO NOTHING`,
    )
    .run(toColumns(comparison));
  if (inserted.changes > 0) {
    writeCells(db, comparison.id, cells);
    addBaselines(db, comparison.id, baselines);
  }
  return get(db, { id: comparison.id });
}

/** Writes a comparison's new title, cases, rows or language, and the drafts of cells that are new to it. */
export function update(
  db: Database,
  {
    comparison,
    cells,
    baselines,
    version,
  }: {
    comparison: ComparisonRow;
    cells: readonly CellRow[];
    /** Of cases that are new to it; those that are known stay. */
    baselines: readonly BaselineRow[];
    version: string;
  },
): StoredComparison | undefined {
  keepBeforeEdit(db, comparison.id, version, comparison.modifiedAt);
  db.prepare(
    `UPDATE comparisons SET title = @title, language = @language, case_ids = @caseIds, row_ids = @rowIds,
       preset = @preset, modified_at = @modifiedAt WHERE id = @id AND deleted_at IS NULL`,
  ).run(toColumns(comparison));
  writeCells(db, comparison.id, cells);
  addBaselines(db, comparison.id, baselines);
  return get(db, { id: comparison.id });
}

/** Writes cells: words and the draft that they were written over. */
export function editCells(
  db: Database,
  { id, cells, at, version }: { id: string; cells: readonly CellRow[]; at: string; version: string },
): StoredComparison | undefined {
  keepBeforeEdit(db, id, version, at);
  if (!touch(db, id, at)) return undefined;
  writeCells(db, id, cells);
  return get(db, { id });
}

/** Writes a row's finding; an empty one is taken away. */
export function editFinding(
  db: Database,
  {
    id,
    row,
    finding,
    at,
    version,
  }: { id: string; row: string; finding: string; at: string; version: string },
): StoredComparison | undefined {
  keepBeforeEdit(db, id, version, at);
  if (!touch(db, id, at)) return undefined;
  if (finding === '') {
    db.prepare('DELETE FROM comparison_findings WHERE comparison_id = ? AND row_id = ?').run(id, row);
  } else {
    writeFinding(db, id, row, finding);
  }
  return get(db, { id });
}

/** Moves a comparison to the bin; says whether there was one. */
export function remove(db: Database, { id, at }: { id: string; at: string }): boolean {
  return (
    db.prepare('UPDATE comparisons SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL').run(at, id)
      .changes > 0
  );
}

/** Takes a comparison out of the bin, with every cell and finding as it was. */
export function restore(db: Database, { id }: { id: string }): StoredComparison | undefined {
  db.prepare('UPDATE comparisons SET deleted_at = NULL WHERE id = ?').run(id);
  return get(db, { id });
}
