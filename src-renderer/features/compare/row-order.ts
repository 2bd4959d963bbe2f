import { groupOfRow, type OwnRow, type RowKey, rowGroups } from '#contract/rows.ts';
import type { Edge } from '../../ui/reorder/use-reorder.ts';

/** A row put among others: behind the last of its group, or where its group would stand. */
export function withRow(rows: readonly RowKey[], row: RowKey, own: readonly OwnRow[]): RowKey[] {
  const order = (one: RowKey) => rowGroups.findIndex(({ id }) => id === groupOfRow(one, own));
  const last = rows.findLastIndex((one) => order(one) === order(row));
  const next = last >= 0 ? last + 1 : rows.findIndex((one) => order(one) > order(row));
  return rows.toSpliced(next < 0 ? rows.length : next, 0, row);
}

/** A list with one member taken out and put in again beside another. */
export function movedTo<T>(list: readonly T[], member: T, beside: T, edge: Edge): T[] {
  if (member === beside) return [...list];
  const rest = list.filter((one) => one !== member);
  return rest.toSpliced(rest.indexOf(beside) + (edge === 'after' ? 1 : 0), 0, member);
}
