import type { Case } from '#contract/case-tree.ts';
import type { CellCase, Matrix, PictureList } from '#contract/pictures.ts';
import { entriesOf, valuesOf } from './values.ts';

/** Sets two lists against each other over some cases: who stands in which cell, and who in none. */
export function cross(
  cases: readonly Case[],
  rows: PictureList,
  columns: PictureList,
  share = false,
): Matrix {
  const rowEntries = entriesOf(rows);
  const columnEntries = entriesOf(columns);
  const rowAt = new Map(rowEntries.map(({ id }, index) => [id, index]));
  const columnAt = new Map(columnEntries.map(({ id }, index) => [id, index]));
  const cells: CellCase[][][] = rowEntries.map(() => columnEntries.map(() => []));
  const counts = rowEntries.map(() => 0);
  let silentRows = 0;
  let silentColumns = 0;
  for (const one of cases) {
    const inRows = valuesOf(one, rows);
    const inColumns = valuesOf(one, columns);
    if (inRows.length === 0) silentRows += 1;
    if (inColumns.length === 0) silentColumns += 1;
    for (const row of inRows) {
      const index = rowAt.get(row) ?? -1;
      counts[index] = (counts[index] ?? 0) + 1;
      for (const column of inColumns) {
        // One list against itself says which values go together: the diagonal is the list alone.
        cells[index]?.[columnAt.get(column) ?? -1]?.push(toCellCase(one, rows, row, columns, column));
      }
    }
  }
  const values = cells.map((row, index) =>
    row.map(({ length }) => (share ? percentOf(length, counts[index] ?? 0) : length)),
  );
  const most = Math.max(0, ...values.flat());
  return {
    rows: rowEntries.map(({ id }, index) => ({ id, count: counts[index] ?? 0 })),
    columns: columnEntries.map(({ id, group }) => (group === undefined ? { id } : { id, group })),
    cells,
    heats: values.map((row) => row.map((value) => heatOf(value, most))),
    ranges: heatRanges(most),
    total: cases.length,
    silentRows,
    silentColumns,
  };
}

/** A part of a whole in per cent, rounded; 0 of nothing. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 100);
}

/** Heat of a count, 0 to 5: equal steps up to the largest, nothing for 0 alone. */
export function heatOf(value: number, most: number): number {
  if (value <= 0 || most <= 0) return 0;
  return most <= 5 ? Math.min(5, Math.ceil(value)) : Math.min(5, Math.max(1, Math.ceil((value / most) * 5)));
}

/** The range of whole counts that each heat stands for, those that occur. */
function heatRanges(most: number): { heat: number; from: number; to: number }[] {
  const ranges: { heat: number; from: number; to: number }[] = [];
  for (let value = 0; value <= most; value += 1) {
    const heat = heatOf(value, most);
    const last = ranges.at(-1);
    if (last?.heat === heat) last.to = value;
    else ranges.push({ heat, from: value, to: value });
  }
  return ranges;
}

function toCellCase(
  one: Case,
  rows: PictureList,
  row: string,
  columns: PictureList,
  column: string,
): CellCase {
  const { dimensions, lifecycle } = one.front;
  const dimension = columns === 'dimension' ? column : rows === 'dimension' ? row : undefined;
  if (dimension !== undefined && typeof dimensions !== 'string') {
    const found = dimensions.find(({ id }) => id === dimension);
    if (found !== undefined) return { id: one.id, quote: found.quote, at: found.at };
  }
  const stage = columns === 'stage' ? column : rows === 'stage' ? row : undefined;
  if (stage !== undefined && typeof lifecycle !== 'string') {
    const found = lifecycle.find(({ id }) => id === stage);
    if (found !== undefined) return { id: one.id, at: found.at };
  }
  return { id: one.id };
}
