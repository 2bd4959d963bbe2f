import { writeCitation } from '#contract/cited-text.ts';
import { type Cite, citingByNumber, markText, toBriefRuns } from './brief-runs.ts';
import type { CarriedComparison } from './carried.ts';

/** What a document says of its citations: its sources, and those citations that are no plain numbers. */
export type PrintedSources = Pick<CarriedComparison, 'references' | 'citations'>;

/** Around the words of a note, where a text was read out of a document. No text of ours holds them. */
export const noteMarks = { open: '\ue000', close: '\ue001' } as const;

/** A cited text with each claim's numbers in brackets, whatever the style of its document: for comparing. */
export function toNumbered(
  text: string,
  { references }: Pick<PrintedSources, 'references'>,
  caseId: string | undefined,
): string {
  const numbers = new Map(
    references.flatMap(({ number, keys }) => keys.map((key) => [key, number] as const)),
  );
  const numberOf = (ref: string) =>
    numbers.get(ref.includes('_') || caseId === undefined ? ref : `${caseId}_${ref}`);
  return toBriefRuns(text, citingByNumber(numberOf), undefined)
    .map((run) => run.text + (run.mark === null ? '' : markText(run.mark)))
    .join('');
}

const stops = '([。．.；;，,！？!?、：:]?)';
const printedCitation = new RegExp(`[ \\t]?\\[(\\d{1,4}(?:\\s*[-–,，、]\\s*\\d{1,4})*)\\]${stops}`, 'g');

/**
 * A printed text with its citations as a comparison keeps them: `…[3-4]。` becomes `…。[@S2; @S5]`. What the
 * document has no source for stays the text that it is; the words of an unknown note stand in brackets.
 */
export function fromPrinted(
  text: string,
  { references, citations }: PrintedSources,
  caseId: string | undefined,
): string {
  const keys = new Map(references.map((one) => [one.number, one.keys]));
  const refOf = (number: number): string | undefined => {
    const all = keys.get(number);
    const own = all?.find((key) => caseId !== undefined && key.startsWith(`${caseId}_`));
    return own === undefined ? all?.[0] : own.slice((caseId?.length ?? 0) + 1);
  };
  const cited = (cites: readonly Cite[]): string | undefined => {
    const found = cites.flatMap(({ number, locator }) => {
      const ref = refOf(number);
      return ref === undefined ? [] : [{ ref, locator }];
    });
    if (found.length === 0 || found.length < cites.length) return undefined;
    const placed = found.flatMap(({ ref, locator }) => (locator === null ? [] : [[ref, locator] as const]));
    const inner = writeCitation(
      found.map(({ ref }) => ref),
      Object.fromEntries(placed),
    );
    return `[${inner}]`;
  };
  return withKnown(text, citations, cited)
    .replace(printedCitation, (whole, list: string, mark: string) => {
      const citation = cited(numbersOf(list).map((number) => ({ number, locator: null })));
      return citation === undefined ? whole : mark + citation;
    })
    .replace(/[\ue000\ue001]/g, (mark) => (mark === noteMarks.open ? ' (' : ')'));
}

/** Puts in the citations that the document says itself; long ones first, since a short one may begin a long one. */
function withKnown(
  text: string,
  citations: PrintedSources['citations'],
  cited: (cites: readonly Cite[]) => string | undefined,
): string {
  let result = text;
  for (const { printed, cites } of citations.toSorted((a, b) => b.printed.length - a.printed.length)) {
    const citation = cited(cites);
    if (citation === undefined || printed === '') continue;
    const words = escapePattern(printed).replace(/\s+/g, '\\s+');
    const note = `\\s*${noteMarks.open}\\s*${words}\\s*${noteMarks.close}`;
    const pattern = new RegExp(`(?:${note}|[ \\t]?${words})${stops}`, 'gu');
    result = result.replace(pattern, (_, mark: string) => mark + citation);
  }
  return result;
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function numbersOf(list: string): number[] {
  return list.split(/[,，、]/).flatMap((part) => {
    const [from = 0, to = from] = part.split(/[-–]/).map(Number);
    return to - from > 50 || to < from ? [from] : Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
}

/** Words without what a word processor adds or takes: blanks, joiners, its own hyphens. */
export function sameWords(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

function bare(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/[\u2010-\u2013]/g, '-');
}
