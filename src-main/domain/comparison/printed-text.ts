import { citeNumbers, toBriefRuns } from './brief-runs.ts';
import type { CarriedComparison } from './carried.ts';

type References = CarriedComparison['references'];

/** A cited text as it is printed, each claim with its numbers in brackets. */
export function toPrinted(text: string, references: References, caseId: string | undefined): string {
  const numbers = new Map(
    references.flatMap(({ number, keys }) => keys.map((key) => [key, number] as const)),
  );
  const numberOf = (ref: string) =>
    numbers.get(ref.includes('_') || caseId === undefined ? ref : `${caseId}_${ref}`);
  return toBriefRuns(text, numberOf, undefined)
    .map((run) => (run.cites.length === 0 ? run.text : `${run.text}[${citeNumbers(run.cites)}]`))
    .join('');
}

const printedCitation = /[ \t]?\[(\d{1,4}(?:\s*[-–,，、]\s*\d{1,4})*)\]([。．.；;，,！？!?、：:]?)/g;

/**
 * A printed text with its citations as a comparison keeps them: `…[3-4]。` becomes `…。[@S2; @S5]`. A number
 * that the document has no source for stays the text that it is.
 */
export function fromPrinted(text: string, references: References, caseId: string | undefined): string {
  const keys = new Map(references.map((one) => [one.number, one.keys]));
  const refOf = (number: number): string | undefined => {
    const all = keys.get(number);
    const own = all?.find((key) => caseId !== undefined && key.startsWith(`${caseId}_`));
    return own === undefined ? all?.[0] : own.slice((caseId?.length ?? 0) + 1);
  };
  return text.replace(printedCitation, (whole, list: string, mark: string) => {
    const refs = numbersOf(list).map(refOf);
    const known = refs.filter((ref) => ref !== undefined);
    if (known.length === 0 || known.length < refs.length) return whole;
    return `${mark}[${known.map((ref) => `@${ref}`).join('; ')}]`;
  });
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
