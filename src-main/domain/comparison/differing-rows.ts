import { splitCited } from '#contract/cited-text.ts';
import type { RowKey } from '#contract/rows.ts';

/** What a cell says, for telling whether a row's cells differ. */
export interface CellWords {
  readonly row: RowKey;
  readonly text: string;
}

/** The rows whose cells do not all say the same; citations and blanks do not count as a difference. */
export function differingRows(rows: readonly RowKey[], cells: readonly CellWords[]): RowKey[] {
  return rows.filter((row) => {
    const said = new Set(cells.filter((cell) => cell.row === row).map((cell) => bare(cell.text)));
    return said.size > 1;
  });
}

function bare(text: string): string {
  return splitCited(text)
    .map((run) => run.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
