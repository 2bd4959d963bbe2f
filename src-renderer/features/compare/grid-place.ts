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
): Place | undefined {
  const lines: readonly Place['row'][] = ['head', ...rows];
  const x = columns.indexOf(from.column);
  const y = lines.indexOf(from.row);
  const isFar = event.ctrlKey || event.metaKey;
  const at = (line: number, column: number): Place | undefined => {
    const row = lines[line];
    const name = columns[column];
    if (row === undefined || name === undefined) return undefined;
    // The head has cases only: over the names of the rows and over the findings stands nothing to do.
    if (row === 'head' && (name === 'name' || name === 'finding')) return undefined;
    return { row, column: name };
  };
  switch (event.key) {
    case 'ArrowUp':
      return isFar ? undefined : at(y - 1, x);
    case 'ArrowDown':
      return isFar ? undefined : at(y + 1, x);
    case 'ArrowLeft':
      return isFar ? undefined : at(y, x - 1);
    case 'ArrowRight':
      return isFar ? undefined : at(y, x + 1);
    case 'Home':
      return isFar ? at(1, 0) : at(y, from.row === 'head' ? 1 : 0);
    case 'End':
      return isFar
        ? at(lines.length - 1, columns.length - 1)
        : at(y, columns.length - (from.row === 'head' ? 2 : 1));
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
