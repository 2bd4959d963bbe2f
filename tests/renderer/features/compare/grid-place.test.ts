import { describe, expect, it } from 'vitest';
import type { RowKey } from '#contract/rows.ts';
import { moved, placeByKey } from '../../../../src-renderer/features/compare/grid-place.ts';

const rows: RowKey[] = ['position', 'funding', 'upkeep'];
const columns = ['name', 'a', 'b', 'finding'];
const go = (key: string, row: RowKey | 'head', column: string, ctrlKey = false) =>
  placeByKey({ key, ctrlKey, metaKey: false }, { row, column }, rows, columns);

describe('going through the table by key', () => {
  it('moves by one, and stops at the edges', () => {
    expect(go('ArrowDown', 'position', 'a')).toEqual({ row: 'funding', column: 'a' });
    expect(go('ArrowRight', 'funding', 'b')).toEqual({ row: 'funding', column: 'finding' });
    expect(go('ArrowRight', 'funding', 'finding')).toBeUndefined();
    expect(go('ArrowDown', 'upkeep', 'a')).toBeUndefined();
  });

  it('reaches the heads of the cases, and nothing above the names and findings', () => {
    expect(go('ArrowUp', 'position', 'a')).toEqual({ row: 'head', column: 'a' });
    expect(go('ArrowUp', 'position', 'name')).toBeUndefined();
    expect(go('ArrowUp', 'position', 'finding')).toBeUndefined();
    expect(go('Home', 'head', 'b')).toEqual({ row: 'head', column: 'a' });
  });

  it('goes to the ends of the row, with Ctrl to the ends of the table', () => {
    expect(go('Home', 'funding', 'b')).toEqual({ row: 'funding', column: 'name' });
    expect(go('End', 'funding', 'a')).toEqual({ row: 'funding', column: 'finding' });
    expect(go('Home', 'upkeep', 'b', true)).toEqual({ row: 'position', column: 'name' });
    expect(go('End', 'position', 'a', true)).toEqual({ row: 'upkeep', column: 'finding' });
  });

  it('leaves Ctrl with arrows to others', () => {
    expect(go('ArrowDown', 'position', 'a', true)).toBeUndefined();
  });
});

describe('moving a member of a list', () => {
  it('swaps it with its neighbour, and not over the edge', () => {
    expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toBeUndefined();
    expect(moved(['a', 'b', 'c'], 'x', 1)).toBeUndefined();
  });
});
