import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeadingLevel,
  type INumberingOptions,
  type IRunOptions,
  type ISectionOptions,
  type IStylesOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  SectionType,
  Tab,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import type { Language } from '#contract/ids.ts';
import type { PacketBlock, PacketDocument, PacketRun } from '#contract/packet-document.ts';
import { numberRanges } from '#domain/citation/in-text.ts';
import { type PacketTexts, packetTexts } from '#domain/packet/texts.ts';
import { xmlText } from '#domain/text/markup.ts';
import { steadyPackage } from '../exports/docx-package.ts';
import { briefStyles, colours, runLanguage, sans, twips } from '../exports/docx-styles.ts';
import { splitLinks } from '../exports/links.ts';
import { coverFacts } from './cover.ts';
import { widths } from './packet-data.ts';

type Children = ISectionOptions['children'][number][];

interface Context {
  readonly packet: PacketDocument;
  readonly texts: PacketTexts;
  readonly words: (text: string, options?: IRunOptions) => TextRun;
  readonly lists: { reference: string; start: number }[];
}

const page = { width: twips(210), height: twips(297) };
const margin = { top: twips(26), bottom: twips(24), left: twips(27), right: twips(27) };
const measure = page.width - margin.left - margin.right;
// Word's own “no-width non break”: a citation must not begin a line, away from its claim.
const noBreak = '\u200d';
const rule = (size: number, color: string = colours.text) => ({ style: BorderStyle.SINGLE, size, color });
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const headings = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const;

/** A packet as a Word document: cover, contents, a section a session, references. Equal packets give equal bytes. */
export async function writePacketDocx(packet: PacketDocument): Promise<Uint8Array> {
  const language = runLanguage(packet.language);
  const context: Context = {
    packet,
    texts: packetTexts[packet.language],
    words: (text, options = {}) =>
      new TextRun({ ...options, language, text: xmlText(text).replace(/\s*\n\s*/g, ' ') }),
    lists: [],
  };
  const { texts, words } = context;
  const sessions = packet.sessions.flatMap((session): Children[] => {
    const title = texts.sessionTitle(session.number, session.title);
    const pages: Children = [
      heading(HeadingLevel.HEADING_1, [words(title)]),
      small(context, session.facts),
      ...blocks(session.blocks, context),
    ];
    if (session.notes.length === 0) return [pages];
    const notes: Children = [small(context, texts.notes(session.number)), ...blocks(session.notes, context)];
    return [pages, notes];
  });
  const parts: Children[] = [cover(context), ...sessions, ...glossary(context), ...references(context)];
  const document = new Document({
    title: xmlText(packet.title),
    creator: texts.program,
    lastModifiedBy: texts.program,
    description: texts.editions[packet.edition],
    styles: packetStyles(packet.language),
    features: { updateFields: false },
    numbering: { config: numbering(context.lists) },
    sections: parts.map((children, index) => ({ ...layout(context, index === 0), children })),
  });
  return steadyPackage(await Packer.pack(document, 'uint8array'), packet.date);
}

/** The styles of a brief, and one more heading for the sections of cases. */
function packetStyles(language: Language): IStylesOptions {
  const styles = briefStyles(language);
  return {
    ...styles,
    default: {
      ...styles.default,
      heading4: {
        run: { font: sans, size: 21, bold: true, color: colours.text, language: runLanguage(language) },
        paragraph: { spacing: { before: 200, after: 60 }, keepNext: true },
      },
    },
  };
}

function cover(context: Context): Children {
  const { packet, texts, words } = context;
  return [
    new Paragraph({
      style: 'Title',
      spacing: { before: twips(60), after: 200 },
      children: [words(packet.title, { bold: true, size: 52 })],
    }),
    ...coverFacts(packet).map((line) => small(context, line)),
    new Paragraph({
      style: 'Kicker',
      spacing: { before: 600, after: 120 },
      children: [words(texts.contents, { bold: true })],
    }),
    new TableOfContents(texts.contents, {
      hyperlink: true,
      headingStyleRange: '1-1',
      beginDirty: false,
    }),
  ];
}

