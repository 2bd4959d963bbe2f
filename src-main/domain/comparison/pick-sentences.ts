import type { Language } from '#contract/ids.ts';
import { statesAbsence } from '../markdown/sentences.ts';
import type { CaseSentence } from './case-sentences.ts';
import { doubts, type SentenceRule } from './rules.ts';

/** A cell should hold no more than this: Chinese characters, or English words. */
export const cellLimit: Readonly<Record<Language, number>> = { zh: 60, en: 40 };

/** Length of a text as a reader counts it: characters in Chinese, words in English. */
export function lengthOf(text: string, language: Language): number {
  if (language === 'zh') return [...text].length;
  return text.split(/\s+/).filter((word) => word !== '').length;
}

export interface Ranked {
  readonly sentence: CaseSentence;
  readonly score: number;
}

/**
 * The sentences that answer a rule, best first. A sentence that only states an absence answers nothing; one
 * without a source can be repeated but not shown to stand, so it goes far down.
 *
 * @param lift more points for a sentence, for what a rule cannot see
 */
export function rankSentences(
  sentences: readonly CaseSentence[],
  rule: SentenceRule,
  language: Language,
  lift: (sentence: CaseSentence) => number = () => 0,
): Ranked[] {
  const hush = saysNothing(sentences, rule, language) ? 2 : 0;
  return sentences
    .flatMap((sentence, order) => {
      const section = rule.sections[sentence.section];
      if (section === undefined || isAbsence(sentence, language)) return [];
      const extra = lift(sentence);
      if (rule.needs && !rule.needs[language].test(sentence.text) && extra <= 0) return [];
      const cues = weigh(sentence.text, rule.raises[language]) + extra;
      if (rule.least !== undefined && cues < rule.least + hush) return [];
      return [{ sentence, order, score: section + cues - hush + general(sentence, language) }];
    })
    .filter(({ score }) => score >= floor)
    .sort((a, b) => b.score - a.score || a.order - b.order);
}

/** Below it a sentence is nearer to chance than to an answer. */
const floor = 2;

function isAbsence(sentence: CaseSentence, language: Language): boolean {
  return sentence.refs.length === 0 && statesAbsence(sentence.text, language);
}

function saysNothing(sentences: readonly CaseSentence[], rule: SentenceRule, language: Language): boolean {
  const cue = rule.silence?.[language];
  return cue !== undefined && sentences.some((one) => isAbsence(one, language) && cue.test(one.text));
}

function weigh(text: string, cues: readonly (readonly [RegExp, number])[]): number {
  return cues.reduce((sum, [cue, weight]) => sum + (cue.test(text) ? weight : 0), 0);
}

function general(sentence: CaseSentence, language: Language): number {
  let score = weigh(sentence.text, doubts[language]);
  if (sentence.refs.length === 0) score -= 6;
  if (statesAbsence(sentence.text, language)) score -= 1;
  // What stands first in a section is what its author thought the most important.
  if (sentence.paragraph === 0 && sentence.index === 0) score += 0.5;
  const over = lengthOf(sentence.text, language) / cellLimit[language] - 1;
  // A sentence is never cut, so a long one must be worth its length.
  return over > 0 ? score - 4 * over : score;
}

/**
 * The best sentence, and a second one of the same section that is nearly as good where both keep to a cell's
 * length; in the order of the case.
 */
export function takeSentences(ranked: readonly Ranked[], language: Language, most = 2): CaseSentence[] {
  const first = ranked[0];
  if (first === undefined) return [];
  const taken = [first.sentence];
  let length = lengthOf(first.sentence.text, language);
  for (const { sentence, score } of ranked.slice(1)) {
    if (taken.length >= most || score < first.score - 1.5) break;
    const added = lengthOf(sentence.text, language);
    if (sentence.section !== first.sentence.section || length + added > cellLimit[language]) continue;
    taken.push(sentence);
    length += added;
  }
  return taken.sort((a, b) => order(a) - order(b) || a.start - b.start);
}

const sectionOrder = [
  'summary',
  'background',
  'roles',
  'process',
  'space-service',
  'results',
  'limits',
  'transfers',
  'questions',
];

function order(sentence: CaseSentence): number {
  return sectionOrder.indexOf(sentence.section);
}
