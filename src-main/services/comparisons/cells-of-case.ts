import { createHash } from 'node:crypto';
import type { Case } from '#contract/case-tree.ts';
import { Comparison, type FigureChange } from '#contract/comparisons.ts';
import type { Language } from '#contract/ids.ts';
import type { RowKey } from '#contract/rows.ts';
import { draftCells } from '#domain/comparison/draft-cell.ts';
import { figureChanges } from '#domain/comparison/living.ts';
import type { BaselineRow, CellRow, StoredComparison } from './comparisons.sql.ts';

/** A choice that ends the change of a cell. */
export interface Resolution {
  readonly caseId: string;
  readonly row: RowKey;
  readonly choice: { readonly do: 'accept' | 'keep' } | { readonly do: 'merge'; readonly text: string };
}

/** The cells of a case for some rows, drafted as the case stands, without words of the user's. */
export function toCells(value: Case, rows: readonly RowKey[]): CellRow[] {
  const [zh, en] = [draftCells(value, rows, 'zh'), draftCells(value, rows, 'en')];
  return rows.map((row, index) => {
    const draft = { zh: zh[index]?.text ?? '', en: en[index]?.text ?? '' };
    return { caseId: value.id, row, revision: value.revision, draft, basis: hashOf(draft), summary: null };
  });
}

/** Tells the hash of a case's draft for one of the rows, as {@link toCells} stores it; drafted when first asked. */
export function basisOf(value: Case, rows: readonly RowKey[]): (row: string) => string {
  let known: ReadonlyMap<string, string> | undefined;
  return (row) => {
    known ??= new Map(toCells(value, rows).map((cell) => [cell.row, cell.basis]));
    return known.get(row) ?? '';
  };
}

function hashOf(draft: CellRow['draft']): string {
  return createHash('sha256')
    .update(JSON.stringify([draft.zh, draft.en]))
    .digest('hex');
}

/** A stored comparison as the contract has it; cells of cases that were taken out are left out. */
export function toComparison({ cells, findings, rowIds, ...rest }: StoredComparison): Comparison {
  return Comparison.parse({
    ...rest,
    rows: rowIds,
    cells: cells.filter((cell) => rest.caseIds.includes(cell.caseId)),
    findings: Object.fromEntries(findings.map(({ row, finding }) => [row, finding])),
  });
}

/** The figures of a case to weigh later ones against. */
export function baselineOf(value: Case, reason: BaselineRow['reason'], at: string): BaselineRow {
  return { caseId: value.id, reason, revision: value.revision, figures: value.front.figures, at };
}

/** What has changed in the figures of a case since its baseline. */
export function figuresSince(value: Case, baselines: readonly BaselineRow[]): FigureChange[] {
  const base = baselines.find((row) => row.caseId === value.id);
  if (base === undefined || base.revision === value.revision) return [];
  return figureChanges(value.id, base.figures, value.front.figures, { since: base.at, reason: base.reason });
}

/** The user's words in a cell after a choice; null where the new draft stands alone. */
export function summaryAfter(
  choice: Resolution['choice'],
  old: CellRow,
  fresh: CellRow,
  language: Language,
): string | null {
  if (choice.do === 'accept') return null;
  // What is kept of a draft becomes the user's own words: the case no longer says it.
  const kept = choice.do === 'merge' ? choice.text.trim() : (old.summary ?? old.draft[language]);
  return kept === '' || kept === fresh.draft[language] ? null : kept;
}
