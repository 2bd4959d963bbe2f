import type { Case, Problem, Section } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import { problem } from '../case/problems.ts';
import { shorten } from './citations.ts';
import type { Locator } from './locate.ts';

/** A run of so many characters in common with a source text is copied, in Chinese. */
export const COPIED_CHARACTERS = 25;
/** In English a run is measured in words: 25 letters are no more than four or five, and found everywhere. */
export const COPIED_WORDS = 6;
/** Of the characters of a Chinese run at least so many are Han: a Latin name in a Chinese text is a name. */
const LEAST_HAN = 13;
/** Bytes of a hash in the file of shingles. */
const HASH_BYTES = 5;

/** Hashes of all runs of the source texts; the texts themselves cannot be read out of them. */
export interface Shingles {
  has(run: string): boolean;
}

/** Reads the file of shingles: hashes of five bytes each, sorted. */
export function readShingles(bytes: Uint8Array): Shingles {
  const known = new Set<number>();
  for (let at = 0; at + HASH_BYTES <= bytes.length; at += HASH_BYTES) {
    known.add(bytes.subarray(at, at + HASH_BYTES).reduce((hash, byte) => hash * 256 + byte, 0));
  }
  return { has: (run) => known.has(hashRun(run)) };
}

/** Writes the shingles of source texts as {@link readShingles} reads them. */
export function writeShingles(texts: readonly string[]): Uint8Array {
  const runs = texts.flatMap((text) => [
    ...characterRuns(text).map(({ run }) => run),
    ...wordRuns(text).map(({ run }) => run),
  ]);
  const hashes = Float64Array.from(new Set(runs.map(hashRun))).sort();
  const bytes = new Uint8Array(hashes.length * HASH_BYTES);
  hashes.forEach((hash, index) => {
    let rest = hash;
    for (let byte = HASH_BYTES - 1; byte >= 0; byte--) {
      bytes[index * HASH_BYTES + byte] = rest % 256;
      rest = Math.floor(rest / 256);
    }
  });
  return bytes;
}

/** Runs of a text in common with the source texts, outside names and titles. */
export function checkWording(
  value: Case,
  { language, sections }: WordedText,
  shingles: Shingles,
  locator: Locator,
): Problem[] {
  const names = namesOf(value);
  return sections.flatMap((section) =>
    commonRuns(mask(section.text, names), language, shingles).map(({ start, end }) =>
      problem('copied-wording', locator.inSection(section, start), {
        actual: shorten(section.text.slice(start, end)),
      }),
    ),
  );
}

/** A case's text or a teaching note. */
export interface WordedText {
  readonly language: Language;
  readonly sections: readonly Pick<Section, 'line' | 'text'>[];
}

interface Run {
  /** What is hashed. */
  readonly run: string;
  /** UTF-16 offsets of its first and behind its last character. */
  readonly start: number;
  readonly end: number;
}

function commonRuns(text: string, language: Language, shingles: Shingles): { start: number; end: number }[] {
  const runs = language === 'zh' ? characterRuns(text) : wordRuns(text);
  const found: { start: number; end: number }[] = [];
  for (const { run, start, end } of runs) {
    if (!shingles.has(run)) continue;
    const last = found.at(-1);
    if (last && start < last.end) last.end = end;
    else found.push({ start, end });
  }
  return found;
}

/** Windows of Chinese text: letters and digits only, so that a mark changed or a blank hides nothing. */
function characterRuns(text: string): Run[] {
  return pieces(text).flatMap(({ from, words }) => {
    const letters = [...words.matchAll(/[\p{L}\p{N}]/gu)].map(({ index, 0: letter }) => ({
      at: from + index,
      letter: letter.normalize('NFKC').toLowerCase(),
    }));
    return letters.flatMap((_, index): Run[] => {
      const window = letters.slice(index, index + COPIED_CHARACTERS);
      const run = window.map(({ letter }) => letter).join('');
      if (window.length < COPIED_CHARACTERS) return [];
      if ((run.match(/\p{Script=Han}/gu) ?? []).length < LEAST_HAN) return [];
      return [{ run, start: window[0]?.at ?? 0, end: (window.at(-1)?.at ?? 0) + 1 }];
    });
  });
}

/** Windows of English words. */
function wordRuns(text: string): Run[] {
  return pieces(text).flatMap(({ from, words }) => {
    const found = [...words.matchAll(/[\p{Script=Latin}\p{N}]+(?:['’][\p{Script=Latin}]+)?/gu)].map(
      ({ index, 0: word }) => ({
        at: from + index,
        length: word.length,
        word: word.normalize('NFKC').toLowerCase().replace('’', "'"),
      }),
    );
    return found.flatMap((_, index): Run[] => {
      const window = found.slice(index, index + COPIED_WORDS);
      const last = window.at(-1);
      if (window.length < COPIED_WORDS || !last) return [];
      const run = window.map(({ word }) => word).join(' ');
      return [{ run, start: window[0]?.at ?? 0, end: last.at + last.length }];
    });
  });
}

/** The parts of a text that no line end or masked name interrupts. */
function pieces(text: string): { from: number; words: string }[] {
  return [...text.matchAll(/[^\n\0]+/g)].map(({ index, 0: words }) => ({ from: index, words }));
}

/** Overwrites names and titles, at their length, so that offsets hold. */
function mask(text: string, names: readonly string[]): string {
  const blank = (words: string) => '\0'.repeat(words.length);
  return names.reduce(
    (masked, name) => masked.replaceAll(name, blank(name)),
    text.replace(/《[^》]*》/g, blank),
  );
}

const SHORTEST_NAME = 4;

/** Names and titles that a case gives: its own, its actors', its places' and its sources'. */
function namesOf({ front }: Case): string[] {
  const actors = typeof front.actors === 'string' ? [] : front.actors;
  const names = [
    ...Object.values(front.title),
    ...(front.aliases ?? []),
    ...actors.flatMap(({ name }) => Object.values(name)),
    ...front.references.flatMap((item) => [
      item.title,
      item['container-title'] ?? '',
      item.publisher ?? '',
      ...(item.author ?? []).map((author) => ('literal' in author ? author.literal : author.family)),
    ]),
  ];
  return names.filter((name) => name.length >= SHORTEST_NAME).sort((a, b) => b.length - a.length);
}

/**
 * A hash of 40 bits: two FNV-1a hashes of 32 bits with different starts over the UTF-16 units, of the second
 * one the lowest byte. Enough to tell runs apart, far too little to give them back.
 */
function hashRun(run: string): number {
  let one = 0x811c9dc5;
  let two = 0x5bd1e995;
  for (let at = 0; at < run.length; at++) {
    const unit = run.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    two = Math.imul(two ^ unit, 0x01000193) ^ (two >>> 13);
  }
  return (one >>> 0) * 256 + ((two ^ (two >>> 16)) & 0xff);
}
