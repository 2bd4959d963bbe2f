import approxSearch from 'approx-string-match';
import type { AnchorStatus } from '#contract/annotations.ts';
import { editDistance } from '../text/nearest.ts';
import { toUtf16, widenToGraphemes } from './code-points.ts';
import type { Selectors } from './selectors.ts';

/** A section as it stands now. */
export interface AnchorText {
  readonly id: string;
  readonly text: string;
  readonly textHash: string;
}

export interface Anchored {
  readonly status: Exclude<AnchorStatus, 'orphan'>;
  readonly section: string;
  /** UTF-16 offsets in the section's text. */
  readonly start: number;
  readonly end: number;
}

export type Anchoring = Anchored | { readonly status: 'orphan' };

// Thresholds found by editing real Chinese and English case texts at random and counting what was placed
// wrongly; `npm run bench:anchor` counts again. L is the quote's length, c how well its surroundings agree.
const sure = {
  /** A quote that stands once is trusted from this length on, or with surroundings this alike. */
  uniqueLength: 12,
  uniqueContext: 0.35,
  /** Among several equal quotes: the best surroundings must be this good, and lead by this much. */
  repeatedContext: 0.5,
  repeatedLead: 0.3,
  /** Fuzzy: at least this long, at most this share of it changed, and nothing similar elsewhere. */
  fuzzyLength: 8,
  fuzzyErrors: 0.2,
  fuzzyLead: 0.2,
  longLength: 20,
  longContext: 0.2,
  longErrors: 0.1,
  shortContext: 0.45,
} as const;
const ask = {
  length: 6,
  errors: 0.4,
  lead: 0.15,
  context: 0.5,
  minContext: 0.4,
  minContextClose: 0.15,
} as const;

interface Place {
  readonly section: AnchorText;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds where a note belongs in the sections as they stand now. Exact before fuzzy; never silently on a
 * look-alike, never silently where a digit has changed.
 *
 * @param home the section that the note was made in, with the hash of its text at that time
 */
export function anchor(
  selectors: Selectors,
  home: { id: string; textHash: string },
  sections: readonly AnchorText[],
): Anchoring {
  const own = sections.find((section) => section.id === home.id);
  if (own && own.textHash === home.textHash) {
    return {
      status: 'anchored',
      section: own.id,
      start: toUtf16(own.text, selectors.start),
      end: toUtf16(own.text, selectors.end),
    };
  }
  const places = sections.flatMap((section) => findExact(selectors.exact, section));
  if (places.length > 0) return chooseExact(selectors, home.id, places);
  return findFuzzy(selectors, home.id, sections);
}

function chooseExact(selectors: Selectors, home: string, places: readonly Place[]): Anchoring {
  const ranked = places
    .map((place) => ({ place, context: contextOf(selectors, place) }))
    .sort(
      (a, b) =>
        b.context - a.context || Number(b.place.section.id === home) - Number(a.place.section.id === home),
    );
  const [best, second] = ranked;
  if (!best) return { status: 'orphan' };
  const isSure = second
    ? best.context >= sure.repeatedContext && best.context - second.context >= sure.repeatedLead
    : lengthOf(selectors.exact) >= sure.uniqueLength || best.context >= sure.uniqueContext;
  return at(best.place, isSure ? (best.place.section.id === home ? 'anchored' : 'moved') : 'to-confirm');
}

function findFuzzy(selectors: Selectors, home: string, sections: readonly AnchorText[]): Anchoring {
  const length = lengthOf(selectors.exact);
  if (length < ask.length) return { status: 'orphan' };
  const maxErrors = Math.floor(selectors.exact.length * ask.errors);
  const found = sections.flatMap((section) =>
    approxSearch(section.text, selectors.exact, maxErrors).map((match) => ({
      place: { section, start: match.start, end: match.end },
      errors: match.errors / selectors.exact.length,
    })),
  );
  const ranked = found
    .sort((a, b) => a.errors - b.errors)
    .slice(0, 40)
    .map((one) => ({ ...one, context: contextOf(selectors, one.place) }))
    .sort((a, b) => a.errors - b.errors || b.context - a.context);
  const best = ranked[0];
  if (!best) return { status: 'orphan' };
  const elsewhere = found.find(({ place }) => !overlap(place, best.place));
  const lead = (elsewhere?.errors ?? 1) - best.errors;
  const context = best.context;
  const close = best.errors <= sure.fuzzyErrors;
  const sameDigits =
    digits(best.place.section.text.slice(best.place.start, best.place.end)) === digits(selectors.exact);
  const trusted =
    length >= sure.fuzzyLength &&
    close &&
    lead >= sure.fuzzyLead &&
    sameDigits &&
    best.place.section.id === home &&
    (length >= sure.longLength
      ? context >= sure.longContext || best.errors <= sure.longErrors
      : context >= sure.shortContext);
  if (trusted) return at(best.place, 'anchored');
  const worthAsking =
    (lead >= ask.lead || context >= ask.context) && context >= (close ? ask.minContextClose : ask.minContext);
  return worthAsking ? at(best.place, 'to-confirm') : { status: 'orphan' };
}

function findExact(quote: string, section: AnchorText): Place[] {
  const places: Place[] = [];
  if (quote === '') return places;
  for (let start = section.text.indexOf(quote); start >= 0; start = section.text.indexOf(quote, start + 1)) {
    places.push({ section, start, end: start + quote.length });
  }
  return places;
}

/** Mean likeness of the words before and after a place to those kept with the note, 0 to 1. */
function contextOf(selectors: Selectors, { section, start, end }: Place): number {
  const before = section.text.slice(Math.max(0, start - selectors.prefix.length), start);
  const after = section.text.slice(end, end + selectors.suffix.length);
  return (likeness(selectors.prefix, before) + likeness(selectors.suffix, after)) / 2;
}

function likeness(kept: string, found: string): number {
  const length = Math.max(lengthOf(kept), lengthOf(found));
  // At a section's edge there is nothing to compare: that agrees.
  return length === 0 || kept === '' ? 1 : 1 - editDistance(kept, found) / length;
}

function at({ section, start, end }: Place, status: Anchored['status']): Anchored {
  return { status, section: section.id, ...widenToGraphemes(section.text, start, end) };
}

function overlap(a: Place, b: Place): boolean {
  return a.section.id === b.section.id && a.start < b.end && b.start < a.end;
}

function digits(text: string): string {
  return (text.normalize('NFKC').match(/[\d.%〇零一二三四五六七八九十百千万亿]+/g) ?? []).join(' ');
}

function lengthOf(text: string): number {
  return [...text].length;
}
