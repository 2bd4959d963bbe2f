import type { AnchorStatus } from '#contract/annotations.ts';
import { type Alike, MAX_ALIKE, ownerOf } from './alike.ts';
import { toUtf16 } from './code-points.ts';
import { hasSameNumbers, type Range, toRange } from './edges.ts';
import { numbersOf } from './numbers.ts';
import {
  contextOf,
  findClosest,
  findExact,
  type Place,
  type PreparedSection,
  runOf,
  toWanted,
  type Wanted,
} from './places.ts';
import type { Selectors } from './selectors.ts';
import { findBySurroundings, withSurroundings } from './surroundings.ts';

export interface Anchored extends Range {
  readonly status: Exclude<AnchorStatus, 'orphan'>;
}

export type Anchoring = Anchored | { readonly status: 'orphan' };

// Thresholds found by editing real Chinese and English case texts at random and counting what was placed
// wrongly; `npm run bench:anchor` counts again. L is the quote's length, c how well its surroundings agree.
const sure = {
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
/**
 * Where the look-alikes of its time are known, length or surroundings make a note sure. Where they are not,
 * its surroundings must, and where the quote holds a number they must be all but whole.
 */
const knowing = { uniqueLength: 12, uniqueContext: 0.35, numberContext: 0, fuzzyContext: 0 } as const;
const unknowing = {
  uniqueLength: Number.POSITIVE_INFINITY,
  uniqueContext: 0.5,
  numberContext: 0.9,
  fuzzyContext: 0.75,
} as const;
const ask = {
  length: 6,
  errors: 0.4,
  lead: 0.15,
  context: 0.5,
  minContext: 0.4,
  minContextClose: 0.15,
} as const;

/** A changed quote known by its surroundings. All together may differ by `errors`; a note is placed silently */
const around = {
  errors: 0.4,
  /** where this share of the words on either side still stands, */
  context: 0.8,
  /** and no other place comes as near as this. */
  lead: 0.15,
} as const;

/** What a note's place is looked for by. */
export interface Sought {
  readonly selectors: Selectors;
  /** The section that the note was made in, empty where nobody knows, with the hash of its text at that time. */
  readonly home: { readonly id: string; readonly textHash: string };
  /** Look-alikes that stood elsewhere at that time, comparable; undefined where nobody looked. */
  readonly alike?: readonly Alike[] | undefined;
}

/**
 * Finds where a note belongs in the sections as they stand now. Word for word before fuzzy; never silently
 * on a look-alike, never silently where a number has changed.
 */
export function anchor({ selectors, home, alike }: Sought, sections: readonly PreparedSection[]): Anchoring {
  const same =
    sections.find((section) => section.id === home.id && section.textHash === home.textHash) ??
    sections.find((section) => section.textHash === home.textHash);
  if (same) {
    const start = toUtf16(same.text, selectors.start);
    const end = toUtf16(same.text, selectors.end);
    // What came from outside may count its offsets otherwise.
    if (same.text.slice(start, end) === selectors.exact) {
      return { status: same.id === home.id ? 'anchored' : 'moved', section: same.id, start, end };
    }
  }
  const search = {
    quote: selectors.exact,
    length: [...selectors.exact].length,
    wanted: toWanted(selectors),
    home: home.id,
    alike: alike ?? [],
    trust: alike ? knowing : unknowing,
  };
  const exact = findWordForWord(search, sections);
  if (exact && exact.status !== 'to-confirm') return exact;
  const changed = findAround(search, sections);
  if (changed && changed.status !== 'to-confirm') return changed;
  return exact ?? findFuzzy(search, sections) ?? changed ?? { status: 'orphan' };
}

interface Search {
  readonly quote: string;
  /** Code points of the quote. */
  readonly length: number;
  readonly wanted: Wanted;
  readonly home: string;
  readonly alike: readonly Alike[];
  readonly trust: typeof knowing | typeof unknowing;
}

/** The quote as it was, once or several times. */
function findWordForWord(search: Search, sections: readonly PreparedSection[]): Anchored | undefined {
  const { wanted, home, alike, length, trust } = search;
  const ranked = sections
    .flatMap((section) => findExact(wanted.exact, section))
    .map((place) => ({ place, context: contextOf(wanted, place), owner: ownerOf(place, wanted, alike) }))
    .filter(({ owner }) => owner !== 'alike')
    .sort((a, b) => b.context - a.context || Number(isHome(b.place, home)) - Number(isHome(a.place, home)));
  const [best, second] = ranked;
  if (!best) return undefined;
  const isSure = second
    ? best.context >= sure.repeatedContext && best.context - second.context >= sure.repeatedLead
    : length >= trust.uniqueLength ||
      best.context >= trust.uniqueContext ||
      runOf(wanted, best.place) >= trust.uniqueLength;
  const isKnown =
    best.owner === 'own' && (best.context >= trust.numberContext || numbersOf(search.quote) === '');
  const status = isHome(best.place, home) ? 'anchored' : 'moved';
  return at(best.place, search.quote, isSure && isKnown ? status : 'to-confirm');
}

/** The quote changed here and there, wherever it is closest. */
function findFuzzy(
  { quote, length, wanted, home, alike, trust }: Search,
  sections: readonly PreparedSection[],
): Anchored | undefined {
  if (length < ask.length) return undefined;
  const [best, elsewhere] = closestFew(wanted, alike, sections);
  if (!best) return undefined;
  const { place, context, errors } = best;
  const lead = (elsewhere?.errors ?? 1) - errors;
  const close = errors <= sure.fuzzyErrors;
  const trusted =
    length >= sure.fuzzyLength &&
    close &&
    lead >= sure.fuzzyLead &&
    hasSameNumbers(place, quote) &&
    isHome(place, home) &&
    best.owner === 'own' &&
    context >= trust.fuzzyContext &&
    (length >= sure.longLength
      ? context >= sure.longContext || errors <= sure.longErrors
      : context >= sure.shortContext);
  if (trusted) return at(place, quote, 'anchored');
  const worthAsking =
    (lead >= ask.lead || context >= ask.context) && context >= (close ? ask.minContextClose : ask.minContext);
  return worthAsking ? at(place, quote, 'to-confirm') : undefined;
}

/** A quote that has changed, known by the words on both sides. */
function findAround(
  { quote, wanted, home, alike }: Search,
  sections: readonly PreparedSection[],
): Anchored | undefined {
  const best = findBySurroundings(wanted, sections, around.errors);
  if (!best) return undefined;
  const { place } = best;
  const owner = ownerOf(place, wanted, alike);
  if (owner === 'alike') return undefined;
  const elsewhere = findBySurroundings(wanted, sections, Math.min(1, best.errors + around.lead), [
    withSurroundings(place),
  ]);
  const lead = (elsewhere?.errors ?? 1) - best.errors;
  const trusted =
    owner === 'own' &&
    best.lost * wanted.exact.length <= mayLose(wanted.exact.length) &&
    best.around >= around.context &&
    lead >= around.lead &&
    isHome(place, home) &&
    hasSameNumbers(place, quote);
  return at(place, quote, trusted ? 'anchored' : 'to-confirm');
}

/** A third of a short quote may be gone, twelve characters of a longer one, a fifth of a long one. */
function mayLose(length: number): number {
  return Math.min(length / 3, Math.max(12, length / 5));
}

/** The closest place that is no look-alike of old, and the next one. */
function closestFew(wanted: Wanted, alike: readonly Alike[], sections: readonly PreparedSection[]) {
  const found: { place: Place; context: number; errors: number; owner: 'own' | 'either' }[] = [];
  const masked: Place[] = [];
  for (let round = 0; round < MAX_ALIKE + 2 && found.length < 2; round++) {
    const limit = found[0] ? Math.min(1, found[0].errors + sure.fuzzyLead) : ask.errors;
    const [next] = findClosest(wanted.exact, sections, limit, masked)
      .map((place) => ({ place, context: contextOf(wanted, place), errors: place.errors }))
      .sort((a, b) => b.context - a.context);
    if (!next) break;
    masked.push(next.place);
    const owner = ownerOf(next.place, wanted, alike);
    if (owner !== 'alike') found.push({ ...next, owner });
  }
  return found;
}

function isHome({ section }: Place, home: string): boolean {
  return home === '' || section.id === home;
}

function at(place: Place, quote: string, status: Anchored['status']): Anchored {
  return { status, ...toRange(place, quote) };
}
