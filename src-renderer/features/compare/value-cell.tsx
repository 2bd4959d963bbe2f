import type { OpenComparison } from '#contract/comparisons.ts';
import type { RowKey } from '#contract/rows.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { classNames } from '../../ui/class-names.ts';
import { CellEditor } from './cell-editor.tsx';
import { CellNoteSign } from './cell-note-list.tsx';
import { CellView, FindingView } from './cell-view.tsx';
import styles from './comparison-table.module.css';
import type { Grid } from './grid.ts';
import { cellOf } from './queries.ts';

/** What a case says of a row, or the field over it. */
export function ValueCell(props: {
  readonly row: RowKey;
  readonly of: OpenComparison['cases'][number];
  readonly grid: Grid;
}) {
  const { row, of: one, grid } = props;
  const { open, actions, editing, editor, isCurrent, spot, finish } = grid;
  const t = useT();
  const words = useWords();
  const cell = cellOf(open, row, one.id);
  const notes = grid.notes.of(row, one.id);
  const isEditing = editing?.row === row && editing.column === one.id;
  const isChanged = open.changes.some((change) => change.row === row && change.caseId === one.id);
  return (
    <td
      className={classNames(
        cell?.isUnsupported === true && styles.unsupported,
        cell?.isEdited === true && !cell.isUnsupported && styles.edited,
      )}
      {...spot(row, one.id)}
      // Where the focus goes back to when one of them has been written.
      data-marks={notes.map(({ id }) => id).join(' ') || undefined}
      onDoubleClick={() => actions.edit({ row, column: one.id })}
    >
      {cell !== undefined && isEditing ? (
        <CellEditor
          handle={editor}
          onDone={(then) => finish({ row, column: one.id }, then)}
          label={t('compare.edit.label', { row: grid.rowWords.title(row), case: words(one.title) })}
          text={cell.isNothing ? '' : cell.text}
          placeholder={cell.text}
          onKeep={(text) => actions.keepCell(one.id, row, text)}
        />
      ) : (
        <CellView cell={cell} actions={actions} isCurrent={isCurrent(row, one.id)} isChanged={isChanged} />
      )}
      <CellNoteSign count={notes.filter(({ body }) => body !== '').length} />
    </td>
  );
}

/** What a row shows as a whole, or the field over it. */
export function FindingCell({ row, grid }: { readonly row: RowKey; readonly grid: Grid }) {
  const { open, actions, editing, editor, spot, finish } = grid;
  const t = useT();
  const finding = open.comparison.findings[row] ?? '';
  const isEditing = editing?.row === row && editing.column === 'finding';
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter and F2 do the same, heard by the whole table
    <td
      className={styles.finding}
      {...spot(row, 'finding')}
      onClick={() => isEditing || actions.edit({ row, column: 'finding' })}
    >
      {isEditing ? (
        <CellEditor
          handle={editor}
          onDone={(then) => finish({ row, column: 'finding' }, then)}
          label={t('compare.finding.label', { row: grid.rowWords.title(row) })}
          text={finding}
          placeholder={t('compare.finding.write')}
          onKeep={(text) => actions.keepFinding(row, text)}
        />
      ) : (
        <FindingView text={finding} />
      )}
    </td>
  );
}
