import {
  ImageRun,
  type ISectionOptions,
  PageOrientation,
  type Paragraph,
  type ParagraphChild,
  TableOfContents,
} from 'docx';
import type { Brief } from '#domain/comparison/brief.ts';
import { xmlText } from '#domain/text/markup.ts';
import type { PlacedPicture } from './brief-pictures.ts';
import type { DocxContext } from './docx-context.ts';
import { heading, styled } from './docx-parts.ts';
import { twips } from './docx-styles.ts';
import { countRows } from './legend-lines.ts';
import type { Logo } from './read-logo.ts';
import type { BriefTexts } from './texts.ts';

const PX_PER_MM = 96 / 25.4;
const TWIPS_PER_PX = 15;

/** Whom the brief is from, at the head of a page: its mark and its name. */
export function fromRuns(
  { brief, words }: DocxContext,
  logo: Logo | undefined,
  heightMm: number,
): ParagraphChild[] {
  const { organisation } = brief;
  return [
    ...(logo === undefined ? [] : [logoRun(logo, heightMm, organisation)]),
    words(`${logo !== undefined && organisation !== '' ? '  ' : ''}${organisation}`),
  ];
}

function logoRun({ type, bytes, width, height }: Logo, heightMm: number, name: string): ImageRun {
  const tall = Math.round(heightMm * PX_PER_MM);
  // A very wide mark must not push the name off the line.
  const wide = Math.min(Math.round((tall * width) / height), Math.round(70 * PX_PER_MM));
  return new ImageRun({
    type,
    data: bytes,
    transformation: { width: wide, height: Math.round((wide * height) / width) },
    altText: { name: 'logo', title: xmlText(name), description: xmlText(name) },
  });
}

/** The parts of a brief by the words of their headings and the bookmarks on them. */
export function partsOf(
  brief: Brief,
  texts: BriefTexts,
  pictures: readonly PlacedPicture[],
): { readonly title: string; readonly href: string }[] {
  const titles = [
    brief.findings.length === 0 ? '' : texts.findings(brief.findings.length),
    texts.casesTable(brief.cases.length),
    brief.silences.length === 0 ? '' : texts.silences,
    brief.citing === 'notes' || brief.citedInFindings.length === 0 ? '' : texts.pageReferences,
    texts.rowsTable(countRows(brief)),
    pictures.length === 0 ? '' : texts.pictures,
    brief.notes.length === 0 ? '' : texts.ownNotes,
    brief.references.length === 0 ? '' : texts.references,
  ];
  return titles.flatMap((title, index) => (title === '' ? [] : [{ title, href: `part${index + 1}` }]));
}

/** A first page of its own, with the contents as a field that Word fills with its page numbers. */
export function coverSection(
  context: DocxContext,
  logo: Logo | undefined,
  parts: readonly { readonly title: string; readonly href: string }[],
  margin: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number },
): ISectionOptions {
  const { brief, texts, words } = context;
  const facts = [brief.audience === '' ? '' : texts.audience(brief.audience), texts.date(brief.date)];
  return {
    properties: {
      page: {
        size: { width: twips(210), height: twips(297), orientation: PageOrientation.PORTRAIT },
        margin: { ...margin, top: twips(60) },
      },
    },
    children: [
      ...(logo === undefined ? [] : [styled('Kicker', [logoRun(logo, 18, brief.organisation)])]),
      ...(brief.organisation === ''
        ? []
        : [styled('Kicker', [words(brief.organisation, { size: 26 })], { spacing: { after: 600 } })]),
      styled('Kicker', [words(texts.kicker(brief.cases.length, countRows(brief)))]),
      styled('CoverTitle', [words(brief.title)]),
      styled('Kicker', [words(facts.filter((part) => part !== '').join(texts.gap))], {
        spacing: { after: 1800 },
      }),
      styled('TableHead', [words(texts.contents, { size: 26 })]),
      new TableOfContents(texts.contents, {
        hyperlink: true,
        headingStyleRange: '2-2',
        useAppliedParagraphOutlineLevel: true,
        cachedEntries: parts.map(({ title, href }) => ({ title: xmlText(title), level: 1, href })),
        beginDirty: true,
      }),
    ],
  };
}

/** The pictures, each with its name, its source and what it shows in words. `width` in twentieths of a point. */
export function picturePages(
  context: DocxContext,
  pictures: readonly PlacedPicture[],
  width: number,
): Paragraph[] {
  const { texts, words } = context;
  if (pictures.length === 0) return [];
  const wide = Math.floor(width / TWIPS_PER_PX);
  return [
    heading(context, texts.pictures, { spacing: { before: 0, after: 120 } }, 'part6'),
    ...pictures.flatMap(({ title, alt, source, png, width: own, height }, index) => [
      styled(
        'PictureLine',
        [
          new ImageRun({
            type: 'png',
            data: png(),
            transformation: { width: wide, height: Math.round((wide * height) / own) },
            altText: { name: `picture-${index + 1}`, title: xmlText(title), description: xmlText(alt) },
          }),
        ],
        { keepNext: true },
      ),
      styled('Caption', [words(texts.picture(index + 1, title))], { keepNext: true }),
      styled('TableNote', [words(source)], { spacing: { after: 360 } }),
    ]),
  ];
}

/** The user's own notes: what each is about, the words it stands on, and his. */
export function notePages(context: DocxContext): Paragraph[] {
  const { brief, texts, words } = context;
  if (brief.notes.length === 0) return [];
  return [
    heading(context, texts.ownNotes, { spacing: { before: 0, after: 120 } }, 'part7'),
    ...brief.notes.flatMap(({ about, quote, lines }) => [
      styled('TableHead', [words(about)], { keepNext: true, spacing: { before: 240 } }),
      ...(quote === '' ? [] : [styled('Quotation', [words(quote)])]),
      ...lines.map((line) => styled('BriefList', [words(line)])),
    ]),
  ];
}
