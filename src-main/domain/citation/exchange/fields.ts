import type { CslItem } from '#contract/case.ts';

type Name = NonNullable<CslItem['author']>[number];

/** A source under the id that it bears outside of its case: `<case>_S4`. */
export interface ExportedItem {
  readonly key: string;
  readonly item: CslItem;
}

/** A name as `Family, Given`, or as it stands. */
export function invertedName(name: Name): string {
  if ('literal' in name) return name.literal;
  return name.given === undefined ? name.family : `${name.family}, ${name.given}`;
}

/** Reads a name: Latin letters with a comma are divided; a Chinese name or an institution is one. */
export function readName(text: string): Name {
  const words = text.trim();
  const [family = '', given = '', ...more] = words.split(',').map((part) => part.trim());
  const isPerson =
    given !== '' && family !== '' && more.length === 0 && /^[\p{Script=Latin}\s'’.-]+$/u.test(family + given);
  return isPerson ? { family, given } : { literal: words };
}

/** First and last page. */
export function pageSpan(item: CslItem): readonly [string, string | undefined] | undefined {
  if (item.page === undefined) return undefined;
  const [first = '', last] = String(item.page).split(/\s*[-–—]\s*/);
  return [first, last];
}

/** The language of a source whose record does not say it. */
export function guessedLanguage(title: string): string {
  return /\p{Script=Han}/u.test(title) ? 'zh-CN' : 'en';
}

/** A record that could not be taken, and why. */
export interface RecordProblem {
  /** Line of the file, or number of the item, from 1. */
  readonly at: number;
  readonly reason: 'no-type' | 'no-title' | 'no-end' | 'not-an-item' | 'field';
  readonly detail: string;
}

export interface ReadReferences {
  readonly items: readonly CslItem[];
  readonly problems: readonly RecordProblem[];
}
