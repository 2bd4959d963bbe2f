import Papa from 'papaparse';
import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { xmlText } from '#domain/text/markup.ts';
import { formulaLike } from '../exports/csv-brief.ts';
import { steady } from '../exports/xlsx-brief.ts';
import type { NotesTexts } from './texts.ts';

/** One note as a row of a table: the texts of its columns, in their order. */
export type NoteLine = readonly string[];

/** The columns by the names that programs know. */
export const columnIds = [
  'id',
  'case_id',
  'case_title',
  'section',
  'quote',
  'note',
  'kind',
  'colour',
  'tags',
  'author',
  'created',
  'modified',
  'status',
  'citation',
] as const;

/** Notes as CSV: UTF-8 with a byte order mark, without which Excel misreads Chinese; no cell is a formula. */
export function writeNotesCsv(lines: readonly NoteLine[]): Uint8Array {
  const csv = Papa.unparse([[...columnIds], ...lines.map((line) => line.map(xmlText))], {
    escapeFormulae: formulaLike,
    newline: '\n',
  });
  return new TextEncoder().encode(`\ufeff${csv}\n`);
}

const widths = [38, 24, 30, 16, 60, 60, 10, 10, 20, 16, 22, 22, 12, 60];

/** Notes as a workbook: one sheet, its first row standing still; every cell is text. */
export async function writeNotesXlsx(lines: readonly NoteLine[], texts: NotesTexts): Promise<Uint8Array> {
  const head: Cell[] = texts.columns.map((value) => ({
    value,
    type: String,
    fontWeight: 'bold',
    wrap: true,
  }));
  const cell = (value: string): Cell =>
    value === ''
      ? null
      : { value: xmlText(value).slice(0, MAX_CELL), type: String, wrap: true, alignVertical: 'top' };
  const book = writeXlsxFile([
    {
      sheet: texts.sheet,
      data: [head, ...lines.map((line) => line.map(cell))],
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
    },
  ]);
  return steady(await book.toBuffer());
}

/** The format allows no more in a cell. */
const MAX_CELL = 32_767;
