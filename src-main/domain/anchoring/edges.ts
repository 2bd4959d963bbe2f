import { widenToGraphemes } from './code-points.ts';
import { toComparable, toInput } from './comparable.ts';
import { numbersOf } from './numbers.ts';
import type { Place, PreparedSection } from './places.ts';

/** A range of a section's text, UTF-16 offsets. */
export interface Range {
  readonly section: string;
  readonly start: number;
  readonly end: number;
}

const silent = /[\p{P}\p{Z}\s]/u;

/** The range of a place in the section's text, whole graphemes, with the marks that the quote began or ended with. */
export function toRange({ section, ...place }: Place, quote: string): Range {
  const { start, end } = withMarks(section, toInput(section.comparable, place.start, place.end), quote);
  return { section: section.id, ...widenToGraphemes(section.text, start, end) };
}

/** Comparing leaves marks and blanks out; those that stood at the quote's edges are taken in where they still stand. */
function withMarks({ text }: PreparedSection, { start, end }: { start: number; end: number }, quote: string) {
  const { starts, ends } = toComparable(quote);
  let from = start;
  for (let left = starts[0] ?? 0; left > 0 && silent.test(text[from - 1] ?? 'x'); left--) from--;
  let to = end;
  for (let left = quote.length - (ends.at(-1) ?? 0); left > 0 && silent.test(text[to] ?? 'x'); left--) to++;
  return { start: from, end: to };
}

/** Whether a place reads the same numbers as the quote did. */
export function hasSameNumbers({ section, ...place }: Place, quote: string): boolean {
  const { start, end } = toInput(section.comparable, place.start, place.end);
  return numbersOf(section.text.slice(start, end)) === numbersOf(quote);
}
