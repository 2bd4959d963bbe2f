import type { Comparison } from '#contract/comparisons.ts';
import type { RowKey } from '#contract/rows.ts';
import { sameWords } from './printed-text.ts';

/** A cell, or the finding of a row where `caseId` is null, that was edited in a document. */
export interface ReturnedEdit {
  readonly caseId: string | null;
  readonly row: RowKey;
  /** As the document was written, and as it came back; with citations as a comparison keeps them. */
  readonly before: string;
  readonly after: string;
}

export interface PlannedEdit extends ReturnedEdit {
  /** What the comparison says now. */
  readonly now: string;
  /** `apply`: nobody else has changed it; `conflict`: here it was changed too; `same`: here it says so already. */
  readonly state: 'apply' | 'conflict' | 'same';
}

/** Weighs the edits of a document against the comparison as it is now, three ways. */
export function planReturn(
  edits: readonly ReturnedEdit[],
  comparison: Pick<Comparison, 'cells' | 'findings'> | undefined,
  drafts: readonly { readonly caseId: string; readonly row: string; readonly text: string }[],
): PlannedEdit[] {
  return edits.map((edit) => {
    const now = comparison === undefined ? edit.before : textNow(edit, comparison, drafts);
    const state = sameWords(now, edit.after) ? 'same' : sameWords(now, edit.before) ? 'apply' : 'conflict';
    return { ...edit, now, state };
  });
}

function textNow(
  { caseId, row }: ReturnedEdit,
  comparison: Pick<Comparison, 'cells' | 'findings'>,
  drafts: readonly { readonly caseId: string; readonly row: string; readonly text: string }[],
): string {
  if (caseId === null) return comparison.findings[row] ?? '';
  const at = (cell: { readonly caseId: string; readonly row: string }) =>
    cell.caseId === caseId && cell.row === row;
  return comparison.cells.find(at)?.summary ?? drafts.find(at)?.text ?? '';
}
