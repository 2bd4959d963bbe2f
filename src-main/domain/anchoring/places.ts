import approxSearch from 'approx-string-match';
import { editDistance } from '../text/nearest.ts';
import { type Comparable, toComparable } from './comparable.ts';
import type { Selectors } from './selectors.ts';

/** A section as it stands now. */
export interface AnchorText {
  readonly id: string;
  readonly text: string;
  readonly textHash: string;
}

/** A section made ready once for all notes that are looked for in it. */
export interface PreparedSection extends AnchorText {
  readonly comparable: Comparable;
}

export function prepareSections(sections: readonly AnchorText[]): PreparedSection[] {
  return sections.map(({ id, text, textHash }) => ({ id, text, textHash, comparable: toComparable(text) }));
}

/** A quote and what stood around it, as they are compared. */
export interface Wanted {
  readonly prefix: string;
  readonly exact: string;
  readonly suffix: string;
}

export function toWanted({ prefix, exact, suffix }: Pick<Selectors, 'prefix' | 'exact' | 'suffix'>): Wanted {
  return {
    prefix: toComparable(prefix).text,
    exact: toComparable(exact).text,
    suffix: toComparable(suffix).text,
  };
}

/** A range of a section's comparable text. */
export interface Place {
  readonly section: PreparedSection;
  readonly start: number;
  readonly end: number;
}

/** Where a quote stands word for word. */
export function findExact(quote: string, section: PreparedSection): Place[] {
  const places: Place[] = [];
  if (quote === '') return places;
  const { text } = section.comparable;
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
    places.push({ section, start, end: start + quote.length });
  }
  return places;
}

export interface FuzzyPlace extends Place {
  /** Share of the quote's characters that differ. */
  readonly errors: number;
}

/**
 * The places where a quote stands with the fewest differences, at most `limit` of its length.
 *
 * @param masked places to look away from
 */
export function findClosest(
  quote: string,
  sections: readonly PreparedSection[],
  limit: number,
  masked: readonly Place[] = [],
): FuzzyPlace[] {
  let most = Math.floor(quote.length * limit);
  let best: FuzzyPlace[] = [];
  for (const section of sections) {
    const found = approxSearch(mask(section, masked), quote, most);
    const errors = found[0]?.errors;
    if (errors === undefined) continue;
    if (errors < most || best.length === 0) best = errors < errorsOf(best, quote) ? [] : best;
    most = errors;
    best.push(
      ...found.map(({ start, end }) => ({ section, start, end, errors: errors / Math.max(1, quote.length) })),
    );
  }
  return best;
}

function errorsOf(places: readonly FuzzyPlace[], quote: string): number {
  return Math.round((places[0]?.errors ?? Number.POSITIVE_INFINITY) * quote.length);
}

function mask({ id, comparable }: PreparedSection, places: readonly Place[]): string {
  let { text } = comparable;
  for (const { section, start, end } of places) {
    if (section.id === id)
      text = text.slice(0, start) + '\u0000'.repeat(Math.min(end, text.length) - start) + text.slice(end);
  }
  return text;
}

/** Mean likeness of the words before and after a place to those kept with the note, 0 to 1. */
export function contextOf({ prefix, suffix }: Wanted, place: Place): number {
  const { before, after } = surroundings(place, prefix.length, suffix.length);
  return (likeness(prefix, before) + likeness(suffix, after)) / 2;
}

/** Length of the run of equal characters that a place and the words right beside it make. */
export function runOf({ prefix, suffix }: Wanted, place: Place): number {
  const { before, after } = surroundings(place, prefix.length, suffix.length);
  let left = 0;
  while (left < before.length && before.at(-1 - left) === prefix.at(-1 - left)) left++;
  let right = 0;
  while (right < after.length && after[right] === suffix[right]) right++;
  return left + place.end - place.start + right;
}

export function surroundings({ section, start, end }: Place, before: number, after: number) {
  const { text } = section.comparable;
  return { before: text.slice(Math.max(0, start - before), start), after: text.slice(end, end + after) };
}

function likeness(kept: string, found: string): number {
  // At a section's edge there is nothing to compare: that agrees.
  if (kept === '') return 1;
  return 1 - editDistance(kept, found) / Math.max(kept.length, found.length);
}

export function overlap(a: Place, b: Place): boolean {
  return a.section.id === b.section.id && a.start < b.end && b.start < a.end;
}
