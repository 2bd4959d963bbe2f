import { fold } from '../analyser/fold.ts';
import { type Clause, MAX_CLAUSES, MAX_QUERY_CODE_POINTS, type Mode, type ParsedQuery } from './clause.ts';
import { findKey, findValue, type QueryKey } from './keys.ts';
import { closersOf } from './quotes.ts';
import { parseYears } from './years.ts';

/** Blanks, and the marks that part words in a Chinese sentence. */
const blank = /[\s，。；！？、]/;
const signs: ReadonlyMap<string, Mode> = new Map([
  ['-', 'exclude'],
  ['－', 'exclude'],
  ['+', 'require'],
  ['＋', 'require'],
]);

interface Cursor {
  readonly text: string;
  at: number;
}

/**
 * Reads a query: words, "phrases", `-excluded`, `+required`, `prefix*` and `key:value`, keys and values in
 * either language and with full-width marks. Never throws: a piece that breaks the grammar is kept as words.
 */
export function parseQuery(typed: string): ParsedQuery {
  const { text, cut } = cutText(typed);
  const cursor: Cursor = { text, at: 0 };
  const clauses: Clause[] = [];
  while (skipBlanks(cursor)) {
    if (clauses.length === MAX_CLAUSES) return { clauses, cut: [...cut, 'clauses'] };
    const clause = readClause(cursor);
    if (clause) clauses.push(clause);
  }
  return { clauses, cut };
}

function cutText(typed: string): { text: string; cut: ParsedQuery['cut'] } {
  // A code point is two units at most, so no more than this need be looked at.
  const points = [...typed.slice(0, 2 * MAX_QUERY_CODE_POINTS + 2)];
  if (points.length <= MAX_QUERY_CODE_POINTS) return { text: points.join(''), cut: [] };
  return { text: points.slice(0, MAX_QUERY_CODE_POINTS).join(''), cut: ['length'] };
}

function skipBlanks(cursor: Cursor): boolean {
  while (cursor.at < cursor.text.length && blank.test(cursor.text[cursor.at] ?? '')) cursor.at++;
  return cursor.at < cursor.text.length;
}

function readClause(cursor: Cursor): Clause | undefined {
  const start = cursor.at;
  const sign = signs.get(cursor.text[start] ?? '');
  const next = cursor.text[start + 1] ?? '';
  const mode: Mode = sign !== undefined && next !== '' && !blank.test(next) ? sign : 'any';
  if (mode !== 'any') cursor.at++;

  const closers = closersOf(cursor.text[cursor.at] ?? '');
  if (closers !== undefined) return readPhrase(cursor, start, mode, closers);
  const filter = readFilter(cursor, start, mode);
  if (filter) return filter;
  return readWord(cursor, mode);
}

function readPhrase(cursor: Cursor, start: number, mode: Mode, closers: string): Clause | undefined {
  const inside = readQuoted(cursor, closers);
  if (inside === undefined) {
    cursor.at = cursor.text.length;
    return { kind: 'problem', text: trimBlanks(cursor.text.slice(start)) };
  }
  const text = inside.trim();
  return text === '' ? undefined : { kind: 'phrase', text, mode };
}

/** What stands between the mark at the cursor and the one that closes it; undefined when none does. */
function readQuoted(cursor: Cursor, closers: string): string | undefined {
  for (let end = cursor.at + 1; end < cursor.text.length; end++) {
    if (!closers.includes(cursor.text[end] ?? '')) continue;
    const inside = cursor.text.slice(cursor.at + 1, end);
    cursor.at = end + 1;
    return inside;
  }
  return undefined;
}

function readWord(cursor: Cursor, mode: Mode): Clause {
  const start = cursor.at;
  cursor.at++;
  while (cursor.at < cursor.text.length && !endsWord(cursor.text[cursor.at] ?? '')) cursor.at++;
  const text = cursor.text.slice(start, cursor.at);
  const starred = text.length > 1 && (text.endsWith('*') || text.endsWith('＊'));
  return { kind: 'word', text: starred ? text.slice(0, -1) : text, mode, prefix: starred };
}

function endsWord(character: string): boolean {
  return blank.test(character) || closersOf(character) !== undefined;
}

/** Longest name of a key; what is longer before a colon is a word. */
const MAX_KEY = 16;

function readFilter(cursor: Cursor, start: number, mode: Mode): Clause | undefined {
  const ahead = cursor.text.slice(cursor.at, cursor.at + MAX_KEY + 1);
  const colon = ahead.search(/[:：]/);
  if (colon < 1) return undefined;
  const key = findKey(ahead.slice(0, colon));
  if (key === undefined) return undefined;
  const before = cursor.at;
  cursor.at += colon + 1;
  const values = readValues(cursor);
  const clause = values && toFilter(key, values, mode === 'exclude');
  // `+type:project` asks for what `type:project` asks for.
  if (clause) return clause;
  cursor.at = before;
  skipPiece(cursor);
  return { kind: 'problem', text: trimBlanks(cursor.text.slice(start, cursor.at)) };
}

function readValues(cursor: Cursor): string[] | undefined {
  const values: string[] = [];
  for (;;) {
    const closers = closersOf(cursor.text[cursor.at] ?? '');
    if (closers !== undefined) {
      const inside = readQuoted(cursor, closers);
      if (inside === undefined) return undefined;
      values.push(inside);
    } else {
      const from = cursor.at;
      while (cursor.at < cursor.text.length && !endsValue(cursor.text[cursor.at] ?? '')) cursor.at++;
      values.push(cursor.text.slice(from, cursor.at));
    }
    if (!/[,，、]/.test(cursor.text[cursor.at] ?? '')) return values;
    const next = cursor.text[cursor.at + 1] ?? '';
    if (next === '' || next === ',' || blank.test(next)) return values;
    cursor.at++;
  }
}

function endsValue(character: string): boolean {
  return character === ',' || endsWord(character);
}

function toFilter(key: QueryKey, values: readonly string[], exclude: boolean): Clause | undefined {
  if (key === 'year') {
    const years = values.length === 1 ? parseYears(values[0] ?? '') : undefined;
    return years && { kind: 'years', ...years, exclude };
  }
  const found = values.map((value) => findValue(key, value));
  if (!found.every((value) => value !== undefined) || found.length === 0) return undefined;
  if (key === 'has') return { kind: 'has', what: 'notes', exclude };
  const distinct = [...new Set(found)];
  return { kind: 'filter', key: key === 'is' ? 'origin' : key, values: distinct, exclude };
}

/** Past a piece without blanks; quoted blanks are part of it. */
function skipPiece(cursor: Cursor): void {
  while (cursor.at < cursor.text.length && !/\s/.test(cursor.text[cursor.at] ?? '')) {
    const closers = closersOf(cursor.text[cursor.at] ?? '');
    if (closers === undefined) cursor.at++;
    else if (readQuoted(cursor, closers) === undefined) cursor.at = cursor.text.length;
  }
}

function trimBlanks(text: string): string {
  return text.replace(/^[\s，。；！？、]+|[\s，。；！？、]+$/g, '');
}

/** Words of a piece that broke the grammar, its marks taken away. */
export function wordsOfProblem(text: string): string[] {
  return fold(text)
    .text.replace(/["“”„‟「」『』:+*-]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '');
}
