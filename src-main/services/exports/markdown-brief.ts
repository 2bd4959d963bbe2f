import type { PhrasingContent, RootContent, TableCell, TableRow } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { TextRun } from '#domain/citation/text-run.ts';
import { type Brief, type BriefCell, notesOfBrief } from '#domain/comparison/brief.ts';
import type { BriefNote } from '#domain/comparison/brief-notes.ts';
import { type BriefRun, markText } from '#domain/comparison/brief-runs.ts';
import type { BriefReference } from '#domain/comparison/number-references.ts';
import { xmlText } from '#domain/text/markup.ts';
import { type BriefFurnishing, unfurnished } from './brief-furnishing.ts';
import type { PlacedPicture } from './brief-pictures.ts';
import { countRows, legendLines, silenceLines } from './legend-lines.ts';
import { splitLinks } from './links.ts';
import { type BriefTexts, briefTexts } from './texts.ts';

const writer = unified()
  .use(remarkStringify, { bullet: '-', emphasis: '*', rule: '-' })
  .use(remarkGfm, { tablePipeAlign: false });

/** A brief as Markdown: CommonMark with GFM tables, which Pandoc reads too; written from a tree only. */
export function writeBriefMarkdown(brief: Brief, { pictures }: BriefFurnishing = unfurnished): Uint8Array {
  const texts = briefTexts[brief.language];
  const facts = [
    texts.kicker(brief.cases.length, countRows(brief)),
    brief.audience === '' ? '' : texts.audience(brief.audience),
    brief.organisation,
    texts.date(brief.date),
  ].filter((part) => part !== '');
  const children: RootContent[] = [
    heading(1, brief.title),
    paragraph([text(facts.join(texts.dot))]),
    ...findings(brief, texts),
    heading(2, texts.casesTable(brief.cases.length)),
    casesTable(brief, texts),
    ...silences(brief, texts),
    heading(2, texts.rowsTable(countRows(brief))),
    rowsTable(brief, texts),
    ...legendLines(brief, texts, texts.legend.ownEmphasis).map((line) => paragraph([text(line)])),
  ];
  if (pictures.length > 0) {
    const figures = pictures.map((one, index) => figure(one, texts.picture(index + 1, one.title)));
    children.push(heading(2, texts.pictures), ...figures.flat());
  }
  if (brief.notes.length > 0) {
    children.push(heading(2, texts.ownNotes), ...brief.notes.flatMap(noteOfUser));
  }
  if (brief.references.length > 0) {
    const isNumbered = brief.citing === 'numbers';
    children.push(
      heading(2, texts.references),
      ...brief.references.map((one) => reference(one, texts, isNumbered)),
    );
  }
  for (const { number, runs } of notesOfBrief(brief)) {
    children.push({
      type: 'footnoteDefinition',
      identifier: String(number),
      children: [paragraph(formatted(runs))],
    });
  }
  return new TextEncoder().encode(writer.stringify({ type: 'root', children }));
}

function findings(brief: Brief, texts: BriefTexts): RootContent[] {
  if (brief.findings.length === 0) return [];
  return [
    heading(2, texts.findings(brief.findings.length)),
    ...brief.findings.map(({ lead, rest }) =>
      paragraph([...marked('strong', phrasing(lead, false)), ...phrasing(rest, false)]),
    ),
  ];
}

function silences(brief: Brief, texts: BriefTexts): RootContent[] {
  const lines = silenceLines(brief, texts);
  if (lines.length === 0) return [];
  return [
    heading(2, texts.silences),
    {
      type: 'list',
      ordered: false,
      spread: false,
      children: lines.map((line) => ({
        type: 'listItem',
        spread: false,
        children: [paragraph([text(line)])],
      })),
    },
  ];
}

function casesTable(brief: Brief, texts: BriefTexts): RootContent {
  const { columns } = texts;
  return {
    type: 'table',
    children: [
      row([columns.case, columns.type, columns.place, columns.period].map((name) => [text(name)])),
      ...brief.cases.map((one) =>
        row([[text(one.title)], [text(one.type)], [text(one.place)], [text(one.period)]]),
      ),
    ],
  };
}

