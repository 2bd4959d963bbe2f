import { vocabulary } from '#contract/vocabulary.ts';
import { fold } from '../analyser/fold.ts';
import { findKey, keyNamesOf, listOfKey, queryKeys } from './keys.ts';
import type { Knowledge } from './understand/knowledge.ts';
import { isCurated, type TableTerm } from './understand/term-table.ts';

/** A way to complete what is being typed. */
export interface Suggestion {
  /** What is shown. */
  readonly text: string;
  /** The whole text after it was chosen. */
  readonly insert: string;
  readonly kind: 'term' | 'title' | 'place' | 'key' | 'value';
}

const DEFAULT_LIMIT = 8;

/**
 * Completions of the last word of a text, best first: keys of the query language and their values, terms,
 * and names of cases and places, by their letters, their pinyin or their initials.
 */
export function suggest(text: string, knowledge: Knowledge, limit = DEFAULT_LIMIT): Suggestion[] {
  const typed = /[^\s，。；！？、]*$/u.exec(text)?.[0] ?? '';
  const before = text.slice(0, text.length - typed.length);
  if (typed === '') return [];
  const value = suggestValues(typed, before);
  if (value.length > 0) return value.slice(0, limit);
  const sign = /^[+\-－＋]?/u.exec(typed)?.[0] ?? '';
  const word = fold(typed.slice(sign.length)).text;
  if (word === '') return [];
  const found = [
    ...suggestNames(text, knowledge),
    ...suggestKeys(word, before + sign),
    ...suggestTerms(word, before + sign, knowledge),
  ];
  const seen = new Set<string>();
  return found.filter(({ insert }) => !seen.has(insert) && seen.add(insert)).slice(0, limit);
}

/** Words of a name that may have been typed before the last. */
const MAX_EARLIER = 4;

/** Names of several words of which more than the last was typed: the most words first. */
function suggestNames(text: string, knowledge: Knowledge): Suggestion[] {
  const starts = [...text.matchAll(/(?<=^|\s)\S/gu)].map(({ index }) => index).slice(-1 - MAX_EARLIER, -1);
  return starts.flatMap((start) => {
    const words = fold(text.slice(start)).text;
    return suggestTerms(words, text.slice(0, start), knowledge).filter(({ text: name }) =>
      fold(name).text.startsWith(words),
    );
  });
}

function suggestValues(typed: string, before: string): Suggestion[] {
  const match = /^([+\-－＋]?)([^:：]+)[:：]([^:：]*)$/u.exec(typed);
  const key = match?.[2] === undefined ? undefined : findKey(match[2]);
  const list = key && listOfKey(key);
  if (!match || !key || !list) return [];
  const earlier = /^.*[,，、]/u.exec(match[3] ?? '')?.[0] ?? '';
  const wanted = fold((match[3] ?? '').slice(earlier.length)).text;
  return vocabulary[list]
    .filter(({ id, zh, en }) => [id, zh, en].some((name) => fold(name).text.includes(wanted)))
    .map(({ id, zh, en }) => ({
      text: `${zh} · ${en}`,
      insert: `${before}${match[1]}${match[2]}:${earlier}${id}`,
      kind: 'value' as const,
    }));
}

function suggestKeys(word: string, before: string): Suggestion[] {
  return queryKeys.flatMap((key) => {
    const name = keyNamesOf(key).find((candidate) => candidate.startsWith(word));
    return name === undefined
      ? []
      : [{ text: `${name}:`, insert: `${before}${name}:`, kind: 'key' as const }];
  });
}

/** How well a term completes a word: lower is better; undefined when it does not. */
function fitOf(term: TableTerm, folded: string, word: string): number | undefined {
  const rank = isCurated(term) ? 0 : term.kind === 'title' ? 0.2 : 0.4;
  if (folded.startsWith(word)) return rank;
  if (term.reading !== '') {
    const syllables = term.reading.split(' ');
    if (word.length > 1 && syllables.join('').startsWith(word)) return 1 + rank;
    if (
      word.length > 1 &&
      syllables
        .map((syllable) => syllable.charAt(0))
        .join('')
        .startsWith(word)
    )
      return 2 + rank;
  }
  if (folded.includes(word) && word.length > 1) return 3 + rank;
  return undefined;
}

function suggestTerms(word: string, before: string, { table }: Knowledge): Suggestion[] {
  const found: { term: TableTerm; fit: number; length: number }[] = [];
  for (const [folded, term] of table.folded) {
    const how = fitOf(term, folded, word);
    if (how !== undefined) found.push({ term, fit: how, length: folded.length });
  }
  return found
    .sort((a, b) => a.fit - b.fit || a.length - b.length)
    .map(({ term }) => ({
      text: term.text,
      insert: before + (/\s/.test(term.text) ? `"${term.text}"` : term.text),
      kind:
        term.kind === 'title' || term.kind === 'alias' ? 'title' : term.kind === 'place' ? 'place' : 'term',
    }));
}
