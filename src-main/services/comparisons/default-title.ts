import type { Case } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import { shortTitle } from '#domain/comparison/short-title.ts';

/** What a comparison is called before its user names it. */
const titles = {
  zh: (names: readonly string[], more: number) =>
    more > 0 ? `${names.join('、')}等${names.length + more}个案例` : names.join('与'),
  en: (names: readonly string[], more: number) =>
    more > 0 ? `${names.join(', ')} and ${more} more` : names.join(' and '),
} satisfies Record<Language, (names: readonly string[], more: number) => string>;

/** A name for a new comparison, from the first two of its cases. */
export function defaultTitle(cases: readonly Case[], language: Language): string {
  const names = cases.slice(0, 2).map((one) => shortTitle(one.front.title[language]));
  return titles[language](names, cases.length - names.length).slice(0, 200);
}