function layout({ packet, texts, words }: Context, isFirst: boolean): Omit<ISectionOptions, 'children'> {
  const line = (left: string, right: ParagraphChild[]) =>
    new Paragraph({
      style: 'RunningLine',
      tabStops: [{ type: TabStopType.RIGHT, position: measure }],
      children: [words(left), new TextRun({ children: [new Tab()] }), ...right],
    });
  const number = new TextRun({ language: runLanguage(packet.language), children: [PageNumber.CURRENT] });
  return {
    properties: {
      ...(isFirst ? { titlePage: true } : { type: SectionType.NEXT_PAGE }),
      page: { size: page, margin: { ...margin, header: twips(11), footer: twips(10) } },
    },
    headers: {
      default: new Header({ children: [line(packet.title, [words(texts.editions[packet.edition])])] }),
    },
    footers: { default: new Footer({ children: [line(texts.program, [number])] }) },
  };
}

function blocks(list: readonly PacketBlock[], context: Context): Children {
  return list.flatMap((block) => oneBlock(block, context));
}

function oneBlock(block: PacketBlock, context: Context): Children {
  const { words, texts } = context;
  switch (block.type) {
    case 'heading':
      return [heading(headings[block.level], runs(block.runs, context))];
    case 'paragraph':
      return [new Paragraph({ style: 'BriefBody', children: runs(block.runs, context) })];
    case 'source':
      return [new Paragraph({ style: 'TableNote', children: runs(block.runs, context) })];
    case 'quote':
      return block.blocks.flatMap((inner) =>
        inner.type === 'paragraph'
          ? [
              new Paragraph({
                style: 'BriefList',
                indent: { left: 400 },
                border: { left: { ...rule(12, colours.line), space: 8 } },
                children: runs(inner.runs, context),
              }),
            ]
          : oneBlock(inner, context),
      );
    case 'list':
      return listBlocks(block, context, 0);
    case 'table':
      return [table(block, context), new Paragraph({ style: 'TableNote', children: [] })];
    case 'lines':
      return Array.from(
        { length: block.count },
        () =>
          new Paragraph({
            style: 'BriefList',
            spacing: { before: 0, after: 0, line: 520, lineRule: 'exact' },
            border: { bottom: rule(4, colours.line), between: rule(4, colours.line) },
            children: [words('')],
          }),
      );
    case 'forecast': {
      const border = rule(6);
      const box = {
        top: border,
        bottom: border,
        left: { ...border, space: 6 },
        right: { ...border, space: 6 },
      };
      return [
        new Paragraph({
          style: 'BriefList',
          keepNext: true,
          spacing: { before: 240 },
          border: box,
          children: [words(block.question, { bold: true })],
        }),
        new Paragraph({
          style: 'BriefList',
          border: box,
          children: [words(texts.forecastThen, { font: sans, size: 19, color: colours.second })],
        }),
      ];
    }
  }
}

function listBlocks(
  block: Extract<PacketBlock, { type: 'list' }>,
  context: Context,
  level: number,
): Children {
  const reference = `list-${context.lists.length + 1}`;
  if (block.ordered) context.lists.push({ reference, start: block.start });
  return block.items.flatMap((item) =>
    item.flatMap((inner, index): Children => {
      if (inner.type === 'list') return listBlocks(inner, context, level + 1);
      if (inner.type !== 'paragraph') return oneBlock(inner, context);
      const marked = block.ordered ? { numbering: { reference, level: 0 } } : { bullet: { level } };
      return [
        new Paragraph({
          style: 'BriefList',
          ...(index === 0 ? marked : { indent: { left: 420 + level * 360 } }),
          children: runs(inner.runs, context),
        }),
      ];
    }),
  );
}

/** Each ordered list counts for itself, from where it begins. */
function numbering(lists: Context['lists']): INumberingOptions['config'] {
  return lists.map(({ reference, start }) => ({
    reference,
    levels: [
      {
        level: 0,
        format: LevelFormat.DECIMAL,
        text: '%1.',
        start,
        alignment: AlignmentType.START,
        style: { paragraph: { indent: { left: 420, hanging: 420 } } },
      },
    ],
  }));
}

