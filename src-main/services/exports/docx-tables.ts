import {
  BorderStyle,
  type IBorderOptions,
  type ITableCellOptions,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  type TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { BriefCell, BriefRow } from '#domain/comparison/brief.ts';
import { cellAlignment, type DocxContext, unsupportedRuns } from './docx-context.ts';
import { colours, sans, serif, twips } from './docx-styles.ts';

// Word counts borders in eighths of a point: the rules of a three-line table are 1.5, .75 and 1.5.
const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const thick: IBorderOptions = { style: BorderStyle.SINGLE, size: 12, color: colours.text };
const thin: IBorderOptions = { style: BorderStyle.SINGLE, size: 6, color: colours.text };
const hair: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: colours.line };

type Borders = { readonly top?: IBorderOptions; readonly bottom?: IBorderOptions };

/** Table 1: which cases, of what type, where and when. */
export function casesTable({ brief, texts, words }: DocxContext, width: number): Table {
  const shares = [0.42, 0.18, 0.22, 0.18].map((share) => Math.round(share * width));
  const head = [texts.columns.case, texts.columns.type, texts.columns.place, texts.columns.period];
  return table(shares, [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      children: head.map((name, index) =>
        cell(shares[index], 'TableNote', [words(name)], { top: thick, bottom: thin }),
      ),
    }),
    ...brief.cases.map((one, row) => {
      const borders = row === brief.cases.length - 1 ? { bottom: thick } : {};
      return new TableRow({
        cantSplit: true,
        children: [
          cell(shares[0], 'TableText', [words(one.title, { bold: true, font: serif })], borders),
          ...[one.type, one.place, one.period].map((text, index) =>
            cell(shares[index + 1], 'TableText', [words(text, { font: sans })], borders),
          ),
        ],
      });
    }),
  ]);
}

/** Table 2: the rows, a column a case, and what each row shows. The head repeats on every page. */
export function rowsTable(context: DocxContext, width: number): Table {
  const { brief, texts, words, control } = context;
  const withFindings = brief.findings.length > 0;
  const head = Math.min(twips(30), Math.round(width * 0.17));
  const rest = width - head;
  // A finding is a sentence or two: it needs less than a case, unless there are many cases.
  const finding = withFindings ? Math.round(Math.min(twips(44), rest / (brief.cases.length + 1))) : 0;
  const each = Math.floor((rest - finding) / brief.cases.length);
  const shares = [head, ...brief.cases.map(() => each), ...(withFindings ? [finding] : [])];
  const headRow = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [
      cell(head, 'TableHead', [words(texts.rowHead)], { top: thick, bottom: thin }),
      ...brief.cases.map((one) =>
        cell(
          each,
          'TableHead',
          control(`okm:case:${one.id}`, one.short, [words(one.short)]),
          { top: thick, bottom: thin },
          [
            new Paragraph({
              style: 'TableNote',
              alignment: cellAlignment,
              spacing: { before: 0 },
              children: [words(`${one.type}${texts.dot}${one.place}`)],
            }),
          ],
        ),
      ),
      ...(withFindings
        ? [findingCell(finding, 'TableHead', [words(texts.finding)], { top: thick, bottom: thin })]
        : []),
    ],
  });
  const lastRow = brief.groups.at(-1)?.rows.at(-1);
  const body = brief.groups.flatMap((group) => [
    new TableRow({
      cantSplit: true,
      children: [
        cell(head + each * brief.cases.length, 'TableGroup', [words(group.title)], {}, [], {
          columnSpan: brief.cases.length + 1,
        }),
        ...(withFindings ? [findingCell(finding, 'TableGroup', [], {})] : []),
      ],
    }),
    ...group.rows.map((row) => rowLine(context, row, { head, each, finding }, row === lastRow)),
  ]);
  return table(shares, [headRow, ...body]);
}

function rowLine(
  context: DocxContext,
  row: BriefRow,
  { head, each, finding }: { readonly head: number; readonly each: number; readonly finding: number },
  last: boolean,
): TableRow {
  const { brief, texts, words, runs, control } = context;
  const borders = { bottom: last ? thick : hair };
  const said =
    row.finding === null ? [words(texts.noFinding, { font: sans, color: colours.third })] : runs(row.finding);
  return new TableRow({
    cantSplit: true,
    children: [
      cell(head, 'TableHead', control(`okm:row:${row.id}`, row.title, [words(row.title)]), borders),
      ...row.cells.map((one, index) => {
        const { id = '', short = '' } = brief.cases[index] ?? {};
        const title = `${row.title}${texts.dot}${short}`;
        const runsOfCell = control(`okm:cell:${row.id}:${id}`, title, cellRuns(context, one));
        return cell(each, 'TableText', runsOfCell, borders);
      }),
      ...(finding > 0
        ? [
            findingCell(
              finding,
              'TableText',
              control(`okm:finding:${row.id}`, `${row.title}${texts.dot}${texts.finding}`, said),
              borders,
            ),
          ]
        : []),
    ],
  });
}

function cellRuns(context: DocxContext, one: BriefCell): TextRun[] {
  const { runs, words } = context;
  if (one.nothing) return runs(one.runs, { font: sans, color: colours.third });
  if (one.unsupported) return unsupportedRuns(context, one.runs);
  if (one.stages === null) return runs(one.runs);
  const strip = one.stages.map((covered) => (covered ? '●' : '○')).join('');
  return [words(`${strip} `, { font: sans, color: colours.second }), ...runs(one.runs)];
}

function findingCell(width: number, style: string, children: ParagraphChild[], borders: Borders): TableCell {
  const shading = { type: ShadingType.CLEAR, color: 'auto', fill: colours.surface };
  return cell(width, style, children, borders, [], { shading });
}

function cell(
  width: number | undefined,
  style: string,
  children: ParagraphChild[],
  borders: Borders,
  more: Paragraph[] = [],
  options: Partial<ITableCellOptions> = {},
): TableCell {
  return new TableCell({
    ...options,
    ...(width === undefined ? {} : { width: { size: width, type: WidthType.DXA } }),
    verticalAlign: VerticalAlignTable.TOP,
    margins: { top: 30, bottom: 30, left: 70, right: 110 },
    borders: { top: none, bottom: none, left: none, right: none, ...borders },
    children: [new Paragraph({ style, alignment: cellAlignment, children }), ...more],
  });
}

function table(columnWidths: number[], rows: TableRow[]): Table {
  return new Table({
    columnWidths,
    width: { size: columnWidths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows,
  });
}
