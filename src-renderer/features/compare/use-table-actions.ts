import { useMemo } from 'react';
import type { OpenComparison } from '#contract/comparisons.ts';
import { MIN_CASES } from '#contract/comparisons.ts';
import type { CaseId } from '#contract/ids.ts';
import type { RowKey } from '#contract/rows.ts';
import { useFailure } from '../../app/api/use-failure.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { announce } from '../../ui/live-region/live-region.tsx';
import type { Edge } from '../../ui/reorder/use-reorder.ts';
import { showToast } from '../../ui/toast/toast-queue.ts';
import { moved, type Place } from './grid-place.ts';
import { cellOf } from './queries.ts';
import { movedTo } from './row-order.ts';
import type { Edits, Shape } from './use-edits.ts';
import type { RowWords } from './use-row-words.ts';

/** What can be done with a cell, a row or a case of the table. */
export interface TableActions {
  readonly keepCell: (caseId: CaseId, row: RowKey, text: string) => Promise<void>;
  readonly keepFinding: (row: RowKey, text: string) => Promise<void>;
  /** Gives the draft back; false where the draft stands already. */
  readonly reset: (caseId: CaseId, row: RowKey) => boolean;
  readonly edit: (place: Place) => void;
  /** Opens the pane with the sentences for a cell. */
  readonly showPassages: (place: Place) => void;
  readonly moveRow: ((row: RowKey, by: -1 | 1) => boolean) | undefined;
  readonly moveCase: (id: CaseId, by: -1 | 1) => boolean;
  /** Puts a dragged row or case beside another. */
  readonly dropRow: (name: string, beside: RowKey, edge: Edge) => void;
  readonly dropCase: (name: string, beside: CaseId, edge: Edge) => void;
  /** Opens the form of a row of the user's own. */
  readonly editRow: (row: RowKey) => void;
  /** Leads to what a changed case says now. */
  readonly review: (place: Place) => void;
  readonly removeRow: (row: RowKey) => void;
  /** Undefined where two cases are left: fewer are no comparison. */
  readonly removeCase: ((id: CaseId) => void) | undefined;
}

/** {@link TableActions} of an open comparison; each failure says what happened and what was kept. */
export function useTableActions(
  open: OpenComparison,
  edits: Edits,
  visible: readonly RowKey[],
  go: Pick<TableActions, 'edit' | 'showPassages' | 'editRow' | 'review'>,
  rowWords: RowWords,
): TableActions {
  const t = useT();
  const words = useWords();
  const describe = useFailure();
  return useMemo(() => {
    const { comparison, cases } = open;
    const titleOf = (id: CaseId) => {
      const title = cases.find((one) => one.id === id)?.title;
      return title === undefined ? id : words(title);
    };
    const fail = (error: unknown) => {
      const { what, next } = describe(error);
      showToast({ tone: 'failed', title: what, detail: next });
    };
    const shape = (next: Shape) => edits.reshape(next).catch(fail);
    const remove = (title: string, next: Shape, before: Shape) => {
      void shape(next).then(() =>
        showToast({ title, action: { label: t('common.undo'), run: () => void shape(before) } }),
      );
    };
    return {
      keepCell: edits.editCell,
      keepFinding: edits.editFinding,
      reset: (caseId, row) => {
        if (cellOf(open, row, caseId)?.isEdited !== true) return false;
        edits.editCell(caseId, row, null).then(() => announce(t('compare.reset.done')), fail);
        return true;
      },
      ...go,
      moveRow: (row, by) => {
        const neighbour = visible[visible.indexOf(row) + by];
        if (neighbour === undefined) return false;
        void shape({ rows: movedTo(comparison.rows, row, neighbour, by < 0 ? 'before' : 'after') });
        announce(t('compare.moved.row', { row: rowWords.title(row), place: visible.indexOf(neighbour) + 1 }));
        return true;
      },
      moveCase: (id, by) => {
        const caseIds = moved(comparison.caseIds, id, by);
        if (caseIds === undefined) return false;
        void shape({ caseIds });
        announce(t('compare.moved.case', { case: titleOf(id), place: caseIds.indexOf(id) + 1 }));
        return true;
      },
      dropRow: (name, beside, edge) => {
        const row = comparison.rows.find((one) => one === name);
        if (row === undefined) return;
        const rows = movedTo(comparison.rows, row, beside, edge);
        void shape({ rows });
        announce(t('compare.moved.row', { row: rowWords.title(row), place: rows.indexOf(row) + 1 }));
      },
      dropCase: (name, beside, edge) => {
        const id = comparison.caseIds.find((one) => one === name);
        if (id === undefined) return;
        const caseIds = movedTo(comparison.caseIds, id, beside, edge);
        void shape({ caseIds });
        announce(t('compare.moved.case', { case: titleOf(id), place: caseIds.indexOf(id) + 1 }));
      },
      removeRow: (row) => {
        const rows = comparison.rows.filter((one) => one !== row);
        remove(t('compare.removed.row', { row: rowWords.title(row) }), { rows }, { rows: comparison.rows });
      },
      removeCase:
        comparison.caseIds.length <= MIN_CASES
          ? undefined
          : (id) => {
              const caseIds = comparison.caseIds.filter((one) => one !== id);
              const before = { caseIds: comparison.caseIds };
              remove(t('compare.removed.case', { case: titleOf(id) }), { caseIds }, before);
            },
    };
  }, [open, edits, visible, go, rowWords, t, words, describe]);
}
