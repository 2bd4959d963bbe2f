import { splitCited } from '#contract/cited-text.ts';

/** A run of a brief: words, and the numbers of the references that stand right after them. */
export interface BriefRun {
  readonly text: string;
  readonly cites: readonly number[];
  /** The user's own words, which the document marks. */
  readonly own: boolean;
}

const stop = /[。．.；;，,！？!?、：:]$/u;

/**
 * Turns a text with Pandoc citations into runs with reference numbers. A number stands before the mark that
 * closes its claim, as GB/T 7714 sets it.
 *
 * @param numberOf the number of a reference in the document's list
 * @param draft words that stand in it are not the user's own; undefined when none are
 */
export function toBriefRuns(
  text: string,
  numberOf: (ref: string) => number | undefined,
  draft: string | undefined,
): BriefRun[] {
  const said = draft === undefined ? undefined : bare(draft);
  return splitCited(text).flatMap((run) => {
    const own = said !== undefined && bare(run.text) !== '' && !said.includes(bare(run.text));
    const cites = [...new Set(run.refs.map(numberOf).filter((number) => number !== undefined))].sort(
      (a, b) => a - b,
    );
    if (cites.length === 0) return [{ text: run.text, cites, own }];
    const mark = stop.exec(run.text)?.[0] ?? '';
    const words = run.text.slice(0, run.text.length - mark.length);
    return [
      { text: words, cites, own },
      { text: mark, cites: [], own: false },
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
      lead.push({ ...run, text: run.text.slice(0, end + 1), cites: [] });
      const tail = { ...run, text: run.text.slice(end + 1) };
      const kept = tail.text !== '' || tail.cites.length > 0 ? [tail] : [];
      return { lead, rest: [...kept, ...runs.slice(index + 1)] };
    }
    lead.push(run);
  }
  return { lead, rest: [] };
}

/** Reference numbers as a citation prints them: 1, 3-5. Two in a row are a range too (GB/T 7714). */
export function citeNumbers(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(',');
}
