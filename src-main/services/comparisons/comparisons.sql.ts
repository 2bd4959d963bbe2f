import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Figure } from '#contract/case.ts';

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
  /** What the case said when the user last saw it, in both languages; empty where it is not known. */
  readonly draft: { readonly zh: string; readonly en: string };
  /** Hash of both drafts. */
  readonly basis: string;
  readonly summary: string | null;
}

/** The figures of a case as they stood when the comparison was made, last went out, or was last looked through. */
export interface BaselineRow {
  readonly caseId: string;
  readonly reason: 'made' | 'export' | 'seen';
  readonly revision: string;
  readonly figures: readonly Figure[];
  readonly at: string;
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
      `SELECT case_id AS caseId, row_id AS "row", revision, draft_zh AS zh, draft_en AS en, basis, summary
       FROM comparison_cells WHERE comparison_id = ? ORDER BY case_id, row_id`,
    )
    .all(id)
    .map((raw) => {
      const { zh, en, ...cell } = raw as Omit<CellRow, 'draft'> & CellRow['draft'];
      return { ...cell, draft: { zh, en } };
    });
  const findings = db
    .prepare(
      'SELECT row_id AS "row", finding FROM comparison_findings WHERE comparison_id = ? ORDER BY row_id',
    )
    .all(id) as StoredComparison['findings'];
  return { ...toRow(raw), cells, findings };
}

/** Puts all of a comparison, words and shape, in the place of what is stored. */
export function replaceWhole(db: Database, value: StoredComparison): void {
  const { cells, findings, ...comparison } = value;
  db.prepare(
    `UPDATE comparisons SET title = @title, language = @language, case_ids = @caseIds, row_ids = @rowIds,
       preset = @preset, modified_at = @modifiedAt WHERE id = @id`,
  ).run(toColumns(comparison));
  db.prepare('DELETE FROM comparison_cells WHERE comparison_id = ?').run(value.id);
  db.prepare('DELETE FROM comparison_findings WHERE comparison_id = ?').run(value.id);
  writeCells(db, value.id, cells);
  for (const { row, finding } of findings) writeFinding(db, value.id, row, finding);
}

/** The figures that a comparison's cases are weighed against. */
export function baselines(db: Database, { id }: { id: string }): BaselineRow[] {
  return db
    .prepare(
      `SELECT case_id AS caseId, reason, revision, figures, at FROM comparison_baselines
       WHERE comparison_id = ? ORDER BY case_id`,
    )
    .all(id)
    .map((raw) => {
      const row = raw as Omit<BaselineRow, 'figures'> & { readonly figures: string };
      return { ...row, figures: JSON.parse(row.figures) };
    });
}

/** Writes down the figures of cases anew, when a comparison goes out or was looked through. */
export function setBaselines(db: Database, { id, rows }: { id: string; rows: readonly BaselineRow[] }): void {
  db.prepare(
    `DELETE FROM comparison_baselines WHERE comparison_id = ? AND case_id IN (SELECT value FROM json_each(?))`,
  ).run(id, JSON.stringify(rows.map((row) => row.caseId)));
  addBaselines(db, id, rows);
}

/** Writes down figures of cases that have none written down yet. */
export function addBaselines(db: Database, id: string, rows: readonly BaselineRow[]): void {
  const one = db.prepare(
    `INSERT INTO comparison_baselines (comparison_id, case_id, reason, revision, figures, at)
     VALUES (@id, @caseId, @reason, @revision, @figures, @at) ON CONFLICT (comparison_id, case_id) DO NOTHING`,
  );
  for (const row of rows) one.run({ ...row, id, figures: JSON.stringify(row.figures) });
}

/** Writes a row's finding. */
export function writeFinding(db: Database, id: string, row: string, finding: string): void {
  db.prepare(
    `INSERT INTO comparison_findings (comparison_id, row_id, finding, hash) VALUES (?, ?, ?, ?)
     ON CONFLICT (comparison_id, row_id) DO UPDATE SET finding = excluded.finding, hash = excluded.hash`,
  ).run(id, row, finding, hashOf([id, row, finding]));
}

/** Says that a comparison has changed; false where there is none. */
export function touch(db: Database, id: string, at: string): boolean {
  return (
    db.prepare('UPDATE comparisons SET modified_at = ? WHERE id = ? AND deleted_at IS NULL').run(at, id)
      .changes > 0
  );
}

/** Writes cells with their hashes. */
export function writeCells(db: Database, id: string, cells: readonly CellRow[]): void {
  const one = db.prepare(
    `INSERT INTO comparison_cells
       (comparison_id, case_id, row_id, revision, draft_zh, draft_en, basis, summary, hash)
     VALUES (@id, @caseId, @row, @revision, @zh, @en, @basis, @summary, @hash)
     ON CONFLICT (comparison_id, case_id, row_id) DO UPDATE SET revision = excluded.revision,
       draft_zh = excluded.draft_zh, draft_en = excluded.draft_en, basis = excluded.basis,
       summary = excluded.summary, hash = excluded.hash`,
  );
  for (const { draft, ...cell } of cells) {
    const hash = hashOf([id, cell.caseId, cell.row, draft.zh, draft.en, cell.summary]);
    one.run({ ...cell, ...draft, id, hash });
  }
}

/** Hash of what the user wrote and where, so that a flipped bit is found and named. */
function hashOf(parts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The cells and findings whose words are not those that were written, as `<comparison>#<row>`. */
export function badHashes(db: Database): string[] {
  const cells = db
    .prepare('SELECT comparison_id, case_id, row_id, draft_zh, draft_en, summary, hash FROM comparison_cells')
    .raw()
    .all() as (string | null)[][];
  const findings = db
    .prepare('SELECT comparison_id, row_id, finding, hash FROM comparison_findings')
    .raw()
    .all() as string[][];
  return [...cells, ...findings].flatMap((row) => {
    const name = row.length === 4 ? `${row[0]}#${row[1]}` : `${row[0]}#${row[2]}`;
    return hashOf(row.slice(0, -1)) === row.at(-1) ? [] : [name];
  });
}

/** A comparison as its table's columns. */
export function toColumns(comparison: ComparisonRow) {
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
