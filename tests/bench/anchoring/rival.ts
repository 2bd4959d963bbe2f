import approxSearch from 'approx-string-match';
import type { Selectors } from '#domain/anchoring/selectors.ts';
import type { TrackedText } from './tracked-text.ts';

// The weighting that most web annotation tools use, made anew from its description: a quote may differ by
// half; of the places found the best by quote 50, prefix 20, suffix 20, position 2 is taken, never asked about.
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 } as const;
const total = weights.quote + weights.prefix + weights.suffix + weights.position;
const MAX_ERRORS = 256;

export interface RivalPlace {
  readonly section: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Where the rival puts a note: it sees one running text, all sections after one another.
 *
 * @param hint UTF-16 offset of the note in the text as it was
 */
export function placeByWeights(
  text: TrackedText,
  { exact, prefix, suffix }: Selectors,
  hint: number,
): RivalPlace | undefined {
  const all = text.sections.map((section) => section.text).join('\n');
  const matches = find(all, exact, Math.min(MAX_ERRORS, exact.length / 2));
  let best: { start: number; end: number; score: number } | undefined;
  for (const { start, end, errors } of matches) {
    const score =
      (weights.quote * (1 - errors / exact.length) +
        weights.prefix * likeness(all.slice(Math.max(0, start - prefix.length), start), prefix) +
        weights.suffix * likeness(all.slice(end, end + suffix.length), suffix) +
        weights.position * (1 - Math.abs(start - hint) / all.length)) /
      total;
    if (!best || score > best.score) best = { start, end, score };
  }
  if (!best) return undefined;
  let from = 0;
  for (const section of text.sections) {
    if (best.start < from + section.text.length + 1) {
      return { section: section.id, start: best.start - from, end: best.end - from };
    }
    from += section.text.length + 1;
  }
  return undefined;
}

function find(text: string, quote: string, maxErrors: number) {
  const exact: { start: number; end: number; errors: number }[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    exact.push({ start: at, end: at + quote.length, errors: 0 });
  }
  return exact.length > 0 ? exact : approxSearch(text, quote, maxErrors);
}

/** Share of a context that is found in the words where it should stand. */
function likeness(found: string, kept: string): number {
  if (kept === '') return 1;
  if (found === '') return 0;
  const errors = Math.min(...approxSearch(found, kept, kept.length).map((match) => match.errors));
  return Number.isFinite(errors) ? 1 - errors / kept.length : 0;
}
