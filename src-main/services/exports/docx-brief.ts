import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  type IRunOptions,
  type ISectionOptions,
  LevelFormat,
  NoBreakHyphen,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  SectionType,
  TabStopType,
  TextRun,
} from 'docx';
import type { BriefOptions } from '#contract/exports.ts';
import type { TextRun as TextRuns } from '#domain/citation/text-run.ts';
import { type Brief, notesOfBrief } from '#domain/comparison/brief.ts';
import type { CitationMark } from '#domain/comparison/brief-runs.ts';
import type { CarriedComparison } from '#domain/comparison/carried.ts';
import type { BriefReference } from '#domain/comparison/number-references.ts';
import { xmlText } from '#domain/text/markup.ts';
import type { BriefFurnishing } from './brief-furnishing.ts';
import type { DocxContext } from './docx-context.ts';
import { control } from './docx-controls.ts';
import { coverSection, fromRuns, notePages, partsOf, picturePages } from './docx-furnishing.ts';
import { steadyPackage } from './docx-package.ts';
import { heading, styled, tab } from './docx-parts.ts';
import type { ReferenceDoc } from './docx-reference.ts';
import { briefStyles, colours, runLanguage, twips } from './docx-styles.ts';
import { casesTable, rowsTable } from './docx-tables.ts';
import { countRows, legendLines, silenceLines } from './legend-lines.ts';
import { splitLinks } from './links.ts';
import type { Logo } from './read-logo.ts';
import { briefTexts } from './texts.ts';

const page = { width: twips(210), height: twips(297) };
const upright = { top: twips(25), bottom: twips(22), left: twips(28.8), right: twips(28.8) };
const across = { top: twips(20), bottom: twips(21), left: twips(20), right: twips(20) };

/**
 * A brief as a Word document: a first page to be handed round alone, the table on pages of its own with a head
 * row that repeats, the references last. Equal briefs give equal bytes.
 */
export async function writeBriefDocx(
  brief: Brief,
  options: BriefOptions,
  extras: Partial<BriefFurnishing> & {
    readonly carried?: CarriedComparison;
    readonly template?: ReferenceDoc;
  } = {},
): Promise<Uint8Array> {
  const context = docxContext(brief);
  const { texts } = context;
  const { logo, pictures = [] } = extras;
  const next = SectionType.NEXT_PAGE;
  const upperPages = (children: ISectionOptions['children']) =>
    children.length === 0 ? [] : [{ ...layout(context, 'portrait', upright, logo, next), children }];
  const document = new Document({
    title: xmlText(brief.title),
    creator: texts.program,
    lastModifiedBy: texts.program,
    description: xmlText(texts.kicker(brief.cases.length, countRows(brief))),
    styles: briefStyles(brief.language),
    features: { updateFields: false },
    footnotes: footnotes(context),
    numbering: { config: [{ reference: 'list', levels: [bullet] }] },
    sections: [
      ...(options.cover ? [coverSection(context, logo, partsOf(brief, texts, pictures), upright)] : []),
      {
        ...layout(context, 'portrait', upright, logo, options.cover ? next : undefined),
        children: firstPage(context),
      },
      {
        ...layout(context, options.orientation, across, logo, next),
        children: tablePages(context, options.orientation),
      },
      ...upperPages(picturePages(context, pictures, page.width - upright.left - upright.right)),
      ...upperPages(notePages(context)),
      ...upperPages(brief.references.length === 0 ? [] : referencePages(context)),
    ],
  });
  const bytes = await Packer.pack(document, 'uint8array');
  return steadyPackage(bytes, brief.date, extras);
}

/** The library's own bullets name a style beside ours, which the schema forbids. */
const bullet = {
  level: 0,
  format: LevelFormat.BULLET,
  text: '•',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 400, hanging: 240 } } },
};

// Word's own “no-width non break”: a citation must not begin a line, away from its claim.
const noBreak = '\u200d';

function docxContext(brief: Brief): DocxContext {
  const language = runLanguage(brief.language);
  const citation = (mark: CitationMark, options: IRunOptions) => {
    if (mark.kind === 'note') return new FootnoteReferenceRun(mark.number);
    if (mark.kind === 'words') return words(mark.text, { ...options, bold: false });
    const parts = `${noBreak}${xmlText(mark.text)}`.split('-');
    const children = parts.flatMap((part, index) => (index === 0 ? [part] : [new NoBreakHyphen(), part]));
    return new TextRun({ ...options, language, bold: false, superScript: true, children });
  };
  let controls = 0;
  const words = (text: string, options: IRunOptions = {}) =>
    new TextRun({ ...options, language, text: xmlText(text).replace(/\s*\n\s*/g, ' ') });
  return {
    brief,
    texts: briefTexts[brief.language],
    words,
    control: (tag, title, children) => {
      controls += 1;
      return [control(tag, title, controls, children)];
    },
    runs: (list, options = {}) =>
      list.flatMap((run) => [
        ...(run.text === ''
          ? []
          : [words(run.text, run.own ? { ...options, underline: { type: 'single' } } : options)]),
        ...(run.mark === null ? [] : [citation(run.mark, options)]),
      ]),
  };
}

