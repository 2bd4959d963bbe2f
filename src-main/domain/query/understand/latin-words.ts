import { editDistance } from '../../text/nearest.ts';

/** The Latin words of the library as they are written, folded, with the number of documents of each. */
export interface LatinWords {
  has(word: string): boolean;
  /** The words nearest to one that was mistyped: one edit for 4–7 letters, two from 8; best first. */
  nearest(word: string, limit: number): string[];
}

const SHORTEST = 4;
const LONGEST = 40;
const TWO_EDITS_FROM = 8;

/** Orders the words of the library for repair. */
export function toLatinWords(words: readonly (readonly [word: string, documents: number])[]): LatinWords {
  const counts = new Map(words);
  const byLength = new Map<number, { word: string; letters: number; documents: number }[]>();
  for (const [word, documents] of words) {
    if (word.length < SHORTEST - 1 || word.length > LONGEST) continue;
    const entry = { word, letters: lettersOf(word), documents };
    const found = byLength.get(word.length);
    if (found) found.push(entry);
    else byLength.set(word.length, [entry]);
  }
  return {
    has: (word) => counts.has(word),
    nearest(word, limit) {
      if (word.length < SHORTEST || word.length > LONGEST) return [];
      const edits = word.length < TWO_EDITS_FROM ? 1 : 2;
      const wanted = lettersOf(word);
      const near: { word: string; distance: number; documents: number }[] = [];
      for (let length = word.length - edits; length <= word.length + edits; length++) {
        for (const entry of byLength.get(length) ?? []) {
          // Each edit changes the set of letters by two at most; most words fall out here.
          if (bitsIn(entry.letters ^ wanted) > 2 * edits) continue;
          const distance = editDistance(word, entry.word);
          if (distance <= edits) near.push({ word: entry.word, distance, documents: entry.documents });
        }
      }
      return near
        .sort((a, b) => a.distance - b.distance || b.documents - a.documents)
        .slice(0, limit)
        .map((entry) => entry.word);
    },
  };
}

/** Words of several libraries as one; the nearest of all, those of an earlier one first where they are as near. */
export function joinLatinWords(all: readonly LatinWords[]): LatinWords {
  return {
    has: (word) => all.some((words) => words.has(word)),
    nearest(word, limit) {
      const near = new Set(all.flatMap((words) => words.nearest(word, limit)));
      return [...near].sort((a, b) => editDistance(word, a) - editDistance(word, b)).slice(0, limit);
    },
  };
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters;
}

function bitsIn(value: number): number {
  let bits = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}
