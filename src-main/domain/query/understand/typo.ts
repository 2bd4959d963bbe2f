import { fold } from '../../analyser/fold.ts';
import type { Knowledge } from './knowledge.ts';
import { blurSyllable } from './readings.ts';
import { isCurated, soundOf } from './term-table.ts';

/** A mistyped piece of a query and what was probably meant. */
export interface Repair {
  readonly typed: string;
  readonly meant: string;
}

const LONGEST = 12;
/** Characters that may differ; in a word of two, one, and the other word must be a curated term. */
const MAX_DIFFERENT = 2;
/** Readings of a mistyped piece that are tried, where its characters have several. */
const MAX_SOUNDS = 16;

/**
 * Repairs a folded Chinese run that holds pairs of characters unknown to the library: the longest piece
 * around such a pair that sounds like a table term of the same length and differs in two characters at most.
 */
export function repairChinese(run: string, knowledge: Knowledge): Repair[] {
  const characters = [...run];
  const unknown = characters.map(
    (character, at) => at + 1 < characters.length && !knowledge.lexicon.has(character + characters[at + 1]),
  );
  const repairs: Repair[] = [];
  for (let from = 0; from < characters.length; ) {
    const repair = repairFrom(characters, unknown, from, knowledge);
    if (repair) repairs.push(repair);
    from += repair ? [...repair.typed].length : 1;
  }
  return repairs;
}

function repairFrom(
  characters: readonly string[],
  unknown: readonly boolean[],
  from: number,
  knowledge: Knowledge,
): Repair | undefined {
  for (let length = Math.min(LONGEST, characters.length - from); length >= 2; length--) {
    if (!unknown.slice(from, from + length - 1).includes(true)) continue;
    const piece = characters.slice(from, from + length);
    const meant = soundsLike(piece, knowledge);
    if (meant !== undefined) return { typed: piece.join(''), meant };
  }
  return undefined;
}

function soundsLike(piece: readonly string[], knowledge: Knowledge): string | undefined {
  const allowed = piece.length === 2 ? 1 : MAX_DIFFERENT;
  for (const sound of soundsOf(piece, knowledge)) {
    for (const term of knowledge.table.bySound.get(sound) ?? []) {
      const text = fold(term.text).text;
      const letters = [...text];
      if (letters.length !== piece.length || (piece.length === 2 && !isCurated(term))) continue;
      const different = letters.filter((letter, at) => letter !== piece[at]).length;
      if (different > 0 && different <= allowed) return text;
    }
  }
  return undefined;
}

function soundsOf(piece: readonly string[], knowledge: Knowledge): string[] {
  let sounds: string[][] = [[]];
  for (const character of piece) {
    const readings = [...new Set(knowledge.readings.of(character).map(blurSyllable))];
    if (readings.length === 0) return [];
    sounds = sounds.flatMap((before) => readings.map((reading) => [...before, reading])).slice(0, MAX_SOUNDS);
  }
  return sounds.map(soundOf);
}
