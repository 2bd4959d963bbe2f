import lunr from 'lunr';
import { fold } from './fold.ts';
import { respell } from './spelling.ts';
import { isStopWord } from './stop-words.ts';

/** Raised whenever the terms of some text change, or which texts are taken; an index made by another version is made anew. */
export const analyserVersion = 4;

/** A term of a folded text and where it stands, UTF-16 units, end exclusive. */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** What a character is to the analyser. */
export type CharacterClass = 'han' | 'letter' | 'digit' | 'other';
const classes: readonly CharacterClass[] = ['other', 'han', 'letter', 'digit'];
const OTHER = 0;
const HAN = 1;
const LETTER = 2;
const DIGIT = 3;
/** 255 where not yet known. */
const known = new Uint8Array(0x10000).fill(255);

function classify(code: number): number {
  if (code < 0x10000) {
    const found = known[code] ?? OTHER;
    if (found !== 255) return found;
  }
  const character = String.fromCodePoint(code);
  const found = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々〇ー]/u.test(
    character,
  )
    ? HAN
    : /\p{Nd}/u.test(character)
      ? DIGIT
      : /[\p{L}\p{M}]/u.test(character)
        ? LETTER
        : OTHER;
  if (code < 0x10000) known[code] = found;
  return found;
}

/** Class of the character at an offset of a folded text; 'other' past its end. */
export function classAt(text: string, at: number): CharacterClass {
  const code = text.codePointAt(at);
  return code === undefined ? 'other' : (classes[classify(code)] ?? 'other');
}

/**
 * Calls `emit` for each term of a folded text, in order of their starts: overlapping pairs of Chinese
 * characters (a lone one as itself), stemmed Latin words without stop words, whole numbers; and signs made of
 * several parts (`1+1+n`, `walk+`, `82.16`, `iap2`) once more as a whole. Linear in the text's length.
 */
export function forEachToken(text: string, emit: (term: string, start: number, end: number) => void): void {
  let at = 0;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    const kind = classify(code);
    if (kind === HAN) at = emitPairs(text, at, emit);
    else if (kind === OTHER) at += code > 0xffff ? 2 : 1;
    else at = emitSign(text, at, emit);
  }
}

function emitPairs(
  text: string,
  from: number,
  emit: (term: string, start: number, end: number) => void,
): number {
  let before = -1;
  let at = from;
  let pairs = 0;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    if (classify(code) !== HAN) break;
    const next = at + (code > 0xffff ? 2 : 1);
    if (before >= 0) {
      emit(text.slice(before, next), before, next);
      pairs++;
    }
    before = at;
    at = next;
  }
  if (pairs === 0) emit(text.slice(from, at), from, at);
  return at;
}

/** Letters and digits that stand together, joined by `+`, or by a point between digits. */
function emitSign(
  text: string,
  from: number,
  emit: (term: string, start: number, end: number) => void,
): number {
  let at = from;
  let parts = 0;
  let whole = from;
  for (;;) {
    const kind = classAt(text, at);
    if (kind !== 'letter' && kind !== 'digit') break;
    const end = runEnd(text, at, kind);
    const word = text.slice(at, end);
    if (kind === 'digit') emit(word, at, end);
    else if (!isStopWord(word)) emit(stem(word), at, end);
    parts++;
    at = end;
    whole = end;
    while (text[at] === '+') {
      parts++;
      at++;
      whole = at;
    }
    if (kind === 'digit' && text[at] === '.' && classAt(text, at + 1) === 'digit') at++;
  }
  if (parts > 1) emit(text.slice(from, whole), from, whole);
  return skipPossessive(text, whole);
}

function runEnd(text: string, from: number, kind: CharacterClass): number {
  let at = from;
  while (at < text.length && classAt(text, at) === kind) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

/** Past a `'s` that closes a word; it is no word of its own. */
function skipPossessive(text: string, at: number): number {
  const mark = text[at];
  const closes = (mark === "'" || mark === '’') && text[at + 1] === 's' && classAt(text, at + 2) !== 'letter';
  return closes ? at + 2 : at;
}

/** The tokens of a folded text. */
export function tokens(folded: string): Token[] {
  const found: Token[] = [];
  forEachToken(folded, (term, start, end) => found.push({ term, start, end }));
  return found;
}

/** The terms of a text as written: what an index holds and a query asks for. */
export function analyse(text: string): string[] {
  const found: string[] = [];
  forEachToken(fold(text).text, (term) => found.push(term));
  return found;
}

/** Words whose stem would make them one with a word that means something else here: a park is no parking. */
const unstemmed: ReadonlySet<string> = new Set(['parking', 'university', 'universities', 'organic']);

/** Longer words are no words, and are not worth the stemmer's time. */
const MAX_STEMMED = 40;
const MAX_REMEMBERED = 50_000;
const stems = new Map<string, string>();

/** A folded English word without the ending of its plural, in one spelling; rougher than no stem, finer than {@link stem}. */
export function singular(word: string): string {
  const plain = word.replace(/ies$/, 'y').replace(/(?<=[^sui])s$/, '');
  return plain.length < 3 ? word : respell(plain);
}

/** Stem of a folded Latin word, the same for British and American spelling (Porter 1980, as lunr has it). */
export function stem(word: string): string {
  const found = stems.get(word);
  if (found !== undefined) return found;
  const made =
    word.length < 3 || word.length > MAX_STEMMED || unstemmed.has(word) || !/^[a-z]+$/.test(word)
      ? singular(word)
      : lunr.stemmer(new lunr.Token(respell(word), {})).toString();
  if (stems.size >= MAX_REMEMBERED) stems.clear();
  stems.set(word, made);
  return made;
}
