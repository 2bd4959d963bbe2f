import { forEachToken } from '../analyser/analyse.ts';
import { fold } from '../analyser/fold.ts';
import { type Field, fieldNames, fieldTexts, type OwnWords, type SearchDocument } from './document.ts';
import type { TermNumbers } from './lexicon.ts';

/** How often each term stands in each field of a document. */
export interface DocumentCounts {
  /** Sorted: the term's number times eight, plus the field's place in `fieldNames`. */
  readonly keys: Uint32Array;
  readonly counts: Uint16Array;
  /** Number of terms in each field, in the order of `fieldNames`. */
  readonly lengths: Uint32Array;
}

/** Room for the fields in a key; there are eight. */
const FIELDS = 8;

/** What the user wrote is counted by itself, see {@link countOwnWords}: it changes while the rest stays. */
const countedFields: readonly Field[] = fieldNames.filter((field) => field !== 'own');

/** Counts the terms of a document, what the user wrote on it left out; terms without a number are left out. */
export function countTerms(document: SearchDocument, { numbers }: TermNumbers): DocumentCounts {
  const all: number[] = [];
  const lengths = new Uint32Array(fieldNames.length);
  for (const field of countedFields) {
    const place = fieldNames.indexOf(field);
    for (const text of fieldTexts(document, field)) {
      forEachToken(fold(text).text, (term) => {
        lengths[place] = (lengths[place] ?? 0) + 1;
        const number = numbers.get(term);
        if (number !== undefined) all.push(number * FIELDS + place);
      });
    }
  }
  return { ...runLengths(Uint32Array.from(all).sort()), lengths };
}

function runLengths(sorted: Uint32Array): { keys: Uint32Array; counts: Uint16Array } {
  const keys = new Uint32Array(sorted.length);
  const counts = new Uint16Array(sorted.length);
  let last = -1;
  for (let index = 0; index < sorted.length; index++) {
    const key = sorted[index] ?? 0;
    if (last < 0 || keys[last] !== key) keys[++last] = key;
    counts[last] = Math.min(0xffff, (counts[last] ?? 0) + 1);
  }
  return { keys: keys.slice(0, last + 1), counts: counts.slice(0, last + 1) };
}

/** Adds to `into`, one place a field, how often a term stands in each field. */
export function addCounts(counts: DocumentCounts, term: number, into: number[]): void {
  const { keys } = counts;
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? 0) < term * FIELDS) low = middle + 1;
    else high = middle;
  }
  for (; low < keys.length; low++) {
    const place = (keys[low] ?? 0) - term * FIELDS;
    if (place >= FIELDS) return;
    into[place] = (into[place] ?? 0) + (counts.counts[low] ?? 0);
  }
}

/** How often each term stands in what the user wrote on a case. */
export interface OwnCounts {
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

/** Counts the terms of what the user wrote on a case. */
export function countOwnWords({ words, tags }: OwnWords): OwnCounts {
  const counts = new Map<string, number>();
  let length = 0;
  for (const text of [...words, ...tags]) {
    forEachToken(fold(text).text, (term) => {
      counts.set(term, (counts.get(term) ?? 0) + 1);
      length++;
    });
  }
  return { counts, length };
}
