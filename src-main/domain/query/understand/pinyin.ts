import { fold } from '../../analyser/fold.ts';
import type { Knowledge } from './knowledge.ts';
import type { TableTerm } from './term-table.ts';

/** Longer letters are no pinyin that anybody types. */
const MAX_LETTERS = 150;
const SHORTEST_READING = 4;
const SHORTEST_INITIALS = 3;
const MAX_READINGS = 2;

/**
 * What letters may stand for in Chinese, best first, at most two: words of the term table that cover all of
 * them, the fewest; else names of own cases; else runs that the cases themselves hold; else curated terms by their initials.
 * Each reading is a list of words.
 */
export function readPinyin(letters: string, knowledge: Knowledge): string[][] {
  if (letters.length > MAX_LETTERS || !/^[a-z]+$/.test(letters)) return [];
  if (letters.length >= SHORTEST_READING) {
    const covers = coverLetters(letters, knowledge);
    if (covers.length > 0) return covers;
    const names = knowledge.namesReadAs(letters, MAX_READINGS);
    if (names.length > 0) return names.map((name) => [name]);
    const runs = readFromTexts(letters, knowledge);
    if (runs.length > 0) return runs;
  }
  if (letters.length < SHORTEST_INITIALS) return [];
  const initials = knowledge.table.byInitials.get(letters) ?? [];
  return byUse(initials, knowledge).map((word) => [word]);
}

/** Whether letters are the readings of table terms, one after the other. */
export function coversLetters(letters: string, knowledge: Knowledge): boolean {
  return letters.length <= MAX_LETTERS && coverLetters(letters, knowledge).length > 0;
}

/** Distinct texts of terms, those that stand in most documents first. */
function byUse(terms: readonly TableTerm[], knowledge: Knowledge): string[] {
  const texts = [...new Set(terms.map((term) => fold(term.text).text))];
  return texts
    .map((text) => ({ text, documents: knowledge.countDocuments(text) }))
    .sort((a, b) => b.documents - a.documents)
    .slice(0, MAX_READINGS)
    .map(({ text }) => text);
}

/** The fewest table terms whose readings, one after the other, are the letters. */
function coverLetters(letters: string, knowledge: Knowledge): string[][] {
  const { byReading, longestReading } = knowledge.table;
  // Where the best cover of the letters before each place comes from.
  const best: ({ pieces: number; from: number } | undefined)[] = [{ pieces: 0, from: 0 }];
  for (let end = 1; end <= letters.length; end++) {
    for (let from = Math.max(0, end - longestReading); from < end; from++) {
      const before = best[from];
      if (!before || !byReading.has(letters.slice(from, end))) continue;
      const pieces = before.pieces + 1;
      if (pieces < (best[end]?.pieces ?? Number.POSITIVE_INFINITY)) best[end] = { pieces, from };
    }
  }
  if (!best[letters.length]) return [];
  const pieces: string[][] = [];
  for (let end = letters.length; end > 0; ) {
    const from = best[end]?.from ?? 0;
    pieces.unshift(byUse(byReading.get(letters.slice(from, end)) ?? [], knowledge));
    end = from;
  }
  const first = pieces.map(([word]) => word ?? '');
  // A second reading differs in one word, the first that has another.
  const other = pieces.findIndex((words) => words.length > 1);
  if (other < 0) return [first];
  return [first, first.map((word, at) => (at === other ? (pieces[other]?.[1] ?? word) : word))];
}

function readFromTexts(letters: string, knowledge: Knowledge): string[][] {
  for (const syllables of knowledge.readings.cut(letters, 4)) {
    if (syllables.length < 2) continue;
    const runs = knowledge.findByReading(syllables, MAX_READINGS);
    if (runs.length > 0) return runs.map((run) => [run]);
  }
  return [];
}
