import type { Case, CaseText } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import { orderedItems } from '../markdown/plain-text.ts';

/** A case's text in a language, or in the other where it has only that. */
export function textOf({ texts }: Case, language: Language): CaseText | undefined {
  return texts[language] ?? texts[language === 'zh' ? 'en' : 'zh'];
}

/** The questions that a case asks, in its order. */
export function questionsOf(value: Case, language: Language): string[] {
  const section = textOf(value, language)?.sections.find(({ id }) => id === 'questions');
  return section ? orderedItems(section.blocks) : [];
}
