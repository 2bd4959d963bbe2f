import type { CaseType } from '#contract/case.ts';
import type { Mark, PictureList } from '#contract/pictures.ts';
import { findEntry, idsOf } from '#contract/vocabulary.ts';
import { cross, percentOf } from './cross.ts';
import { fitWords, headLines, widthOf } from './fit-words.ts';
import { rect, text, typeSign } from './marks.ts';
import { type Drawn, type Pen, whereAny } from './pen.ts';

/** Least and most room for the heads of rows. */
const HEADS = [130, 240] as const;
const ROW_HEAD = 14;
const COLUMN_HEAD = 12.5;
const GROUPS = 24;
const LINE = 18;
const GAP = 4;
const GROUP_GAP = 14;
const MOST_CELL = 96;
const LEGEND = 44;

/** Two lists against each other as a heat map: the count printed in each cell, nought included. */
export function matrixPicture(pen: Pen, rows: PictureList, columns: PictureList, share: boolean): Drawn {
  const { say, label } = pen;
  const matrix = cross(pen.cases, rows, columns, share);
  const names = { rows: say(`list.${rows}`), columns: say(`list.${columns}`) };
  const said = (row: number, column: number) => {
    const count = matrix.cells[row]?.[column]?.length ?? 0;
    return share
      ? say('matrix.share', { percent: percentOf(count, matrix.rows[row]?.count ?? 0) })
      : String(count);
  };
  const indent = rows === 'type' ? 18 : 0;
  const longest = Math.max(0, ...matrix.rows.map(({ id }) => widthOf(label(rows, id))));
  const heads = Math.min(HEADS[1], Math.max(HEADS[0], indent + longest * ROW_HEAD + 16));
  const grouped = matrix.columns.some(({ group }) => group !== undefined);
  const left: number[] = [];
  const isFirst = (column: number) =>
    column > 0 && matrix.columns[column]?.group !== matrix.columns[column - 1]?.group;
  const breaks = matrix.columns.filter((_, column) => isFirst(column)).length;
  const room = pen.width - heads - breaks * (GROUP_GAP - GAP);
  const cell = Math.min(MOST_CELL, room / Math.max(1, matrix.columns.length) - GAP);
  const height = Math.min(cell, 72);
  let at = heads;
  for (const column of matrix.columns.keys()) {
    if (isFirst(column)) at += GROUP_GAP - GAP;
    left.push(at);
    at += cell + GAP;
  }
  const lines = matrix.columns.map(({ id }) => headLines(label(columns, id), (cell - 2) / COLUMN_HEAD));
  const top = (grouped ? GROUPS : 0) + Math.max(1, ...lines.map(({ length }) => length)) * LINE + 10;
  const marks: Mark[] = [];
  for (const [column, { group }] of matrix.columns.entries()) {
    const x = left[column] ?? 0;
    if (group !== undefined && (column === 0 || isFirst(column))) {
      const words = findEntry('dimensionGroups', group)?.[pen.language] ?? group;
      marks.push(text(x, LINE - 4, words, { size: 12, fill: 'text-3' }));
    }
    const own = lines[column] ?? [];
    for (const [row, words] of own.entries()) {
      marks.push(text(x, top - 8 - (own.length - 1 - row) * LINE, words, { size: COLUMN_HEAD }));
    }
  }
  for (const [row, { id, count }] of matrix.rows.entries()) {
    const y = top + row * (height + GAP);
    const middle = y + height / 2;
    const type = idsOf('type').find((one) => one === id);
    if (rows === 'type' && type !== undefined)
      marks.push(typeSign(type satisfies CaseType, 5, middle - 8, 10));
    marks.push(
      text(indent, middle - 3, fitWords(label(rows, id), (heads - indent - 8) / ROW_HEAD), {
        size: 14,
        weight: 600,
      }),
      text(indent, middle + 15, String(count), { size: 12, fill: 'text-3' }),
    );
    for (const column of matrix.columns.keys()) {
      const heat = matrix.heats[row]?.[column] ?? 0;
      const x = left[column] ?? 0;
      marks.push({
        tag: 'g',
        attributes: {},
        cases: matrix.cells[row]?.[column]?.map((one) => one.id) ?? [],
        children: [
          rect(x, y, cell, height, { fill: `heat-${heat}`, rx: 4 }),
          text(x + cell / 2, middle + 6, said(row, column), {
            size: 17,
            anchor: 'middle',
            fill: heat > 3 ? 'on-heat-high' : 'on-heat-low',
          }),
        ],
      });
    }
  }
  const legend = top + matrix.rows.length * (height + GAP) + 18;
  let x = heads;
  for (const { heat, from, to } of matrix.ranges) {
    const words = `${from === to ? from : `${from}–${to}`}${share ? '%' : ''}`;
    marks.push(
      rect(x, legend - 10, 24, 10, { fill: `heat-${heat}`, rx: 2 }),
      text(x + 32, legend, words, { size: 12, fill: 'text-3' }),
    );
    x += 32 + words.length * 7 + 20;
  }
  const counts = matrix.cells.flatMap((cells, row) =>
    cells.map((cases, column) => ({ row, column, count: cases.length })),
  );
  const most = counts.reduce((best, one) => (one.count > (best?.count ?? 0) ? one : best), counts[0]);
  const empty = counts.filter(({ count }) => count === 0).length;
  return {
    alt:
      pen.cases.length === 0 || most === undefined
        ? say('matrix.alt-none', names)
        : say('matrix.alt', {
            ...names,
            count: matrix.total,
            most: say('times', {
              a: label(rows, matrix.rows[most.row]?.id ?? ''),
              b: label(columns, matrix.columns[most.column]?.id ?? ''),
            }),
            number: most.count,
          }),
    drawing: { width: pen.width, height: legend + LEGEND / 2, marks },
    table: () => ({
      head: [names.rows, ...matrix.columns.map(({ id }) => label(columns, id))],
      rows: matrix.rows.map(({ id }, row) => ({
        cells: [label(rows, id), ...matrix.columns.map((_, column) => said(row, column))],
        cases: [...new Set(matrix.cells[row]?.flat().map((one) => one.id))],
      })),
    }),
    notShown: [
      say('matrix.several'),
      ...whereAny(
        [matrix.silentRows, say('matrix.silent', { count: matrix.silentRows, list: names.rows })],
        [
          rows === columns ? 0 : matrix.silentColumns,
          say('matrix.silent', { count: matrix.silentColumns, list: names.columns }),
        ],
        [empty, say('matrix.empty', { count: empty })],
      ),
    ],
  };
}
