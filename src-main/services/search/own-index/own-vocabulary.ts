import { fold } from '#domain/analyser/fold.ts';
import { type LatinWords, toLatinWords } from '#domain/query/understand/latin-words.ts';
import type { Readings } from '#domain/query/understand/readings.ts';
import type { TableTerm, TermTable } from '#domain/query/understand/term-table.ts';
import { placeWords } from '../place-words.ts';
import type { OwnIndex } from './own-index.ts';

/** Names of own cases that are offered and repaired to; the newest, where there are more. */
const MAX_NAMES = 10_000;
/** Longer names are not typed in letters. */
const MAX_READ = 24;

/** The Latin words of own cases as they are written. */
export function ownLatinWords({ db }: OwnIndex): LatinWords {
  const rows = db.prepare('SELECT word, documents FROM words').raw().all() as [string, number][];
  return toLatinWords(rows);
}

/** Names and places of own cases with their readings, to stand in the term table beside those of the library. */
export function ownNames({ entries }: OwnIndex, table: TermTable, readings: Readings): TableTerm[] {
  const found = new Map<string, TableTerm>();
  const usual = usualReadings(table);
  const readingsOf = (character: string) => {
    const counts = usual.get(character);
    const all = readings.of(character);
    return counts ? all.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)) : all;
  };
  const add = (text: string, kind: TableTerm['kind']) => {
    const key = fold(text).text;
    if (key === '' || found.has(key) || table.folded.has(key)) return;
    found.set(key, { text, kind, reading: readName(key, table, readingsOf) });
  };
  for (const { head } of [...entries.values()].reverse()) {
    if (found.size >= MAX_NAMES) break;
    for (const text of [head.title.zh, head.title.en]) add(text, 'title');
    for (const text of head.aliases) add(text, 'alias');
    for (const text of [head.title.zh, ...head.aliases]) {
      for (const [run] of text.matchAll(/\p{Script=Han}{2,}/gu)) add(run, 'alias');
    }
    for (const place of head.places) for (const text of placeWords(place)) add(text, 'place');
  }
  return [...found.values()];
}

/** How often each character is read in each way in the words of the table, which were read word by word. */
function usualReadings({ folded }: TermTable): Map<string, Map<string, number>> {
  const usual = new Map<string, Map<string, number>>();
  for (const [text, { reading }] of folded) {
    const characters = hanOf(text);
    const syllables = reading.split(' ');
    if (syllables.length !== characters.length) continue;
    characters.forEach((character, at) => {
      const counts = usual.get(character) ?? new Map<string, number>();
      const syllable = syllables[at] ?? '';
      usual.set(character, counts.set(syllable, (counts.get(syllable) ?? 0) + 1));
    });
  }
  return usual;
}

/**
 * The likeliest reading of a folded name, its syllables joined by blanks: words of the table as they are read
 * there, other characters as they are read most often.
 */
function readName(
  name: string,
  { folded, terms }: TermTable,
  readingsOf: (character: string) => readonly string[],
): string {
  const characters = hanOf(name);
  if (characters.length < 2 || characters.length > MAX_READ || terms.length === 0) return '';
  const syllables: string[] = [];
  for (let at = 0; at < characters.length; ) {
    let length = Math.min(8, characters.length - at);
    let reading: string | undefined;
    for (; length > 1 && reading === undefined; length--) {
      const term = folded.get(characters.slice(at, at + length).join(''));
      if (term?.reading.split(' ').length === length) reading = term.reading;
    }
    const one = reading ?? readingsOf(characters[at] ?? '')[0];
    if (one === undefined) return '';
    syllables.push(one);
    at += one.split(' ').length;
  }
  return syllables.join(' ');
}

/**
 * Names that letters may be read as, each of their characters in any of its readings: names of people and
 * villages are often read as no dictionary says.
 */
export function namesReadAs(
  names: readonly TableTerm[],
  readings: Readings,
): (letters: string, limit: number) => string[] {
  const read = names.flatMap(({ text }) => {
    const name = fold(text).text;
    const characters = hanOf(name);
    return characters.length > 1 && characters.length <= MAX_READ ? [{ name, characters }] : [];
  });
  const consumes = (letters: string, characters: readonly string[], from: number): boolean => {
    const [first, ...others] = characters;
    if (first === undefined) return from === letters.length;
    const known = readings.of(first);
    // A character too rare to be listed may be read as anything.
    const syllables = known.length > 0 ? known : syllablesAt(letters, from);
    return syllables.some(
      (syllable) => letters.startsWith(syllable, from) && consumes(letters, others, from + syllable.length),
    );
  };
  const syllablesAt = (letters: string, from: number) =>
    [6, 5, 4, 3, 2, 1]
      .map((length) => letters.slice(from, from + length))
      .filter((part) => readings.isSyllable(part));
  return (letters, limit) => {
    const found = new Set<string>();
    for (const { name, characters } of read) {
      if (consumes(letters, characters, 0)) found.add(name);
      if (found.size === limit) break;
    }
    return [...found];
  };
}

function hanOf(text: string): string[] {
  return [...text].filter((character) => /\p{Script=Han}/u.test(character));
}
