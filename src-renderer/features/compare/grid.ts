import type { Ref } from 'react';
import type { OpenComparison } from '#contract/comparisons.ts';
import type { CellEditorHandle } from './cell-editor.tsx';
import type { Place } from './grid-place.ts';
import type { CellNotes } from './use-cell-notes.ts';
import type { RowWords } from './use-row-words.ts';
import type { TableActions } from './use-table-actions.ts';

/** What all parts of the table need to draw and move. */
export interface Grid {
  readonly open: OpenComparison;
  readonly actions: TableActions;
  readonly editing: Place | undefined;
  readonly editor: Ref<CellEditorHandle>;
  readonly notes: CellNotes;
  readonly rowWords: RowWords;
  readonly isCurrent: (row: Place['row'], column: string) => boolean;
  /** Attributes of a cell that can take the focus. */
  readonly spot: (
    row: Place['row'],
    column: string,
  ) => {
    readonly 'data-row': string;
    readonly 'data-column': string;
    readonly tabIndex: 0 | -1;
    readonly onFocus: () => void;
  };
  /** Ends the editing of a cell and says where the focus goes. */
  readonly finish: (from: Place, then: 'stay' | 'down' | 'leave') => void;
}
