import { splitCited } from '#contract/cited-text.ts';
import { numbered } from '../citation/in-text.ts';
import type { TextRun } from '../citation/text-run.ts';

/** A source that a text cites: its number in the list of the document, and the part of it. */
export interface Cite {
  readonly number: number;
  readonly locator: string | null;
}

/** A citation as it is printed: raised numbers, words in brackets, or a note at the foot. */
export type CitationMark =
  | { readonly kind: 'number' | 'words'; readonly text: string }
  | { readonly kind: 'note'; readonly number: number; readonly runs: readonly TextRun[] };

/** A run of a brief: words, and the references that stand right after them. */
export interface BriefRun {
  readonly text: string;
  readonly cites: readonly Cite[];
  /** How they are printed; null where there are none. */
  readonly mark: CitationMark | null;
  /** The user's own words, which the document marks. */
  readonly own: boolean;
}

/** How a document finds its sources and prints their citations. */
export interface Citing {
  /** The number of a reference in the document's list. */
  readonly numberOf: (ref: string) => number | undefined;
  readonly print: (cites: readonly Cite[]) => CitationMark;
  /** Notes stand behind the mark that closes their claim, numbers and words before it (GB/T 7714, APA; Chicago). */
  readonly behindStop: boolean;
}

/** Citations as numbers in brackets. */
export function citingByNumber(numberOf: Citing['numberOf']): Citing {
  return { numberOf, print: (cites) => ({ kind: 'number', text: numbered(cites) }), behindStop: false };
}

const stop = /[。．.；;，,！？!?、：:]$/u;

/**
 * Turns a text with Pandoc citations into runs with their citations as the document prints them.
 *
 * @param draft words that stand in it are not the user's own; undefined when none are
 */
export function toBriefRuns(text: string, citing: Citing, draft: string | undefined): BriefRun[] {
  const said = draft === undefined ? undefined : bare(draft);
  return splitCited(text).flatMap((run): BriefRun[] => {
    const own = said !== undefined && bare(run.text) !== '' && !said.includes(bare(run.text));
    const byNumber = new Map<number, Cite>();
    for (const ref of run.refs) {
      const number = citing.numberOf(ref);
      const locator = run.locators?.[ref] ?? null;
      // Two cases may share a source: it is cited once, with the place that one of them gives.
      if (number !== undefined && (locator !== null || !byNumber.has(number))) {
        byNumber.set(number, { number, locator });
      }
    }
    const cites = [...byNumber.values()].sort((a, b) => a.number - b.number);
    if (cites.length === 0) return [{ text: run.text, cites: [], mark: null, own }];
    const cited = { cites, mark: citing.print(cites) };
    if (citing.behindStop) return [{ text: run.text, ...cited, own }];
    const closing = stop.exec(run.text)?.[0] ?? '';
    const words = run.text.slice(0, run.text.length - closing.length);
    return [
      { text: words, ...cited, own },
      { text: closing, cites: [], mark: null, own: false },
    ].filter(({ text: part, cites: numbers }) => part !== '' || numbers.length > 0);
  });
}

/** Words alone: for asking whether they stand in the draft. */
function bare(text: string): string {
  return splitCited(text)
    .map((run) => run.text)
    .join('')
    .replace(/[\s。．.；;，,！？!?、：:]+/gu, '');
}

/** The runs up to the end of the first sentence, and the rest. */
export function splitLead(runs: readonly BriefRun[]): { lead: BriefRun[]; rest: BriefRun[] } {
  const lead: BriefRun[] = [];
  for (const [index, run] of runs.entries()) {
    const end = run.text.search(/[。！？!?]|\.(?=\s|$)/u);
    if (end >= 0) {
      lead.push({ ...run, text: run.text.slice(0, end + 1), cites: [], mark: null });
      const tail = { ...run, text: run.text.slice(end + 1) };
      const kept = tail.text !== '' || tail.cites.length > 0 ? [tail] : [];
      return { lead, rest: [...kept, ...runs.slice(index + 1)] };
    }
    lead.push(run);
  }
  return { lead, rest: [] };
}

/** A citation as plain text; that of a note is its number. */
export function markText(mark: CitationMark): string {
  return mark.kind === 'note' ? `[${mark.number}]` : mark.text;
}
