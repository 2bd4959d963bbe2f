import type { Case, CaseText, Problem } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import { problem, type Rule } from '../case/problems.ts';
import type { Locator } from './locate.ts';

const han = '\\p{Script=Han}';
const chineseRules: readonly (readonly [Rule, RegExp])[] = [
  [
    'han-latin-space',
    new RegExp(`[${han}，。；：、！？）》”] +[A-Za-z0-9]|[A-Za-z0-9%] +[${han}（《“]`, 'gu'),
  ],
  ['half-width-mark', new RegExp(`[${han}][,;:!?()]|[,;:!?()][${han}]|[${han}]\\.(?!\\w)`, 'gu')],
];
const straight: readonly [Rule, RegExp] = ['straight-quote', /["']/g];
const rulesOf: Readonly<Record<Language, readonly (readonly [Rule, RegExp])[]>> = {
  zh: [...chineseRules, straight],
  en: [straight],
};
const AROUND = 6;

/** Marks and blanks of a text that the house style writes otherwise. */
export function checkTypography(text: CaseText, locator: Locator): Problem[] {
  const inTitle = findTypography(text.title, text.language).map(({ rule, words }) =>
    problem(rule, locator.ofWords(text.title), { actual: words }),
  );
  const inSections = text.sections.flatMap((section) =>
    findTypography(section.text, text.language).map(({ rule, words, at }) =>
      problem(rule, locator.inSection(section, at), { actual: words }),
    ),
  );
  return [...inTitle, ...inSections];
}

/** The same for the words of the front matter; titles of sources stay as their authors wrote them. */
export function checkFrontTypography(value: Case, locator: Locator): Problem[] {
  const { references: _, title: __, ...front } = value.front;
  return phrases(front).flatMap(({ language, words }) =>
    findTypography(words, language).map((breach) =>
      problem(breach.rule, locator.ofWords(words), { actual: breach.words }),
    ),
  );
}

/** Where a text breaks the rules for marks and blanks: the rule, the UTF-16 offset, the words around it. */
export function findTypography(text: string, language: Language) {
  return rulesOf[language].flatMap(([rule, pattern]) =>
    [...text.matchAll(pattern)].map(({ index, 0: match }) => {
      const from = Math.max(text.lastIndexOf('\n', index) + 1, index - AROUND);
      return {
        rule,
        at: index,
        words: text.slice(from, index + match.length + AROUND).split('\n', 1)[0] ?? '',
      };
    }),
  );
}

/** Every phrase of a value, with its language by its key. */
function phrases(value: unknown, language: Language = 'en'): { language: Language; words: string }[] {
  if (typeof value === 'string') return [{ language, words: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    phrases(inner, key === 'zh' || key === 'en' ? key : language),
  );
}
