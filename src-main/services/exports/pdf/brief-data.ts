import type { BriefOptions } from '#contract/exports.ts';
import type { TextRun } from '#domain/citation/text-run.ts';
import type { Brief, BriefCell, BriefRow } from '#domain/comparison/brief.ts';
import type { BriefRun, CitationMark } from '#domain/comparison/brief-runs.ts';
import type { BriefReference } from '#domain/comparison/number-references.ts';
import { xmlText } from '#domain/text/markup.ts';
import { type BriefFurnishing, unfurnished } from '../brief-furnishing.ts';
import { countRows, legendLines, silenceLines } from '../legend-lines.ts';
import { splitLinks } from '../links.ts';
import type { Logo } from '../read-logo.ts';
import { type BriefTexts, briefTexts } from '../texts.ts';

/** Where the template finds the pictures. */
export const picturePath = (index: number): string => `/pictures/${index}.svg`;
export const logoPath = ({ type }: Pick<Logo, 'type'>): string => `/logo.${type}`;

/** A row longer than this may be broken across pages; a shorter one is kept whole. Code points of one cell. */
const LONGEST_KEPT = 400;

/** What the template of a brief reads: plain values only, every word already chosen. */
export function briefData(
  brief: Brief,
  { orientation, cover }: BriefOptions,
  { logo, pictures }: BriefFurnishing = unfurnished,
) {
  const texts = briefTexts[brief.language];
  const withFindings = brief.findings.length > 0;
  const hasMarks = brief.hasOwnWords || brief.citations > 0;
  const legend = legendLines(brief, texts);
  return {
    language: brief.language,
    landscape: orientation === 'landscape',
    program: texts.program,
    cover,
    organisation: line(brief.organisation),
    logo: logo === undefined ? null : logoPath(logo),
    pictures: pictures.map(({ title, alt, source }, index) => ({
      caption: texts.picture(index + 1, line(title)),
      alt: line(alt),
      source: line(source),
      path: picturePath(index),
    })),
    notesOfUser: brief.notes.map(({ about, quote, lines }) => ({
      about: line(about),
      quote: line(quote),
      lines: lines.map(line),
    })),
    title: line(brief.title),
    kicker: texts.kicker(brief.cases.length, countRows(brief)),
    facts: [brief.audience === '' ? '' : texts.audience(line(brief.audience)), texts.date(brief.date)]
      .filter((part) => part !== '')
      .join(texts.gap),
    date: texts.date(brief.date),
    day: brief.date.split('-').map(Number),
    words: {
      findings: texts.findings(brief.findings.length),
      casesTable: texts.casesTable(brief.cases.length),
      silences: texts.silences,
      pageReferences: texts.pageReferences,
      rowsTable: texts.rowsTable(countRows(brief)),
      continued: texts.continued,
      rowHead: texts.rowHead,
      finding: texts.finding,
      noFinding: texts.noFinding,
      noSource: texts.noSource,
      references: texts.references,
      contents: texts.contents,
      pictures: texts.pictures,
      ownNotes: texts.ownNotes,
    },
    columns: [texts.columns.case, texts.columns.type, texts.columns.place, texts.columns.period],
    cases: brief.cases.map((one) => ({
      title: line(one.title),
      short: line(one.short),
      type: one.type,
      place: line(one.place),
      period: one.period,
      about: line(one.type + texts.dot + one.place),
    })),
    findings: brief.findings.map(({ lead, rest }) => ({ lead: runs(lead), rest: runs(rest) })),
    silences: silenceLines(brief, texts).map(line),
    numbered: brief.citing === 'numbers',
    // Notes stand at the foot of the page that calls them.
    cited: (brief.citing === 'notes' ? [] : brief.references)
      .filter(({ number }) => brief.citedInFindings.includes(number))
      .map((one) => reference(one, texts)),
    withFindings,
    marks: hasMarks ? (legend[0] ?? '') : '',
    notes: legend.slice(hasMarks ? 1 : 0).join(texts.gap),
    groups: brief.groups.map((group) => ({ title: group.title, rows: group.rows.map(row) })),
    references: brief.references.map((one) => reference(one, texts)),
  };
}
export type BriefData = ReturnType<typeof briefData>;

function row({ title, cells, finding }: BriefRow) {
  const lengths = cells.map((one) => one.runs.reduce((sum, run) => sum + [...run.text].length, 0));
  return {
    title,
    keep: Math.max(...lengths) <= LONGEST_KEPT / Math.max(1, cells.length / 3),
    cells: cells.map(cell),
    finding: finding === null ? null : runs(finding),
  };
}

function cell({ nothing, unsupported, stages, runs: list }: BriefCell) {
  return {
    nothing,
    unsupported,
    stages: stages === null ? null : stages.map((covered) => (covered ? '●' : '○')).join(''),
    runs: runs(list),
  };
}

function runs(list: readonly BriefRun[]) {
  return list.map(({ text, cites, mark, own }) => ({
    text: line(text),
    mark: mark === null ? null : printed(mark),
    first: cites[0]?.number ?? null,
    own: own && text.trim() !== '',
  }));
}

function printed(mark: CitationMark) {
  if (mark.kind === 'note') return { kind: mark.kind, text: '', parts: parts(mark.runs) };
  return { kind: mark.kind, text: line(mark.text), parts: [] };
}

function parts(list: readonly TextRun[]) {
  return list.flatMap((run) =>
    run.italic
      ? [{ text: line(run.text), italic: true, url: null }]
      : splitLinks(run.text).map(({ text, url }) => ({ text: line(text), italic: false, url })),
  );
}

function reference({ number, runs: list, note }: BriefReference, texts: BriefTexts) {
  return {
    number,
    parts: parts(list),
    note: note === null ? null : texts.note(line(note)),
  };
}

/** A run of a document is one line: what a user's words hold of other blanks and controls is taken out. */
function line(text: string): string {
  return xmlText(text).replace(/\s*\n\s*/g, ' ');
}
