import type { Case } from '#contract/case-tree.ts';
import { OkmError } from '#contract/errors.ts';
import { BriefOptions, CitationStyle } from '#contract/exports.ts';
import type { CaseId, Language } from '#contract/ids.ts';
import { type OwnRow, RowKey } from '#contract/rows.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { referenceText } from '#domain/citation/format-reference.ts';
import { citingSystem } from '#domain/citation/in-text.ts';
import { plainText } from '#domain/citation/text-run.ts';
import { makeBrief } from '#domain/comparison/brief.ts';
import { citingByNumber, markText, splitLead, toBriefRuns } from '#domain/comparison/brief-runs.ts';
import { CARRIED_NAMESPACE, CarriedComparison, carryComparison } from '#domain/comparison/carried.ts';
import { draftCell } from '#domain/comparison/draft-cell.ts';
import { fromPrinted, sameWords, toNumbered } from '#domain/comparison/printed-text.ts';
import type { ReturnedEdit } from '#domain/comparison/return-brief.ts';
import { shortTitle } from '#domain/comparison/short-title.ts';
import type { Library } from '../../library/library.ts';
import { briefTexts } from '../texts.ts';
import { type BriefTable, findBriefTable, type ReadCell } from './brief-table.ts';
import { notesOf, paragraphsOf } from './docx-text.ts';
import { type OpenDocx, openDocx } from './open-docx.ts';
import { charactersOf, parseXml, type XmlElement } from './xml.ts';

/** A brief that came back from a word processor. */
export interface ReturnedBrief {
  readonly carried: CarriedComparison;
  /** Whether the document still had its own record of the comparison; else it was made out anew. */
  readonly recordKept: boolean;
  readonly edits: readonly ReturnedEdit[];
}

const languages = ['zh', 'en'] as const;

/**
 * Reads a brief back from its Word document: which cells and findings were edited, with their citations.
 *
 * @throws OkmError FILE_REFUSED: no DOCX, no brief, a column lost, cells merged
 */
export function readBriefDocx(bytes: Uint8Array, file: string, library: Library): ReturnedBrief {
  const docx = openDocx(bytes, file);
  const record = carriedIn(docx);
  const footnotes = docx.part('word/footnotes.xml');
  const notes = notesOf(footnotes === undefined ? undefined : parseXml(footnotes));
  const known = record ? record.caseIds.flatMap((id) => library.find(id) ?? []) : library.cases;
  const table = findBriefTable(docx.document, heads(known, record?.ownRows ?? []), file, notes);
  if (table === undefined) throw new OkmError('FILE_REFUSED', { file, reason: 'not-brief', detail: '' });
  const carried = record ?? madeOut(docx, table, library);
  for (const id of carried.caseIds) {
    if (table.columns.includes(id)) continue;
    const title = library.find(id)?.front.title[carried.language];
    throw new OkmError('FILE_REFUSED', {
      file,
      reason: 'column-lost',
      detail: title ? shortTitle(title) : id,
    });
  }
  const hadFindings = record !== undefined && Object.values(record.findings).some((text) => text !== '');
  if (hadFindings && !table.columns.includes('finding')) {
    const detail = briefTexts[carried.language].finding;
    throw new OkmError('FILE_REFUSED', { file, reason: 'column-lost', detail });
  }
  return { carried, recordKept: record !== undefined, edits: editsOf(table, carried) };
}

/** How the heads of columns and rows are read where tags are gone. */
function heads(cases: readonly Case[], ownRows: readonly OwnRow[]) {
  const byTitle = new Map(
    cases.flatMap(({ id, front }) =>
      languages.map((language) => [shortTitle(front.title[language]), id] as const),
    ),
  );
  const byLabel = new Map<string, string>([
    ...ownRows.map(({ id, title }) => [title, id] as const),
    ...vocabulary.row.flatMap(({ id, zh, en }) => [[zh, id] as const, [en, id] as const]),
  ]);
  const findings: readonly string[] = languages.map((language) => briefTexts[language].finding);
  return {
    caseOf: (head: string) => byTitle.get(head),
    rowOf: (head: string) => byLabel.get(head),
    isFinding: (head: string) => findings.includes(head),
  };
}

function carriedIn({ names, part }: OpenDocx): CarriedComparison | undefined {
  for (const name of names) {
    if (!/^customXml\/item\d+\.xml$/.test(name)) continue;
    const text = part(name) ?? '';
    if (!text.includes(CARRIED_NAMESPACE)) continue;
    try {
      return CarriedComparison.parse(JSON.parse(charactersOf(parseXml(text))));
    } catch {
      // A record that another program has spoilt is as good as none: the table itself is read.
      return undefined;
    }
  }
  return undefined;
}