function layout(
  context: DocxContext,
  orientation: BriefOptions['orientation'],
  margin: { top: number; bottom: number; left: number; right: number },
  logo: Logo | undefined,
  type: (typeof SectionType)[keyof typeof SectionType] | undefined,
): Omit<ISectionOptions, 'children'> {
  const { brief, texts, words } = context;
  const landscape = orientation === 'landscape';
  const width = (landscape ? page.height : page.width) - margin.left - margin.right;
  const line = (left: ParagraphChild[], right: ParagraphChild[]) =>
    new Paragraph({
      style: 'RunningLine',
      tabStops: [{ type: TabStopType.RIGHT, position: width }],
      children: [...left, tab(), ...right],
    });
  const language = runLanguage(brief.language);
  return {
    properties: {
      ...(type === undefined ? {} : { type }),
      page: {
        size: { ...page, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { ...margin, header: twips(11), footer: twips(10) },
      },
    },
    headers: {
      default: new Header({ children: [line(fromRuns(context, logo, 8), [words(texts.program)])] }),
    },
    footers: {
      default: new Footer({
        children: [
          line(
            [words(`${brief.title}${texts.gap}${texts.date(brief.date)}`)],
            [new TextRun({ language, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
          ),
        ],
      }),
    },
  };
}

function firstPage(context: DocxContext): ISectionOptions['children'] {
  const { brief, texts, words, runs } = context;
  const facts = [brief.audience === '' ? '' : texts.audience(brief.audience), texts.date(brief.date)];
  const silences = silenceLines(brief, texts);
  // Notes stand at the foot of the page that calls them.
  const cited = (brief.citing === 'notes' ? [] : brief.references).filter((reference) =>
    brief.citedInFindings.includes(reference.number),
  );
  return [
    styled('Kicker', [words(texts.kicker(brief.cases.length, countRows(brief)))]),
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [words(brief.title)] }),
    styled('Kicker', [words(facts.filter((part) => part !== '').join(texts.gap))]),
    ...(brief.findings.length === 0
      ? []
      : [heading(context, texts.findings(brief.findings.length), {}, 'part1')]),
    ...brief.findings.map(({ lead, rest }) =>
      styled('BriefBody', [...runs(lead, { bold: true }), ...runs(rest)]),
    ),
    heading(context, texts.casesTable(brief.cases.length), {}, 'part2'),
    casesTable(context, page.width - upright.left - upright.right),
    ...(silences.length === 0 ? [] : [heading(context, texts.silences, {}, 'part3')]),
    ...silences.map((line) =>
      styled('BriefList', [words(line)], { numbering: { reference: 'list', level: 0 } }),
    ),
    ...(cited.length === 0
      ? []
      : [heading(context, texts.pageReferences, {}, 'part4'), ...references(context, cited)]),
  ];
}

function tablePages(
  context: DocxContext,
  orientation: BriefOptions['orientation'],
): ISectionOptions['children'] {
  const { brief, texts, words } = context;
  const width = (orientation === 'landscape' ? page.height : page.width) - across.left - across.right;
  const legend = legendLines(brief, texts).join(texts.gap);
  return [
    heading(context, texts.rowsTable(countRows(brief)), { spacing: { before: 0, after: 120 } }, 'part5'),
    rowsTable(context, width),
    ...(legend === '' ? [] : [styled('TableNote', [words(legend)], { spacing: { before: 120 } })]),
  ];
}

function referencePages(context: DocxContext): ISectionOptions['children'] {
  const { brief, texts } = context;
  return [
    heading(context, texts.references, { spacing: { before: 0, after: 120 } }, 'part8'),
    ...references(context, brief.references),
  ];
}

function references(context: DocxContext, list: readonly BriefReference[]): Paragraph[] {
  const { brief, texts, words } = context;
  return list.map(({ number, runs, note }) =>
    styled('Reference', [
      ...(brief.citing === 'numbers' ? [words(`[${number}]`), tab()] : []),
      ...formatted(context, runs),
      ...(note === null ? [] : [words(texts.note(note), { color: colours.third })]),
    ]),
  );
}

function formatted({ words }: DocxContext, runs: readonly TextRuns[]): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] =>
    run.italic ? [words(run.text, { italics: true })] : splitLinks(run.text).map((part) => link(part, words)),
  );
}

function footnotes(context: DocxContext): Record<string, { children: Paragraph[] }> {
  return Object.fromEntries(
    notesOfBrief(context.brief).map(({ number, runs }) => [
      String(number),
      { children: [styled('FootnoteText', [context.words(' '), ...formatted(context, runs)])] },
    ]),
  );
}

function link(
  { text, url }: { readonly text: string; readonly url: string | null },
  words: DocxContext['words'],
): ParagraphChild {
  return url === null ? words(text) : new ExternalHyperlink({ link: url, children: [words(text)] });
}
