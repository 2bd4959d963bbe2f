import type { RowKey } from '#contract/rows.ts';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { classNames } from '../../ui/class-names.ts';
import { CellEditor } from './cell-editor.tsx';
import { CellNoteSign } from './cell-note-list.tsx';
import { CellView, FindingView } from './cell-view.tsx';
import styles from './comparison-table.module.css';
import type { Grid } from './grid.ts';
import { cellOf } from './queries.ts';
import { RowHead } from './row-head.tsx';

/** A row of the table: its name, a cell a case, and its finding. */
export function TableRow(props: {
  readonly row: RowKey;
  /** The group that begins with this row. */
  readonly group: string | undefined;
  readonly grid: Grid;
}) {
  const { row, group, grid } = props;
  const { open, actions, editing, editor, isCurrent, spot, finish } = grid;
  const t = useT();
  const words = useWords();
  const { label } = useCaseWords();
  const name = label('row', row);
  const finding = open.comparison.findings[row] ?? '';
  const isEditing = (column: string) => editing?.row === row && editing.column === column;
  const fieldOf = (column: string) => ({
    handle: editor,
    onDone: (then: 'stay' | 'down' | 'leave') => finish({ row, column }, then),
  });
  return (
    <tr className={group === undefined ? undefined : styles.groupStart}>
      <th scope="row" {...spot(row, 'name')}>
        <RowHead
          row={row}
          group={group === undefined ? undefined : label('rowGroup', group)}
          actions={actions}
          isCurrent={isCurrent(row, 'name')}
        />
      </th>
      {open.cases.map((one) => {
        const cell = cellOf(open, row, one.id);
        const notes = grid.notes.of(row, one.id);
        return (
          <td
            key={one.id}
            className={classNames(
              cell?.isEdited === true && (cell.isUnsupported ? styles.unsupported : styles.edited),
            )}
            {...spot(row, one.id)}
            // Where the focus goes back to when one of them has been written.
            data-marks={notes.map(({ id }) => id).join(' ') || undefined}
            onDoubleClick={() => actions.edit({ row, column: one.id })}
          >
            {cell !== undefined && isEditing(one.id) ? (
              <CellEditor
                {...fieldOf(one.id)}
                label={t('compare.edit.label', { row: name, case: words(one.title) })}
                text={cell.isNothing ? '' : cell.text}
                placeholder={cell.text}
                onKeep={(text) => actions.keepCell(one.id, row, text)}
              />
            ) : (
              <CellView cell={cell} actions={actions} isCurrent={isCurrent(row, one.id)} />
            )}
            <CellNoteSign count={notes.filter(({ body }) => body !== '').length} />
          </td>
        );
      })}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter and F2 do the same, heard by the whole table */}
      <td
        className={styles.finding}
        {...spot(row, 'finding')}
        onClick={() => isEditing('finding') || actions.edit({ row, column: 'finding' })}
      >
        {isEditing('finding') ? (
          <CellEditor
            {...fieldOf('finding')}
            label={t('compare.finding.label', { row: name })}
            text={finding}
            placeholder={t('compare.finding.write')}
            onKeep={(text) => actions.keepFinding(row, text)}
          />
        ) : (
          <FindingView text={finding} />
        )}
      </td>
    </tr>
  );
}