/** Makes out what a document compares from its pages alone: tags or heads, and the list of its references. */
function madeOut(docx: OpenDocx, table: BriefTable, library: Library): CarriedComparison {
  const cases = table.columns.flatMap((id) => (id === undefined ? [] : (library.find(id) ?? [])));
  const rows = table.rows.flatMap(({ row }) => RowKey.safeParse(row).data ?? []);
  const paragraphs = paragraphsOf(docx.document);
  const language = languageOf(docx.document);
  return {
    version: 1,
    id: null,
    title: paragraphs.find(({ style }) => /^heading1$/i.test(style))?.text.slice(0, 200) ?? '',
    language,
    caseIds: cases.map(({ id }): CaseId => id),
    rows,
    ownRows: [],
    cells: cases.flatMap((one) =>
      rows.map((row) => ({ caseId: one.id, row, text: draftCell(one, row, language).text, own: false })),
    ),
    findings: {},
    ...sourcesIn(
      paragraphs.map(({ text }) => text),
      { cases, rows, language },
    ),
  };
}

function languageOf(document: XmlElement): Language {
  const words = paragraphsOf(document)
    .map(({ text }) => text)
    .join('');
  return words.includes(briefTexts.zh.rowHead) ? 'zh' : 'en';
}

/** The sources of a document and how it cites them: by the numbers of its list, or as its style would print them. */
function sourcesIn(
  lines: readonly string[],
  { cases, rows, language }: { cases: readonly Case[]; rows: readonly RowKey[]; language: Language },
): Pick<CarriedComparison, 'references' | 'citations'> {
  const references = referencesIn(lines, cases);
  if (references.length > 0) return { references, citations: [] };
  const listed = new Set(lines.map((line) => line.trim()));
  const drafts = cases.flatMap((one) => rows.map((row) => draftCell(one, row, language)));
  const comparison = { title: '', rows: [...rows], findings: {}, cells: [] };
  const found = CitationStyle.options
    .filter((style) => citingSystem(style) !== 'numbers')
    .map((style) => {
      const options = BriefOptions.parse({ language, style });
      const source = { comparison, cases, drafts, options, date: '' };
      const brief = makeBrief(source);
      const lists = brief.references.filter(({ runs }) => listed.has(plainText(runs).trim())).length;
      return { lists, ...carryComparison(source, null, brief) };
    })
    .sort((a, b) => b.lists - a.lists)[0];
  return { references: found?.references ?? [], citations: found?.citations ?? [] };
}

function referencesIn(lines: readonly string[], cases: readonly Case[]): CarriedComparison['references'] {
  const printed = cases.flatMap(({ id, front }) =>
    front.references.flatMap((item) =>
      CitationStyle.options.map((style) => ({ key: `${id}_${item.id}`, text: referenceText(item, style) })),
    ),
  );
  const seen = new Map<number, string[]>();
  for (const line of lines) {
    const match = /^\s*\[(\d{1,4})\]\s*(.+)$/su.exec(line);
    if (!match) continue;
    const [, number = '', words = ''] = match;
    const keys = printed
      .filter(({ text }) => sameWords(words.slice(0, text.length), text))
      .map(({ key }) => key);
    if (keys.length > 0) seen.set(Number(number), [...new Set(keys)]);
  }
  return [...seen].map(([number, keys]) => ({ number, keys }));
}

function editsOf(table: BriefTable, carried: CarriedComparison): ReturnedEdit[] {
  const { language } = carried;
  const texts = briefTexts[language];
  const numbered = (text: string, caseId: string | undefined) => toNumbered(text, carried, caseId);
  return table.rows.flatMap(({ row: name, cells }) => {
    const row = RowKey.safeParse(name).data;
    if (row === undefined) return [];
    return table.columns.flatMap((column, index): ReturnedEdit[] => {
      const cell = cells[index];
      if (column === undefined || cell === undefined) return [];
      if (column === 'finding') {
        const before = carried.findings[row] ?? '';
        const words = wordsOf(cell);
        if (before === '' && sameWords(words, texts.noFinding)) return [];
        const lead = fromPrinted(words, carried, undefined);
        if (sameWords(numbered(lead, undefined), leadOf(before, carried))) return [];
        return [{ caseId: null, row, before, after: lead + before.slice(leadEnd(before)) }];
      }
      const before = carried.cells.find((one) => one.caseId === column && one.row === row)?.text;
      if (before === undefined) return [];
      const words = wordsOf(cell)
        .replace(texts.noSource, '')
        .replace(/^[●○]+\s*/u, '')
        .trim();
      const after = fromPrinted(words, carried, column);
      if (words === '' || sameWords(numbered(after, column), numbered(before, column))) return [];
      return [{ caseId: column, row, before, after }];
    });
  });
}

/** The table shows the first sentence of a finding, without the sources that close it. */
function leadOf(text: string, carried: CarriedComparison): string {
  const numbers = new Map(
    carried.references.flatMap(({ number, keys }) => keys.map((key) => [key, number] as const)),
  );
  const { lead } = splitLead(
    toBriefRuns(
      text,
      citingByNumber((ref) => numbers.get(ref)),
      undefined,
    ),
  );
  return lead.map((run) => run.text + (run.mark === null ? '' : markText(run.mark))).join('');
}

function leadEnd(text: string): number {
  const end = text.search(/[。！？!?]|\.(?=\s|\[|$)/u);
  return end < 0 ? text.length : end + 1;
}

function wordsOf({ paragraphs }: ReadCell): string {
  return paragraphs
    .join('\n')
    .replace(/[\u200d\u2060]/g, '')
    .trim();
}
