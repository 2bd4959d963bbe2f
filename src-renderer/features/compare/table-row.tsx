import type { OpenComparison } from '#contract/comparisons.ts';
import type { RowKey } from '#contract/rows.ts';
import { useReorder } from '../../ui/reorder/use-reorder.ts';
import { CaseHead } from './case-head.tsx';
import styles from './comparison-table.module.css';
import type { Grid } from './grid.ts';
import { RowHead } from './row-head.tsx';
import { FindingCell, ValueCell } from './value-cell.tsx';

/** A row of the table: its name, a cell a case, and its finding. */
export function TableRow(props: {
  readonly row: RowKey;
  /** The group that begins with this row. */
  readonly group: string | undefined;
  readonly grid: Grid;
}) {
  const { row, group, grid } = props;
  const { open, actions, isCurrent, spot } = grid;
  const { handle, target } = useReorder({
    kind: 'row',
    name: row,
    axis: 'y',
    onMove: (other, edge) => actions.dropRow(other, row, edge),
  });
  return (
    <tr className={group === undefined ? undefined : styles.groupStart} {...target}>
      <th scope="row" {...spot(row, 'name')}>
        <RowHead
          row={row}
          words={grid.rowWords}
          group={group}
          actions={actions}
          isCurrent={isCurrent(row, 'name')}
          handle={handle}
        />
      </th>
      {open.cases.map((one) => (
        <ValueCell key={one.id} row={row} of={one} grid={grid} />
      ))}
      <FindingCell row={row} grid={grid} />
    </tr>
  );
}

/** The head of a case's column, or of its line when the table is turned. */
export function CaseHeadCell(props: {
  readonly value: OpenComparison['cases'][number];
  readonly grid: Grid;
  readonly axis: 'x' | 'y';
}) {
  const { value, grid, axis } = props;
  const { actions, isCurrent, spot } = grid;
  const { handle, target } = useReorder({
    kind: 'case',
    name: value.id,
    axis,
    onMove: (other, edge) => actions.dropCase(other, value.id, edge),
  });
  return (
    <th scope={axis === 'x' ? 'col' : 'row'} {...spot('head', value.id)} {...target}>
      <CaseHead value={value} actions={actions} isCurrent={isCurrent('head', value.id)} handle={handle} />
    </th>
  );
}

/** The head of a row's column when the table is turned. */
export function RowHeadCell({ row, grid }: { readonly row: RowKey; readonly grid: Grid }) {
  const { actions, isCurrent, spot, rowWords } = grid;
  const { handle, target } = useReorder({
    kind: 'row',
    name: row,
    axis: 'x',
    onMove: (other, edge) => actions.dropRow(other, row, edge),
  });
  return (
    <th scope="col" {...spot(row, 'name')} {...target}>
      <RowHead
        row={row}
        words={rowWords}
        group={rowWords.group(rowWords.groupOf(row))}
        actions={actions}
        isCurrent={isCurrent(row, 'name')}
        handle={handle}
      />
    </th>
  );
}
