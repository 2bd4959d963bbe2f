import type { Case, Problem } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import { problem } from '../case/problems.ts';
import { statesAbsence } from '../markdown/sentences.ts';
import { shorten } from './citations.ts';
import type { Locator } from './locate.ts';

/** Shorter sentences are alike by chance. Letters and digits, without marks and blanks. */
const SHORTEST: Readonly<Record<Language, number>> = { zh: 12, en: 40 };

/** Sentences that stand in an earlier case too; those that only state an absence may recur. */
export function checkDuplicates(
  cases: readonly Case[],
  locatorOf: (value: Case, language: Language) => Locator | undefined,
): Problem[] {
  const problems: Problem[] = [];
  for (const language of ['zh', 'en'] as const) {
    const first = new Map<string, string>();
    for (const value of cases) {
      for (const section of value.texts[language]?.sections ?? []) {
        for (const { start, end } of section.sentences) {
          const sentence = section.text.slice(start, end);
          const key = sentence
            .normalize('NFKC')
            .toLowerCase()
            .replace(/[^\p{L}\p{N}]/gu, '');
          if (key.length < SHORTEST[language] || statesAbsence(sentence, language)) continue;
          const other = first.get(key);
          if (other === undefined) first.set(key, value.id);
          const locator = locatorOf(value, language);
          if (other === undefined || other === value.id || !locator) continue;
          const details = { actual: shorten(sentence), expected: [other] };
          problems.push(problem('duplicate-sentence', locator.inSection(section, start), details));
        }
      }
    }
  }
  return problems;
}
