import type { Case, Problem } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import { checkCitations } from './citations.ts';
import { checkFigures, checkNumberPairs } from './figures.ts';
import type { Locator } from './locate.ts';
import { checkWording, type Shingles } from './shingles.ts';
import { checkFrontTypography, checkTypography } from './typography.ts';
import { checkValues, checkYears } from './values.ts';

/** Where the words of a case's texts stand; a text whose file could not be read has no locator. */
export type Locators = { readonly [L in Language]?: Locator };

/** What is wrong in one case that could be read: its sources, numbers, values, marks and wording. */
export function checkCase(value: Case, locators: Locators, shingles: Shingles | undefined): Problem[] {
  const problems: Problem[] = [];
  const main = locators[value.front.language];
  if (main) problems.push(...checkValues(value, main), ...checkFrontTypography(value, main));
  for (const language of ['zh', 'en'] as const) {
    const text = value.texts[language];
    const locator = locators[language];
    if (!text || !locator) continue;
    problems.push(
      ...checkCitations(text, locator),
      ...checkFigures(value, text, locator),
      ...checkTypography(text, locator),
      ...(language === 'zh' ? checkYears(value, locator) : []),
      ...(shingles ? checkWording(value, text, shingles, locator) : []),
    );
  }
  const { zh, en } = value.texts;
  if (zh && en && locators.en) problems.push(...checkNumberPairs(zh, en, locators.en));
  return problems;
}
