import type { Section } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import { statesAbsence } from '../markdown/sentences.ts';

const stopZh =
  /停办|停摆|停滞|停工|叫停|中止|终止|中断|搁置|撤销|取消了|解散|流产|失败|半途|没能|未能|没有建成|没有做成|没做成|关闭|关停|烂尾|夭折/;
const stopEn =
  /\b(?:stopp(?:ed|age)|halt(?:ed)?|suspended|abandoned|fail(?:ed|ure|s)?|closed down|shut(?: down)?|discontinued|cancel+ed|collapsed|stalled|shelved|dissolved|never built|fell apart|broke down|dismantled)\b/i;

/** A sentence that tells of something that stopped or failed. */
export interface StopSentence {
  readonly section: Section;
  readonly start: number;
  readonly end: number;
  readonly refs: readonly string[];
}

/**
 * The first sentence of a case that tells of something that stopped or failed and says where it has it from;
 * limits are read before results, and what merely says that a source is silent is passed over.
 */
export function findStop(sections: readonly Section[], language: Language): StopSentence | undefined {
  const cue = language === 'zh' ? stopZh : stopEn;
  for (const id of ['limits', 'results', 'process'] as const) {
    const section = sections.find((one) => one.id === id);
    const found = section?.sentences.find(({ start, end, refs }) => {
      const text = section.text.slice(start, end);
      return refs.length > 0 && cue.test(text) && !statesAbsence(text, language);
    });
    if (section && found) return { section, ...found };
  }
  return undefined;
}
