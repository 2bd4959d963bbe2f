import type { RowKey } from '#contract/rows.ts';

/** A place of the table: a row or the head, a case, the row's name or its finding. */
export interface Place {
  readonly row: RowKey | 'head';
  /** A case's id, `name` or `finding`. */
  readonly column: string;
}

/** The element of a place. */
export function elementAt(table: HTMLElement | null, { row, column }: Place): HTMLElement | null {
  const at = `[data-row="${CSS.escape(row)}"][data-column="${CSS.escape(column)}"]`;
  return table?.querySelector<HTMLElement>(at) ?? null;
}

/** Where a key leads from a place; undefined when the key does not move, or not there. */
export function placeByKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  from: Place,
  rows: readonly RowKey[],
  columns: readonly string[],
  /** Whether the cases go down and the rows across. */
  isTurned = false,
): Place | undefined {
  const lines: readonly Place['row'][] = ['head', ...rows];
  const [line, column] = [lines.indexOf(from.row), columns.indexOf(from.column)];
  const [x, y] = isTurned ? [line, column] : [column, line];
  const [lastX, lastY] = isTurned
    ? [lines.length - 1, columns.length - 1]
    : [columns.length - 1, lines.length - 1];
  const isFar = event.ctrlKey || event.metaKey;
  const at = (across: number, down: number): Place | undefined => {
    const row = lines[isTurned ? across : down];
    const name = columns[isTurned ? down : across];
    if (row === undefined || name === undefined) return undefined;
    // The head has cases only: over the names of the rows and over the findings stands nothing to do.
    if (row === 'head' && (name === 'name' || name === 'finding')) return undefined;
    return { row, column: name };
  };
  switch (event.key) {
    case 'ArrowUp':
      return isFar ? undefined : at(x, y - 1);
    case 'ArrowDown':
      return isFar ? undefined : at(x, y + 1);
    case 'ArrowLeft':
      return isFar ? undefined : at(x - 1, y);
    case 'ArrowRight':
      return isFar ? undefined : at(x + 1, y);
    case 'Home':
      return isFar ? at(0, 1) : (at(0, y) ?? at(1, y));
    case 'End':
      return isFar ? at(lastX, lastY) : (at(lastX, y) ?? at(lastX - 1, y));
    default:
      return undefined;
  }
}

/** A list with one of its members moved by one; undefined when it cannot go there. */
export function moved<T>(list: readonly T[], member: T, by: -1 | 1): T[] | undefined {
  const from = list.indexOf(member);
  const to = from + by;
  const other = list[to];
  if (from < 0 || other === undefined) return undefined;
  return list.with(from, other).with(to, member);
}
