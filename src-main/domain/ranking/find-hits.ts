import { forEachToken } from '../analyser/analyse.ts';
import type { SoughtWord, Why } from '../query/understand/understood.ts';
import { findWord } from './find-word.ts';

/** Something sought that stands in a folded text; UTF-16 units, end exclusive. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly why: Why;
  /** Tells hits of the same thing apart from hits of another. */
  readonly key: string;
  readonly weight: number;
}

/** What to look for in texts, with what each is worth. */
export interface Sought {
  /** Whether what only a case's promoter says is passed over. */
  readonly independent: boolean;
  readonly words: readonly (SoughtWord & { readonly weight: number })[];
  readonly terms: ReadonlyMap<string, { readonly why: Why; readonly weight: number }>;
  /** Beginnings of which a text with a hit holds at least one; see {@link probesFor}. */
  readonly probes: readonly string[];
}

/** Letters by which a stem is recognised in the words that have it: `communities` for `communiti`. */
const PROBE_LETTERS = 3;

/** Words that Britain spells with another beginning: grey, kerb, sceptical. */
const otherSpelling: ReadonlyMap<string, string> = new Map([
  ['gra', 'gre'],
  ['cur', 'ker'],
  ['ske', 'sce'],
]);

/** What to look for in a text before it is looked through term by term: most sections hold nothing sought. */
export function probesFor(words: readonly SoughtWord[], terms: Iterable<string>): string[] {
  const probes = [...words.map(({ text }) => text), ...terms].flatMap((text) => {
    const probe = /^[a-z]/.test(text) ? text.slice(0, PROBE_LETTERS) : text;
    return [probe, otherSpelling.get(probe) ?? probe];
  });
  return [...new Set(probes)].filter((probe) => probe !== '');
}

/**
 * Finds what is sought in a folded text, in order: whole words where they stand as they are, and single
 * terms elsewhere. Hits do not overlap; an own word goes before an added one, a longer before a shorter.
 */
export function findHits(text: string, sought: Sought): Hit[] {
  const taken: Hit[] = [];
  if (!sought.probes.some((probe) => text.includes(probe))) return taken;
  const free = new Free(text.length);
  for (const { text: word, why, weight } of sought.words) {
    for (const start of findWord(text, word)) {
      const end = start + word.length;
      if (free.take(start, end)) taken.push({ start, end, why, key: word, weight });
    }
  }
  forEachToken(text, (term, start, end) => {
    const found = sought.terms.get(term);
    if (found && free.isFree(start, end))
      taken.push({ start, end, why: found.why, key: term, weight: found.weight });
  });
  return taken.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Which units of a text are not yet part of a hit. */
class Free {
  readonly #taken: Uint8Array;
  constructor(length: number) {
    this.#taken = new Uint8Array(length);
  }
  isFree(start: number, end: number): boolean {
    return this.#taken.subarray(start, end).indexOf(1) < 0;
  }
  take(start: number, end: number): boolean {
    if (!this.isFree(start, end)) return false;
    this.#taken.fill(1, start, end);
    return true;
  }
}

/** Ranges of hits with those that overlap made one; an own word decides what the range is. */
export function mergeHits(hits: readonly Hit[]): { start: number; end: number; why: Why }[] {
  const merged: { start: number; end: number; why: Why }[] = [];
  for (const { start, end, why } of hits) {
    const last = merged.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      if (why === 'own') last.why = 'own';
    } else merged.push({ start, end, why });
  }
  return merged;
}
