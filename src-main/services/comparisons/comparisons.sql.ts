import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** A comparison as it is stored, without its cells. */
export interface ComparisonRow {
  readonly id: string;
  readonly title: string;
  readonly language: string;
  readonly caseIds: readonly string[];
  readonly rowIds: readonly string[];
  readonly preset: string | null;
  readonly createdAt: string;
  readonly modifiedAt: string;
}

export interface CellRow {
  readonly caseId: string;
  readonly row: string;
  readonly revision: string;
  readonly draft: string;
  readonly summary: string | null;
}

export interface StoredComparison extends ComparisonRow {
  readonly cells: readonly CellRow[];
  readonly findings: readonly { readonly row: string; readonly finding: string }[];
}

const columns = `id, title, language, case_ids AS caseIds, row_ids AS rowIds, preset,
  created_at AS createdAt, modified_at AS modifiedAt`;

/** Comparisons out of the bin, the last changed first. */
export function list(db: Database, _input: undefined): ComparisonRow[] {
  return db
    .prepare(
      `SELECT ${columns} FROM comparisons WHERE deleted_at IS NULL ORDER BY modified_at DESC, seq DESC`,
    )
    .all()
    .map(toRow);
}

export function get(db: Database, { id }: { id: string }): StoredComparison | undefined {
  const raw = db.prepare(`SELECT ${columns} FROM comparisons WHERE id = ? AND deleted_at IS NULL`).get(id);
  if (raw === undefined) return undefined;
  const cells = db
    .prepare(
      `SELECT case_id AS caseId, row_id AS "row", revision, draft, summary FROM comparison_cells
       WHERE comparison_id = ? ORDER BY case_id, row_id`,
    )
    .all(id) as CellRow[];
  const findings = db
    .prepare(
      'SELECT row_id AS "row", finding FROM comparison_findings WHERE comparison_id = ? ORDER BY row_id',
    )
    .all(id) as StoredComparison['findings'];
  return { ...toRow(raw), cells, findings };
}

/** Stores a comparison with its first drafts; one that is there already, sent twice, stays as it is. */
export function create(
  db: Database,
  { comparison, cells }: { comparison: ComparisonRow; cells: readonly CellRow[] },
): StoredComparison | undefined {
  const inserted = db
    .prepare(
      `INSERT INTO comparisons (id, title, language, case_ids, row_ids, preset, created_at, modified_at)
       VALUES (@id, @title, @language, @caseIds, @rowIds, @preset, @createdAt, @modifiedAt)
       ON CONFLICT (id) DO NOTHING`,
    )
    .run(toColumns(comparison));
  if (inserted.changes > 0) writeCells(db, comparison.id, cells);
  return get(db, { id: comparison.id });
}

/** Writes a comparison's new title, cases, rows or language, and the drafts of cells that are new to it. */
export function update(
  db: Database,
  { comparison, cells }: { comparison: ComparisonRow; cells: readonly CellRow[] },
): StoredComparison | undefined {
  db.prepare(
    `UPDATE comparisons SET title = @title, language = @language, case_ids = @caseIds, row_ids = @rowIds,
       preset = @preset, modified_at = @modifiedAt WHERE id = @id AND deleted_at IS NULL`,
  ).run(toColumns(comparison));
  writeCells(db, comparison.id, cells);
  return get(db, { id: comparison.id });
}

/** Writes one cell, words and the draft that they were written over. */
export function editCell(
  db: Database,
  { id, cell, at }: { id: string; cell: CellRow; at: string },
): StoredComparison | undefined {
  if (!touch(db, id, at)) return undefined;
  writeCells(db, id, [cell]);
  return get(db, { id });
}

/** Writes a row's finding; an empty one is taken away. */
export function editFinding(
  db: Database,
  { id, row, finding, at }: { id: string; row: string; finding: string; at: string },
): StoredComparison | undefined {
  if (!touch(db, id, at)) return undefined;
  if (finding === '') {
    db.prepare('DELETE FROM comparison_findings WHERE comparison_id = ? AND row_id = ?').run(id, row);
  } else {
    db.prepare(
      `INSERT INTO comparison_findings (comparison_id, row_id, finding, hash) VALUES (?, ?, ?, ?)
       ON CONFLICT (comparison_id, row_id) DO UPDATE SET finding = excluded.finding, hash = excluded.hash`,
    ).run(id, row, finding, hashOf([id, row, finding]));
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

function touch(db: Database, id: string, at: string): boolean {
  return (
    db.prepare('UPDATE comparisons SET modified_at = ? WHERE id = ? AND deleted_at IS NULL').run(at, id)
      .changes > 0
  );
}

function writeCells(db: Database, id: string, cells: readonly CellRow[]): void {
  const one = db.prepare(
    `INSERT INTO comparison_cells (comparison_id, case_id, row_id, revision, draft, summary, hash)
     VALUES (@id, @caseId, @row, @revision, @draft, @summary, @hash)
     ON CONFLICT (comparison_id, case_id, row_id) DO UPDATE SET revision = excluded.revision,
       draft = excluded.draft, summary = excluded.summary, hash = excluded.hash`,
  );
  for (const cell of cells) {
    one.run({ ...cell, id, hash: hashOf([id, cell.caseId, cell.row, cell.draft, cell.summary]) });
  }
}

/** Hash of what the user wrote and where, so that a flipped bit is found and named. */
function hashOf(parts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function toColumns(comparison: ComparisonRow) {
  return {
    ...comparison,
    caseIds: JSON.stringify(comparison.caseIds),
    rowIds: JSON.stringify(comparison.rowIds),
  };
}

function toRow(raw: unknown): ComparisonRow {
  const row = raw as ComparisonRow & { caseIds: unknown; rowIds: unknown };
  return { ...row, caseIds: JSON.parse(String(row.caseIds)), rowIds: JSON.parse(String(row.rowIds)) };
}
