import { editDistance } from '../text/nearest.ts';
import {
  contextOf,
  findClosest,
  findExact,
  overlap,
  type Place,
  type PreparedSection,
  surroundings,
  toWanted,
  type Wanted,
} from './places.ts';
import type { Selectors } from './selectors.ts';
import { findBySurroundings, withSurroundings } from './surroundings.ts';

/** What stood elsewhere in the case and looked like the quote when the note was made. Comparable texts. */
export interface Alike {
  readonly prefix: string;
  readonly exact: string;
  readonly suffix: string;
}

/** Kept with a note at most; those in the most similar surroundings. */
export const MAX_ALIKE = 5;
/** A place is the note's own only where it is nearer to it than to a look-alike by this many characters. */
const MARGIN = 5;
/** What differs in more of its characters is not taken for the quote. */
const DANGER = 0.4;
/** Longer quotes have no look-alikes worth keeping. */
const MAX_LENGTH = 160;
/** How much of the surroundings tells two places apart; less than the selectors keep, since blanks are gone. */
const CONTEXT = 24;

/** The look-alikes of a range of a section (UTF-16 offsets), to be kept with a note that is made on it. */
export function alikeOf(
  selectors: Selectors,
  range: { section: string; start: number; end: number },
  sections: readonly PreparedSection[],
): Alike[] {
  const section = sections.find((one) => one.id === range.section);
  const start = section?.comparable.starts.findIndex((at) => at >= range.start) ?? -1;
  if (!section || start < 0) return [];
  const wanted = toWanted(selectors);
  const own = { section, start, end: start + wanted.exact.length };
  return findAlike(wanted, own, sections, DANGER);
}

/**
 * The places that could later be taken for a note's own: the same words elsewhere, then words that differ
 * in at most `limit` of their characters.
 */
function findAlike(wanted: Wanted, own: Place, sections: readonly PreparedSection[], limit: number): Alike[] {
  if (wanted.exact.length < 2 || wanted.exact.length > MAX_LENGTH) return [];
  const same = sections
    .flatMap((section) => findExact(wanted.exact, section))
    .filter((place) => place.section.id !== own.section.id || place.start !== own.start)
    .map((place) => ({ place, context: contextOf(wanted, place) }))
    .sort((a, b) => b.context - a.context)
    .map(({ place }) => place);
  const found: Place[] = same.slice(0, MAX_ALIKE);
  const masked = [own, ...same];
  while (found.length < MAX_ALIKE && wanted.exact.length >= 6) {
    const [next] = findClosest(wanted.exact, sections, limit, masked);
    if (!next) break;
    found.push(next);
    masked.push(next);
  }
  // A place that would be found by its surroundings is in danger as well, however the quote reads there.
  const around = findBySurroundings(wanted, sections, limit, [withSurroundings(own), ...found]);
  if (around && !overlap(around.place, own)) found.unshift(around.place);
  return found.slice(0, MAX_ALIKE).map((place) => {
    const { before, after } = surroundings(place, CONTEXT, CONTEXT);
    return { prefix: before, exact: textOf(place), suffix: after };
  });
}

/** Whose a place is by its likeness: the note's own words', a look-alike's of old, or either's alike. */
export function ownerOf(place: Place, wanted: Wanted, alike: readonly Alike[]): 'own' | 'alike' | 'either' {
  if (alike.length === 0) return 'own';
  const here = { ...surroundings(place, CONTEXT, CONTEXT), exact: textOf(place) };
  const distanceTo = ({ prefix, exact, suffix }: Alike) =>
    editDistance(exact, here.exact) +
    editDistance(prefix.slice(-CONTEXT), here.before) +
    editDistance(suffix.slice(0, CONTEXT), here.after);
  const own = distanceTo(wanted);
  const nearest = Math.min(...alike.map(distanceTo));
  return nearest < own ? 'alike' : nearest - own < MARGIN ? 'either' : 'own';
}

function textOf({ section, start, end }: Place): string {
  return section.comparable.text.slice(start, end);
}
