import { fold } from '../../analyser/fold.ts';
import { blurSyllable } from './readings.ts';

export type TermKind = 'term' | 'label' | 'title' | 'alias' | 'place';

/** A word worth offering: from the glossary, the controlled lists, or the names of cases and places. */
export interface TableTerm {
  readonly text: string;
  readonly kind: TermKind;
  /** How its Chinese characters are read, syllables joined by blanks; empty where it has none. */
  readonly reading: string;
}

export interface TermTable {
  readonly terms: readonly TableTerm[];
  /** Terms by their reading without blanks. */
  readonly byReading: ReadonlyMap<string, readonly TableTerm[]>;
  /** Curated terms by the first letters of their syllables. */
  readonly byInitials: ReadonlyMap<string, readonly TableTerm[]>;
  /** Terms by their blurred reading, syllables joined by blanks. */
  readonly bySound: ReadonlyMap<string, readonly TableTerm[]>;
  /** Length of the longest reading, in letters. */
  readonly longestReading: number;
  readonly folded: ReadonlyMap<string, TableTerm>;
}

/** Whether a term was chosen and reviewed as a term of the field, rather than taken from a name. */
export function isCurated(term: TableTerm): boolean {
  return term.kind === 'term' || term.kind === 'label';
}

/** Orders terms for lookup by reading, initials and sound. */
export function toTermTable(terms: readonly TableTerm[]): TermTable {
  const byReading = new Map<string, TableTerm[]>();
  const byInitials = new Map<string, TableTerm[]>();
  const bySound = new Map<string, TableTerm[]>();
  const add = (map: Map<string, TableTerm[]>, key: string, term: TableTerm) => {
    const found = map.get(key);
    if (found) found.push(term);
    else map.set(key, [term]);
  };
  let longestReading = 0;
  for (const term of terms) {
    const syllables = term.reading.split(' ').filter((syllable) => syllable !== '');
    if (syllables.length < 2) continue;
    const joined = syllables.join('');
    longestReading = Math.max(longestReading, joined.length);
    add(byReading, joined, term);
    if (joined.includes('v')) add(byReading, joined.replaceAll('v', 'u'), term);
    add(bySound, soundOf(syllables), term);
    if (isCurated(term)) add(byInitials, syllables.map((syllable) => syllable.charAt(0)).join(''), term);
  }
  const folded = new Map<string, TableTerm>();
  for (const term of terms) {
    const key = fold(term.text).text;
    if (!folded.has(key)) folded.set(key, term);
  }
  return { terms, byReading, byInitials, bySound, longestReading, folded };
}

/** Key of `bySound` for syllables. */
export function soundOf(syllables: readonly string[]): string {
  return syllables.map(blurSyllable).join(' ');
}
