import type { RefObject } from 'react';
import type { OpenComparison, Passage } from '#contract/comparisons.ts';
import type { Quote } from '#contract/exchange.ts';
import type { CellEditorHandle } from './cell-editor.tsx';
import type { Place } from './grid-place.ts';
import { cellOf } from './queries.ts';
import { quoteText } from './quote-list.tsx';
import type { TableActions } from './use-table-actions.ts';

/** Brings what stands in a case into the cell with the focus, with its sources as the receipt. */
export interface Receipts {
  /** While a cell is written, the sources of the sentence; else the sentence itself, behind what stands there. */
  readonly cite: (passage: Passage) => void;
  /** The marked words with their sources: where the caret stands, or behind what stands there. */
  readonly pull: (quote: Quote) => void;
}

/** {@link Receipts} for the cell at a place. */
export function useReceipts(props: {
  readonly open: OpenComparison;
  readonly place: Place | undefined;
  readonly editing: Place | undefined;
  readonly editor: RefObject<CellEditorHandle | null>;
  readonly keep: TableActions['keepCell'];
  readonly onFail: (error: unknown) => void;
}): Receipts {
  const { open, place, editing, editor, keep, onFail } = props;
  const caseId = open.cases.find(({ id }) => id === place?.column)?.id;
  const row = place === undefined || place.row === 'head' ? undefined : place.row;
  const prefix = editing?.column === 'finding' && caseId !== undefined ? `${caseId}_` : '';
  const append = (words: string) => {
    if (caseId === undefined || row === undefined) return;
    const cell = cellOf(open, row, caseId);
    const before =
      cell === undefined || cell.isNothing ? '' : `${cell.text}${/[a-z\])]$/i.test(words) ? ' ' : ''}`;
    keep(caseId, row, before + words).catch(onFail);
  };
  return {
    cite: (passage) => {
      if (editing !== undefined && editor.current !== null) {
        editor.current.cite(passage.refs.map((ref) => `${prefix}${ref}`));
        return;
      }
      const refs = passage.refs.map((ref) => `@${ref}`).join('; ');
      append(passage.text + (refs === '' ? '' : `[${refs}]`));
    },
    pull: (quote) => {
      if (editing !== undefined && editor.current !== null) {
        editor.current.insert(quoteText(quote, prefix));
        return;
      }
      append(quoteText(quote, ''));
    },
  };
}
