import type { Case } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import type { Picture, PictureFilters, PictureList } from '#contract/pictures.ts';
import { PictureList as Lists } from '#contract/pictures.ts';
import { findEntry } from '#contract/vocabulary.ts';
import { type SayPicture, speakPictures } from './say.ts';
import { entriesOf } from './values.ts';

/** What every picture is drawn with: the cases, the words, the room. */
export interface Pen {
  readonly cases: readonly Case[];
  readonly language: Language;
  readonly say: SayPicture;
  /** CSS px. */
  readonly width: number;
  /** A value of a list in words. */
  readonly label: (list: PictureList, id: string) => string;
  readonly notStated: string;
  /** The line under a picture that says where it comes from. */
  readonly source: string;
}

/** What one picture adds to title and source; its table is made when it is wanted. */
export type Drawn = Omit<Picture, 'title' | 'source' | 'table'> & { readonly table: () => Picture['table'] };

/** Makes a {@link Pen} for some cases, `filters` being what they were narrowed by. */
export function takePen(
  cases: readonly Case[],
  language: Language,
  width: number,
  filters: PictureFilters = {},
): Pen {
  const say = speakPictures(language);
  const notStated = findEntry('nothing', 'not-stated')?.[language] ?? 'not-stated';
  const label = (list: PictureList, id: string) =>
    entriesOf(list).find((entry) => entry.id === id)?.[language] ?? notStated;
  const narrowed = Lists.options.flatMap((list) => {
    const values = filters[list] ?? [];
    if (values.length === 0) return [];
    return [
      say('colon', { a: say(`list.${list}`), b: values.map((id) => label(list, id)).join(say('and')) }),
    ];
  });
  const source = [
    say('source', { count: cases.length }),
    ...(narrowed.length === 0
      ? []
      : [say('narrowed', { filters: narrowed.join(language === 'zh' ? '；' : '; ') })]),
  ].join(language === 'zh' ? '' : ' ');
  return { cases, language, say, width, label, notStated, source };
}

/** Rows of cases that one picture holds: more could not be read, and a page would be slow with them. */
const MOST_DRAWN = 480;

/** So many cases of each group are drawn when there are so many groups. */
export function drawnOfEach(groups: number): number {
  return Math.max(20, Math.floor(MOST_DRAWN / Math.max(1, groups)));
}

/** The title of a case in a pen's language. */
export function titleOf({ front }: Case, { language }: Pen): string {
  return front.title[language];
}

/** Sentences for the counts that are not nought. */
export function whereAny(...lines: readonly (readonly [number, string])[]): string[] {
  return lines.flatMap(([count, words]) => (count > 0 ? [words] : []));
}

/** The year of a date as precise as it is known; undefined where none is stated. */
export function yearOf(date: string | number | null | undefined): number | undefined {
  const year = Number(String(date ?? '').slice(0, 4));
  return Number.isInteger(year) && year > 0 ? year : undefined;
}
