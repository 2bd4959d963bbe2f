import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type IBorderOptions,
  type IRunOptions,
  LeaderType,
  NoBreakHyphen,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { type BriefRun, type CitationMark, markText } from '#domain/comparison/brief-runs.ts';
import type { Block, PrintedDocument } from '#domain/document/printed-document.ts';
import { xmlText } from '#domain/text/markup.ts';
import { steadyPackage } from '../docx-package.ts';
import { briefStyles, colours, runLanguage, twips } from '../docx-styles.ts';
import { briefTexts } from '../texts.ts';

const page = { width: twips(210), height: twips(297) };
const margin = { top: twips(25), bottom: twips(22), left: twips(24), right: twips(24) };
const width = page.width - margin.left - margin.right;
/** Height of a line to write on by hand. */
const WRITING = twips(9);
const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const thick: IBorderOptions = { style: BorderStyle.SINGLE, size: 12, color: colours.text };
const hair: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: colours.line };

/** A short document as a Word document, in the styles of a brief; equal documents give equal bytes. */
export async function writeDocumentDocx(document: PrintedDocument): Promise<Uint8Array> {
  const { title, kicker, facts, day, blocks, references, referencesTitle } = document;
  const texts = briefTexts[document.language];
  const language = runLanguage(document.language);
  const words = (text: string, options: IRunOptions = {}) =>
    new TextRun({ ...options, language, text: xmlText(text).replace(/\s*\n\s*/g, ' ') });
  const citation = (mark: CitationMark) => {
    const parts = markText(mark).split('-');
    const children = parts.flatMap((part, index) => (index === 0 ? [part] : [new NoBreakHyphen(), part]));
    return new TextRun({ language, superScript: true, children });
  };
  const runs = (list: readonly BriefRun[]): ParagraphChild[] =>
    list.flatMap(({ text, mark, own }) => [
      ...(text === '' ? [] : [words(text, own ? { underline: { type: 'single' } } : {})]),
      ...(mark === null ? [] : [citation(mark)]),
    ]);
  const heading = (text: string, level: 2 | 3) =>
    new Paragraph({
      heading: level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
      children: [words(text)],
    });
  const running = (left: ParagraphChild[], right: ParagraphChild[]) =>
    new Paragraph({
      style: 'RunningLine',
      tabStops: [{ type: TabStopType.RIGHT, position: width }],
      children: [...left, tab(), ...right],
    });

  function set(block: Block): (Paragraph | Table)[] {
    switch (block.kind) {
      case 'heading':
        return [heading(block.text, block.level)];
      case 'paragraph':
        return [
          new Paragraph({
            style: block.quiet === true ? 'TableNote' : 'BriefList',
            children: runs(block.runs),
          }),
        ];
      case 'list':
        return block.items.map(
          (item) => new Paragraph({ style: 'BriefList', bullet: { level: 0 }, children: runs(item) }),
        );
      case 'question':
        return [
          new Paragraph({
            style: 'BriefList',
            keepNext: true,
            spacing: { before: 240 },
            indent: { left: 420, hanging: 420 },
            children: [words(`${block.number}`, { bold: true }), tab(), words(block.text, { bold: true })],
          }),
          ...block.hints.map(
            (hint) =>
              new Paragraph({
                style: 'TableNote',
                keepNext: true,
                indent: { left: 420 },
                children: [words(hint)],
              }),
          ),
          ...Array.from(
            { length: block.lines },
            (_, line) =>
              new Paragraph({
                keepNext: line < block.lines - 1,
                indent: { left: 420 },
                spacing: { before: 0, after: 0, line: WRITING, lineRule: 'exact' },
                tabStops: [{ type: TabStopType.RIGHT, position: width, leader: LeaderType.UNDERSCORE }],
                children: [new TextRun({ language, color: colours.line, children: [new Tab()] })],
              }),
          ),
        ];
      case 'table':
        return [table(block), new Paragraph({ spacing: { before: 0, after: 120 }, children: [] })];
    }
  }

  function table({ head, shares, rows }: Extract<Block, { kind: 'table' }>): Table {
    const widths = shares.map((share) => Math.round(share * width));
    const cell = (column: number, children: Paragraph[], top: IBorderOptions, bottom: IBorderOptions) =>
      new TableCell({
        width: { size: widths[column] ?? 0, type: WidthType.DXA },
        margins: { top: 60, bottom: 60, left: 0, right: 160 },
        borders: { top, bottom, left: none, right: none },
        children,
      });
    return new Table({
      layout: TableLayoutType.FIXED,
      width: { size: width, type: WidthType.DXA },
      columnWidths: widths,
      borders: {
        top: thick,
        bottom: thick,
        left: none,
        right: none,
        insideHorizontal: hair,
        insideVertical: none,
      },
      rows: [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: head.map((name, column) =>
            cell(column, [new Paragraph({ style: 'TableHead', children: [words(name)] })], thick, hair),
          ),
        }),
        ...rows.map(
          (cells, row) =>
            new TableRow({
              children: cells.map((lines, column) =>
                cell(
                  column,
                  lines.map(
                    (line) =>
                      new Paragraph({
                        style: 'TableText',
                        alignment: AlignmentType.LEFT,
                        children: runs(line),
                      }),
                  ),
                  none,
                  row === rows.length - 1 ? thick : hair,
                ),
              ),
            }),
        ),
      ],
    });
  }

  const made = new Document({
    title: xmlText(title),
    creator: texts.program,
    lastModifiedBy: texts.program,
    description: xmlText(kicker),
    styles: briefStyles(document.language),
    features: { updateFields: false },
    sections: [
      {
        properties: {
          page: { size: page, margin: { ...margin, header: twips(11), footer: twips(10) } },
        },
        headers: { default: new Header({ children: [running([], [words(texts.program)])] }) },
        footers: {
          default: new Footer({
            children: [
              running(
                [words(`${title}${texts.gap}${texts.date(day)}`)],
                [new TextRun({ language, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
              ),
            ],
          }),
        },
        children: [
          new Paragraph({ style: 'Kicker', children: [words(kicker)] }),
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [words(title)] }),
          new Paragraph({ style: 'Kicker', spacing: { after: 160 }, children: [words(facts)] }),
          ...blocks.flatMap(set),
          ...(references.length === 0 ? [] : [heading(referencesTitle, 2)]),
          ...references.map(
            ({ number, runs: list, note }) =>
              new Paragraph({
                style: 'Reference',
                children: [
                  words(`[${number}]`),
                  tab(),
                  ...list.map((run) => words(run.text, run.italic === true ? { italics: true } : {})),
                  ...(note === null ? [] : [words(texts.note(note), { color: colours.third })]),
                ],
              }),
          ),
        ],
      },
    ],
  });
  return steadyPackage(await Packer.pack(made, 'uint8array'), day);
}

/** A tab is an element of its own in Word; the character would be a blank. */
function tab(): TextRun {
  return new TextRun({ children: [new Tab()] });
}
