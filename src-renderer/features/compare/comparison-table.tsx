import { type Ref, type RefObject, useLayoutEffect, useRef } from 'react';
import type { OpenComparison } from '#contract/comparisons.ts';
import { groupedInOrder, type RowKey } from '#contract/rows.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { Spoken } from '../../ui/live-region/spoken.tsx';
import type { CellEditorHandle } from './cell-editor.tsx';
import styles from './comparison-table.module.css';
import type { Grid } from './grid.ts';
import { elementAt, type Place, placeByKey } from './grid-place.ts';
import { CaseHeadCell, TableRow } from './table-row.tsx';
import { widthsOf } from './table-widths.ts';
import { FindingHead, TurnedBody } from './turned-body.tsx';
import type { CellNotes } from './use-cell-notes.ts';
import type { RowWords } from './use-row-words.ts';
import type { TableActions } from './use-table-actions.ts';

/** Rows of questions, a column a case, and what each row shows; the arrow keys go from cell to cell. */
export function ComparisonTable(props: {
  readonly open: OpenComparison;
  /** The rows in sight. */
  readonly rows: readonly RowKey[];
  readonly place: Place | undefined;
  readonly onPlace: (place: Place) => void;
  readonly editing: Place | undefined;
  readonly onEditing: (place: Place | undefined) => void;
  readonly actions: TableActions;
  readonly table: RefObject<HTMLTableElement | null>;
  readonly editor: Ref<CellEditorHandle>;
  readonly notes: CellNotes;
  readonly rowWords: RowWords;
  /** Whether the cases go down and the rows across. */
  readonly isTurned: boolean;
  /** How much larger than usual all is drawn, for a room. */
  readonly zoom: number;
}) {
  const { open, rows, place, onPlace, editing, onEditing, actions, table, isTurned, rowWords } = props;
  const language = useLanguage();
  const { cases } = open;
  const columns = ['name', ...cases.map((one) => one.id), 'finding'];
  const widths = widthsOf({ cases: cases.length, rows: rows.length, isTurned, language });
  const isThere =
    place !== undefined &&
    columns.includes(place.column) &&
    (place.row === 'head' || rows.includes(place.row));
  const current: Place = isThere ? place : { row: rows[0] ?? 'head', column: cases[0]?.id ?? 'name' };
  useKeptFocus(table, place, `${rows.join()} ${columns.join()} ${isTurned}`);

  const grid: Grid = {
    open,
    actions,
    editing,
    editor: props.editor,
    notes: props.notes,
    rowWords,
    isCurrent: (row, column) => current.row === row && current.column === column,
    spot: (row, column) => ({
      'data-row': row,
      'data-column': column,
      tabIndex: current.row === row && current.column === column ? 0 : -1,
      onFocus: () => onPlace({ row, column }),
    }),
    finish: (from, then) => {
      onEditing(undefined);
      if (then === 'leave') return;
      const down = { key: isTurned ? 'ArrowRight' : 'ArrowDown', ctrlKey: false, metaKey: false };
      const next = then === 'down' ? (placeByKey(down, from, rows, columns, isTurned) ?? from) : from;
      // The cell is drawn anew without its field before it can take the focus.
      requestAnimationFrame(() => elementAt(table.current, next)?.focus());
    },
  };

  return (
    <table
      ref={table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: cells that take keys make a table a grid
      role="grid"
      className={styles.table}
      aria-label={open.comparison.title}
      data-crowded={cases.length > 4 && !isTurned}
      style={{ minInlineSize: widths.least, zoom: props.zoom }}
      onKeyDown={(event) => {
        const target = event.target instanceof HTMLElement ? event.target : null;
        // Only a cell itself takes these keys: the fields, links and buttons in it have their own.
        if (target?.dataset.column === undefined || event.shiftKey || event.altKey) return;
        if (event.key === 'Enter' && current.row !== 'head' && current.column !== 'name') {
          event.preventDefault();
          onEditing(current);
          return;
        }
        const next = placeByKey(event, current, rows, columns, isTurned);
        if (next === undefined) return;
        event.preventDefault();
        elementAt(table.current, next)?.focus();
      }}
    >
      {isTurned ? (
        <TurnedBody rows={rows} grid={grid} headWidth={widths.first} />
      ) : (
        <UprightBody rows={rows} grid={grid} widths={widths} />
      )}
    </table>
  );
}

function UprightBody(props: {
  readonly rows: readonly RowKey[];
  readonly grid: Grid;
  readonly widths: { readonly first: number; readonly last: number };
}) {
  const { rows, grid, widths } = props;
  const { open, rowWords } = grid;
  const t = useT();
  return (
    <>
      <colgroup>
        <col style={{ inlineSize: widths.first }} />
        {open.cases.map((one) => (
          <col key={one.id} />
        ))}
        <col style={{ inlineSize: widths.last }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className={styles.corner}>
            <Spoken>{t('compare.row')}</Spoken>
          </th>
          {open.cases.map((one) => (
            <CaseHeadCell key={one.id} value={one} grid={grid} axis="x" />
          ))}
          <th scope="col" className={styles.finding}>
            <FindingHead />
          </th>
        </tr>
      </thead>
      {groupedInOrder(rows, open.ownRows).map((group) => (
        <tbody key={group.rows.join()}>
          {group.rows.map((row, index) => (
            <TableRow
              key={row}
              row={row}
              group={index === 0 ? rowWords.group(group.group) : undefined}
              grid={grid}
            />
          ))}
        </tbody>
      ))}
    </>
  );
}

/** A cell that has the focus keeps it when rows or columns change their places (moving an element drops it). */
function useKeptFocus(table: RefObject<HTMLElement | null>, place: Place | undefined, order: string): void {
  const before = useRef(order);
  useLayoutEffect(() => {
    if (before.current === order) return;
    before.current = order;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost && place !== undefined) elementAt(table.current, place)?.focus();
  }, [order, place, table]);
}
