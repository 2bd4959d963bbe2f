import type { Case, CaseText, Problem, Section } from '#contract/case-tree.ts';
import { findEntry } from '#contract/vocabulary.ts';
import { problem } from '../case/problems.ts';
import type { Locator } from './locate.ts';
import { type CountedNumber, figureValues, findNumbers } from './numbers.ts';

/** Numbers of a text that stand in no `figures` entry; the discussion questions hold none of their own. */
export function checkFigures(value: Case, text: CaseText, locator: Locator): Problem[] {
  const known = new Set(value.front.figures.flatMap(figureValues));
  return text.sections.flatMap((section) => {
    if (section.id === 'questions') return [];
    const missing = findNumbers(section.text, text.language).filter((number) => !known.has(number.value));
    return once(missing).map(({ words, start }) =>
      problem('figure-missing', locator.inSection(section, start), { actual: words }),
    );
  });
}

/** Small numbers are often written as words in one of the languages. */
const LARGEST_IN_WORDS = 12;

/** Numbers of a Chinese section that its English twin does not say. */
export function checkNumberPairs(zh: CaseText, en: CaseText, locator: Locator): Problem[] {
  return zh.sections.flatMap((section) => {
    const twin = en.sections.find(({ id }) => id === section.id);
    if (!twin) return [];
    const said = new Set(findNumbers(twin.text, 'en').map(({ value }) => value));
    const missing = findNumbers(section.text, 'zh').filter(
      ({ value }) => value > LARGEST_IN_WORDS && !said.has(value) && !saidInWords(twin, value),
    );
    return once(missing).map(({ words }) => {
      const title = findEntry('section', section.id)?.en ?? section.id;
      return problem('pair-numbers', locator.inSection(twin, 0), { actual: words, detail: title }, 'warning');
    });
  });
}

const roundWords: readonly (readonly [number, RegExp])[] = [
  [100, /\b(?:a|one) hundred\b/i],
  [1000, /\b(?:a|one) thousand\b/i],
  [1e6, /\b(?:a|one) million\b/i],
  [1e9, /\b(?:a|one) billion\b/i],
];

/** A number that English writes in words, or without what makes it a count: a year, an address. */
function saidInWords(section: Section, value: number): boolean {
  if (roundWords.some(([number, words]) => number === value && words.test(section.text))) return true;
  return new RegExp(`(?<![\\d.,])${value.toLocaleString('en')}(?![\\d.,]\\d)`).test(section.text);
}

function once(numbers: readonly CountedNumber[]): CountedNumber[] {
  const words = new Set<string>();
  return numbers.filter((number) => {
    if (words.has(number.words)) return false;
    words.add(number.words);
    return true;
  });
}
