import { type Ref, type RefObject, useLayoutEffect, useRef } from 'react';
import type { OpenComparison, RowId } from '#contract/comparisons.ts';
import type { CaseId } from '#contract/ids.ts';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Spoken } from '../../ui/live-region/spoken.tsx';
import { CaseHead } from './case-head.tsx';
import { CellEditor, type CellEditorHandle } from './cell-editor.tsx';
import { CellView } from './cell-view.tsx';
import styles from './comparison-table.module.css';
import { elementAt, type Place, placeByKey } from './grid-place.ts';
import { cellOf, groupedRows } from './queries.ts';
import { RowHead } from './row-head.tsx';
import type { TableActions } from './use-table-actions.ts';

export interface TableProps {
  readonly open: OpenComparison;
  /** The rows in sight. */
  readonly rows: readonly RowId[];
  readonly place: Place | undefined;
  readonly onPlace: (place: Place) => void;
  /** The cell that is being written. */
  readonly editing: Place | undefined;
  readonly onEditing: (place: Place | undefined) => void;
  readonly actions: TableActions;
  readonly table: RefObject<HTMLTableElement | null>;
  readonly editor: Ref<CellEditorHandle>;
}

/** Rows of questions, a column a case, and what each row shows; cells are gone through by the arrow keys. */
export function ComparisonTable(props: TableProps) {
  const { open, rows, place, onPlace, editing, onEditing, actions, table } = props;
  const t = useT();
  const words = useCaseWords();
  const groups = groupedRows(rows);
  const ordered = groups.flatMap((group) => group.rows);
  const cases = open.cases;
  const columns = ['name', ...cases.map((one) => one.id), 'finding'];
  const first: Place = { row: ordered[0] ?? 'head', column: cases[0]?.id ?? 'name' };
  const current = place !== undefined && columns.includes(place.column) ? place : first;
  const isCurrent = (row: Place['row'], column: string) => current.row === row && current.column === column;
  const isEditing = (row: RowId, column: string) => editing?.row === row && editing.column === column;
  useKeptFocus(table, place, `${ordered.join()} ${columns.join()}`);

  const finish = (from: Place, then: 'stay' | 'down' | 'leave') => {
    onEditing(undefined);
    if (then === 'leave') return;
    const next =
      then === 'down'
        ? placeByKey({ key: 'ArrowDown', ctrlKey: false, metaKey: false }, from, ordered, columns)
        : from;
    // The cell is drawn anew without its field before it can take the focus.
    requestAnimationFrame(() => elementAt(table.current, next ?? from)?.focus());
  };
  const common = (row: Place['row'], column: string) => ({
    'data-row': row,
    'data-column': column,
    tabIndex: isCurrent(row, column) ? 0 : -1,
    onFocus: () => onPlace({ row, column }),
  });

  return (
    <table
      ref={table}
      // biome-ignore lint/a11y/useSemanticElements: a table whose cells take keys is a grid
      role="grid"
      className={styles.table}
      aria-label={open.comparison.title}
      style={{ minInlineSize: 132 + cases.length * 200 + 192 }}
      onKeyDown={(event) => {
        const target = event.target instanceof HTMLElement ? event.target : null;
        // Only a cell itself takes keys: the fields and buttons in it have their own.
        if (target?.dataset.column === undefined || event.shiftKey || event.altKey) return;
        if (
          (event.key === 'Enter' || event.key === 'F2') &&
          current.row !== 'head' &&
          current.column !== 'name'
        ) {
          event.preventDefault();
          onEditing(current);
          return;
        }
        const next = placeByKey(event, current, ordered, columns);
        if (next === undefined) return;
        event.preventDefault();
        elementAt(table.current, next)?.focus();
      }}
    >
      <colgroup>
        <col className={styles.nameColumn} />
        {cases.map((one) => (
          <col key={one.id} />
        ))}
        <col className={styles.findingColumn} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col" className={classNames(styles.corner, styles.name)}>
            <Spoken>{t('compare.row')}</Spoken>
          </th>
          {cases.map((one) => (
            <th key={one.id} scope="col" className={styles.caseHead} {...common('head', one.id)}>
              <CaseHead value={one} actions={actions} isCurrent={isCurrent('head', one.id)} />
            </th>
          ))}
          <th scope="col" className={styles.findingHead}>
            <span className={styles.findingTitle}>{t('compare.finding')}</span>
            <span className={styles.findingNote}>{t('compare.finding.note')}</span>
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.id}>
          {group.rows.map((row, index) => (
            <tr key={row} className={index === 0 ? styles.groupStart : undefined}>
              <th scope="row" className={classNames(styles.name, styles.rowHead)} {...common(row, 'name')}>
                <RowHead
                  row={row}
                  group={index === 0 ? words.label('rowGroup', group.id) : undefined}
                  actions={actions}
                  isCurrent={isCurrent(row, 'name')}
                />
              </th>
              {cases.map((one) => (
                <td
                  key={one.id}
                  {...cellAttributes(open, row, one.id, editing)}
                  {...common(row, one.id)}
                  onDoubleClick={() => onEditing({ row, column: one.id })}
                >
                  {isEditing(row, one.id) ? (
                    <CellEditor
                      handle={props.editor}
                      label={t('compare.edit.label', { row: words.label('row', row), case: words_(one) })}
                      text={editText(open, row, one.id)}
                      onKeep={(text) => actions.keepCell(one.id, row, text)}
                      onDone={(then) => finish({ row, column: one.id }, then)}
                    />
                  ) : (
                    <CellView
                      cell={cellOf(open, row, one.id)}
                      actions={actions}
                      isCurrent={isCurrent(row, one.id)}
                    />
                  )}
                </td>
              ))}
              <td
                className={styles.finding}
                {...common(row, 'finding')}
                onClick={() => onEditing({ row, column: 'finding' })}
              >
                {isEditing(row, 'finding') ? (
                  <CellEditor
                    handle={props.editor}
                    label={t('compare.finding.label', { row: words.label('row', row) })}
                    text={open.comparison.findings[row] ?? ''}
                    placeholder={t('compare.finding.write')}
                    onKeep={(text) => actions.keepFinding(row, text)}
                    onDone={(then) => finish({ row, column: 'finding' }, then)}
                  />
                ) : (
                  <FindingView text={open.comparison.findings[row] ?? ''} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
