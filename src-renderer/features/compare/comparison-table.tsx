import { type Ref, type RefObject, useLayoutEffect, useRef } from 'react';
import type { OpenComparison } from '#contract/comparisons.ts';
import type { RowKey } from '#contract/rows.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { Spoken } from '../../ui/live-region/spoken.tsx';
import { CaseHead } from './case-head.tsx';
import type { CellEditorHandle } from './cell-editor.tsx';
import styles from './comparison-table.module.css';
import type { Grid } from './grid.ts';
import { elementAt, type Place, placeByKey } from './grid-place.ts';
import { groupedRows } from './queries.ts';
import { TableRow } from './table-row.tsx';
import type { CellNotes } from './use-cell-notes.ts';
import type { TableActions } from './use-table-actions.ts';

/** Widths, CSS px: with three cases and the pane open nothing scrolls sideways at 1280. */
const nameWidth = { zh: 132, en: 148 };
const caseWidth = 200;
const findingWidth = { zh: 192, en: 176 };

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
}) {
  const { open, place, onPlace, editing, onEditing, actions, table, editor, notes } = props;
  const t = useT();
  const language = useLanguage();
  const firstWidth = nameWidth[language];
  const lastWidth = findingWidth[language];
  const groups = groupedRows(props.rows);
  const rows = groups.flatMap((group) => group.rows);
  const { cases } = open;
  const columns = ['name', ...cases.map((one) => one.id), 'finding'];
  const isThere =
    place !== undefined &&
    columns.includes(place.column) &&
    (place.row === 'head' || rows.includes(place.row));
  const current: Place = isThere ? place : { row: rows[0] ?? 'head', column: cases[0]?.id ?? 'name' };
  useKeptFocus(table, place, `${rows.join()} ${columns.join()}`);

  const grid: Grid = {
    open,
    actions,
    editing,
    editor,
    notes,
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
      const down = { key: 'ArrowDown', ctrlKey: false, metaKey: false };
      const next = then === 'down' ? (placeByKey(down, from, rows, columns) ?? from) : from;
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
      style={{ minInlineSize: firstWidth + cases.length * caseWidth + lastWidth }}
      onKeyDown={(event) => {
        const target = event.target instanceof HTMLElement ? event.target : null;
        // Only a cell itself takes these keys: the fields, links and buttons in it have their own.
        if (target?.dataset.column === undefined || event.shiftKey || event.altKey) return;
        if (event.key === 'Enter' && current.row !== 'head' && current.column !== 'name') {
          event.preventDefault();
          onEditing(current);
          return;
        }
        const next = placeByKey(event, current, rows, columns);
        if (next === undefined) return;
        event.preventDefault();
        elementAt(table.current, next)?.focus();
      }}
    >
      <colgroup>
        <col style={{ inlineSize: firstWidth }} />
        {cases.map((one) => (
          <col key={one.id} />
        ))}
        <col style={{ inlineSize: lastWidth }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className={styles.corner}>
            <Spoken>{t('compare.row')}</Spoken>
          </th>
          {cases.map((one) => (
            <th key={one.id} scope="col" {...grid.spot('head', one.id)}>
              <CaseHead value={one} actions={actions} isCurrent={grid.isCurrent('head', one.id)} />
            </th>
          ))}
          <th scope="col" className={styles.finding}>
            <span className={styles.findingTitle}>{t('compare.finding')}</span>
            <span className={styles.findingNote}>{t('compare.finding.note')}</span>
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.id}>
          {group.rows.map((row, index) => (
            <TableRow key={row} row={row} group={index === 0 ? group.id : undefined} grid={grid} />
          ))}
        </tbody>
      ))}
    </table>
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
