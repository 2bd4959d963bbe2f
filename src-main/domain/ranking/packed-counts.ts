import { forEachToken } from '../analyser/analyse.ts';
import { fold } from '../analyser/fold.ts';
import type { Frequencies } from './bm25f.ts';
import { fieldNames, fieldTexts, type SearchDocument } from './document.ts';

/** How often each term stands in each field of a document, small enough to be stored beside it. */
export interface PackedCounts {
  /** For each distinct term of a field, in order: the gap to the one before, doubled, odd where a count follows. */
  readonly bytes: Uint8Array;
  /** Number of terms in each field, in the order of `fieldNames`. */
  readonly lengths: readonly number[];
}

/** Room for the fields in a key; there are eight. */
const FIELDS = 8;
/** Bits of a term's hash: two terms of a query and a document are taken for one once in some thousand queries. */
const HASH_BITS = 28;

/** A term as the counts know it: a hash (FNV-1a, Fowler, Noll and Vo 1991) with room for the field below. */
function keyOf(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) {
    hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  }
  hash ^= hash >>> 15;
  return (hash >>> (32 - HASH_BITS)) * FIELDS;
}

/** Counts the terms of a document and packs the counts; `onTerm` sees each term as it is met. */
export function packCounts(
  document: SearchDocument,
  onTerm: (place: number, term: string, start: number, end: number, text: string) => void = () => {},
): PackedCounts {
  const keys: number[] = [];
  const lengths = fieldNames.map((field, place) => {
    let length = 0;
    for (const text of fieldTexts(document, field)) {
      const folded = fold(text).text;
      forEachToken(folded, (term, start, end) => {
        length++;
        keys.push(keyOf(term) + place);
        onTerm(place, term, start, end, folded);
      });
    }
    return length;
  });
  return { bytes: pack(Uint32Array.from(keys).sort()), lengths };
}

function pack(sorted: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(sorted.length * 7);
  let end = 0;
  const write = (value: number) => {
    let rest = value;
    while (rest >= 0x80) {
      bytes[end++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    bytes[end++] = rest;
  };
  let last = 0;
  for (let at = 0; at < sorted.length; ) {
    const key = sorted[at] ?? 0;
    let next = at + 1;
    while (next < sorted.length && sorted[next] === key) next++;
    write((key - last) * 2 + (next - at > 1 ? 1 : 0));
    if (next - at > 1) write(next - at);
    last = key;
    at = next;
  }
  return bytes.slice(0, end);
}

/** How often a packed document holds each of some terms in each field; alternatives of one thing are added up. */
export function unpackCounts(bytes: Uint8Array, wanted: readonly (readonly string[])[]): Frequencies[] {
  const found = wanted.map(() => fieldNames.map(() => 0));
  const places = new Map<number, number[]>();
  wanted.forEach((terms, at) => {
    for (const term of terms) {
      const key = keyOf(term);
      const others = places.get(key);
      if (others) others.push(at);
      else places.set(key, [at]);
    }
  });
  let key = 0;
  let at = 0;
  const read = () => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 0x80;
    }
  };
  while (at < bytes.length) {
    const gap = read();
    const count = gap % 2 === 1 ? read() : 1;
    key += Math.floor(gap / 2);
    const place = key % FIELDS;
    for (const which of places.get(key - place) ?? []) {
      const into = found[which];
      if (into) into[place] = (into[place] ?? 0) + count;
    }
  }
  return found;
}