/** One flat table: a group's name stands before its rows' names, since GFM has no spanning cells. */
function rowsTable(brief: Brief, texts: BriefTexts): RootContent {
  const withFindings = brief.findings.length > 0;
  const head = [
    [text(texts.rowHead)],
    ...brief.cases.map((one) => [text(one.short)]),
    ...(withFindings ? [[text(texts.finding)]] : []),
  ];
  const body = brief.groups.flatMap((group) =>
    group.rows.map((line) =>
      row([
        [text(`${group.title}${texts.dot}${line.title}`)],
        ...line.cells.map((cell) => cellContent(cell, texts)),
        ...(withFindings
          ? [line.finding === null ? [text(texts.noFinding)] : phrasing(line.finding, false)]
          : []),
      ]),
    ),
  );
  return { type: 'table', children: [row(head), ...body] };
}

function cellContent(cell: BriefCell, texts: BriefTexts): PhrasingContent[] {
  const words = phrasing(cell.runs, true);
  if (cell.unsupported) return [...words, text(texts.noSource)];
  if (cell.stages === null) return words;
  return [text(`${cell.stages.map((covered) => (covered ? '●' : '○')).join('')} `), ...words];
}

function phrasing(runs: readonly BriefRun[], markOwn: boolean): PhrasingContent[] {
  return runs.flatMap((run): PhrasingContent[] => {
    const words: PhrasingContent[] =
      run.text === ''
        ? []
        : markOwn && run.own && run.text.trim() !== ''
          ? marked('emphasis', [text(run.text)])
          : [text(run.text)];
    const { mark } = run;
    if (mark === null) return words;
    if (mark.kind !== 'note') return [...words, text(markText(mark))];
    return [...words, { type: 'footnoteReference', identifier: String(mark.number) }];
  });
}

/**
 * Marks words, leaving a closing full stop outside: `**…。**` followed by Han would not close (CommonMark's
 * flanking rule counts 。 as punctuation).
 */
function marked(type: 'strong' | 'emphasis', children: PhrasingContent[]): PhrasingContent[] {
  const last = children.at(-1);
  const stop = last?.type === 'text' ? (/\p{P}+$/u.exec(last.value)?.[0] ?? '') : '';
  if (last?.type !== 'text' || stop === '') return [{ type, children }];
  const words = last.value.slice(0, last.value.length - stop.length);
  const inner = [...children.slice(0, -1), ...(words === '' ? [] : [text(words)])];
  return inner.length === 0 ? children : [{ type, children: inner }, text(stop)];
}

function reference(
  { number, runs, note }: BriefReference,
  texts: BriefTexts,
  isNumbered: boolean,
): RootContent {
  const label = isNumbered ? [text(`[${number}] `)] : [];
  return paragraph([...label, ...formatted(runs), ...(note === null ? [] : [text(texts.note(note))])]);
}

function formatted(runs: readonly TextRun[]): PhrasingContent[] {
  return runs.flatMap((run): PhrasingContent[] =>
    run.italic
      ? [{ type: 'emphasis', children: [text(run.text)] }]
      : splitLinks(run.text).map((part) =>
          part.url === null ? text(part.text) : { type: 'link', url: part.url, children: [text(part.text)] },
        ),
  );
}

/** In the file itself, so that it stays one file; as pixels, which every reader of Markdown takes. */
function figure({ png, alt, source }: PlacedPicture, caption: string): RootContent[] {
  const url = `data:image/png;base64,${Buffer.from(png()).toString('base64')}`;
  return [
    paragraph([{ type: 'image', url, alt }]),
    paragraph([{ type: 'strong', children: [text(caption)] }]),
    paragraph([text(source)]),
  ];
}

function noteOfUser({ about, quote, lines }: BriefNote): RootContent[] {
  return [
    paragraph([{ type: 'strong', children: [text(about)] }]),
    ...(quote === '' ? [] : [{ type: 'blockquote' as const, children: [paragraph([text(quote)])] }]),
    ...lines.map((line) => paragraph([text(line)])),
  ];
}

const heading = (depth: 1 | 2, value: string): RootContent => ({
  type: 'heading',
  depth,
  children: [text(value)],
});
const paragraph = (children: PhrasingContent[]): RootContent & { type: 'paragraph' } => ({
  type: 'paragraph',
  children,
});
// A cell of a table is one line; so is every other run of a brief.
const text = (value: string): PhrasingContent => ({
  type: 'text',
  value: xmlText(value).replace(/\s*\n\s*/g, ' '),
});
const row = (cells: PhrasingContent[][]): TableRow => ({
  type: 'tableRow',
  children: cells.map((children): TableCell => ({ type: 'tableCell', children })),
});
