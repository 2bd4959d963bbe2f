import { align } from './align.ts';
import { findClosest, type Place, type PreparedSection, type Wanted } from './places.ts';

/** How much of the words on either side is looked for together with the quote. */
const CONTEXT = 24;
/** Laying a text on another takes the square of its length; longer quotes are found by their own words. */
const MAX_LENGTH = 600;

export interface SurroundedPlace {
  readonly place: Place;
  /** Share of the quote's characters that are no longer there. */
  readonly lost: number;
  /** Share of the words on either side that are still there. */
  readonly around: number;
  /** Share of all that was looked for that differs. */
  readonly errors: number;
}

/**
 * Finds a quote that has changed by the words on both sides of it, as far as all together differ in at most
 * `limit` of their characters.
 */
export function findBySurroundings(
  { prefix, exact, suffix }: Wanted,
  sections: readonly PreparedSection[],
  limit: number,
  masked: readonly Place[] = [],
): SurroundedPlace | undefined {
  if (exact === '' || exact.length > MAX_LENGTH) return undefined;
  const before = prefix.slice(-CONTEXT);
  const after = suffix.slice(0, CONTEXT);
  const [found] = findClosest(before + exact + after, sections, limit, masked);
  if (!found) return undefined;
  const { section, start, end, errors } = found;
  const { at, same } = align(before + exact + after, section.comparable.text.slice(start, end));
  const from = before.length;
  const to = from + exact.length;
  // Words put in at the quote's edges are not of it: it begins where its first kept character stands.
  let first = from;
  while (first < to - 1 && !same[first]) first++;
  let last = to - 1;
  while (last > first && !same[last]) last--;
  const place = {
    section,
    start: start + (first === to - 1 ? (at[from] ?? 0) : (at[first] ?? 0)),
    end: start + (first === to - 1 ? (at[to] ?? 0) : (at[last] ?? 0) + 1),
  };
  if (place.end <= place.start) return undefined;
  const kept = countTrue(same, from, to);
  const context = countTrue(same, 0, from) + countTrue(same, to, same.length);
  return {
    place,
    lost: 1 - kept / exact.length,
    around: before.length + after.length === 0 ? 0 : context / (before.length + after.length),
    errors,
  };
}

/** A place with the words on either side, to look away from all of it. */
export function withSurroundings(place: Place): Place {
  return { ...place, start: Math.max(0, place.start - CONTEXT), end: place.end + CONTEXT };
}

function countTrue(list: readonly boolean[], start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (list[at]) count++;
  return count;
}