function table(block: Extract<PacketBlock, { type: 'table' }>, context: Context): Table {
  const shares = widths(block);
  // Word has no column that is as wide as it needs: one of numbers or short words gets room for ten characters.
  const fixed = shares.map((one) => (one === 0 ? twips(24) : 0));
  const left = measure - fixed.reduce((sum, one) => sum + one, 0);
  const total = shares.reduce((sum, one) => sum + one, 0);
  const columns = shares.map((one, at) => (one === 0 ? (fixed[at] ?? 0) : Math.floor((one / total) * left)));
  const row = (cells: readonly (readonly PacketRun[])[], isHead: boolean, isLast: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((cell, column) => {
        const bottom = isHead ? rule(6) : isLast ? rule(12) : rule(4, colours.line);
        return new TableCell({
          width: { size: columns[column] ?? 0, type: WidthType.DXA },
          margins: { top: 30, bottom: 30, left: 0, right: 110 },
          borders: { top: isHead ? rule(12) : none, bottom, left: none, right: none },
          children: [
            new Paragraph({
              style: isHead ? 'TableHead' : 'TableText',
              alignment: block.numeric[column] ? AlignmentType.RIGHT : AlignmentType.LEFT,
              children: runs(cell, context),
            }),
          ],
        });
      }),
    });
  return new Table({
    columnWidths: columns,
    width: { size: columns.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    rows: [
      row(block.head, true, false),
      ...block.rows.map((cells, at) => row(cells, false, at === block.rows.length - 1)),
    ],
  });
}

function runs(list: readonly PacketRun[], { words, packet }: Context): ParagraphChild[] {
  return list.map((run): ParagraphChild => {
    if ('cites' in run) {
      const language = runLanguage(packet.language);
      return new TextRun({ language, superScript: true, text: `${noBreak}[${numberRanges(run.cites)}]` });
    }
    if ('break' in run) return new TextRun({ break: 1 });
    const isBold = run.strong || (run.emphasis && /\p{Script=Han}/u.test(run.text));
    const text = words(run.text, { ...(isBold ? { bold: true } : run.emphasis ? { italics: true } : {}) });
    return run.href === undefined ? text : new ExternalHyperlink({ link: run.href, children: [text] });
  });
}

function glossary(context: Context): Children[] {
  const { packet, texts, words } = context;
  if (packet.glossary.length === 0) return [];
  return [
    [
      heading(HeadingLevel.HEADING_1, [words(texts.glossary)]),
      ...packet.glossary.map(
        ({ term, other, meaning }) =>
          new Paragraph({
            style: 'BriefList',
            spacing: { after: 120 },
            children: [
              words(term, { bold: true }),
              words(` ${other}`, { font: sans, size: 18, color: colours.third }),
              new TextRun({ break: 1 }),
              words(meaning),
            ],
          }),
      ),
    ],
  ];
}

function references({ packet, texts, words }: Context): Children[] {
  if (packet.references.length === 0) return [];
  return [
    [
      heading(HeadingLevel.HEADING_1, [words(texts.references)]),
      ...packet.references.map(
        ({ number, runs: list, note }) =>
          new Paragraph({
            style: 'Reference',
            children: [
              words(`[${number}]`),
              new TextRun({ children: [new Tab()] }),
              ...list.flatMap((run): ParagraphChild[] =>
                run.italic
                  ? [words(run.text, { italics: true })]
                  : splitLinks(run.text).map(({ text, url }) =>
                      url === null
                        ? words(text)
                        : new ExternalHyperlink({ link: url, children: [words(text)] }),
                    ),
              ),
              ...(note === null ? [] : [words(texts.note(note), { color: colours.third })]),
            ],
          }),
      ),
    ],
  ];
}

function heading(
  level: (typeof HeadingLevel)[keyof typeof HeadingLevel],
  children: ParagraphChild[],
): Paragraph {
  return new Paragraph({ heading: level, children });
}

function small({ words }: Context, text: string): Paragraph {
  return new Paragraph({ style: 'Kicker', children: [words(text)] });
}
