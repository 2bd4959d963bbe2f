import type { Case } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import { findSection, type Passage, toPassage, toRange } from './passage.ts';

/**
 * Selects the sentence after or before the one that is selected, or the first of the block that has the focus,
 * and brings it into sight. Answers false where there is none.
 */
export function selectSentence(article: HTMLElement | null, found: Case, by: 1 | -1): boolean {
  if (article === null) return false;
  const here = passageHere(article);
  const language: Language = here?.language ?? languageOf(article);
  const sections = found.texts[language]?.sections ?? [];
  const all = sections
    .filter(({ id }) => findSection(article, id, language) !== null)
    .flatMap(({ id, sentences }) =>
      sentences.map(({ start, end }) => ({ language, section: id, start, end })),
    );
  const next = here === undefined ? all[0] : all[indexFrom(all, sections, here, by)];
  const range = next === undefined ? undefined : toRange(article, next);
  const selection = window.getSelection();
  if (range === undefined || selection === null) return false;
  selection.removeAllRanges();
  selection.addRange(range);
  range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
  range.startContainer.parentElement?.closest<HTMLElement>('[data-block]')?.focus({ preventScroll: true });
  return true;
}

/** The passage that is selected, else the start of the block that has the focus. */
function passageHere(article: HTMLElement): (Passage & { readonly isSelected: boolean }) | undefined {
  const selection = window.getSelection();
  if (selection !== null && !selection.isCollapsed && selection.rangeCount > 0) {
    const passage = toPassage(selection.getRangeAt(0));
    if (passage !== undefined) return { ...passage, isSelected: true };
  }
  const block = document.activeElement?.closest<HTMLElement>('[data-block]');
  if (block === null || block === undefined || !article.contains(block)) return undefined;
  const range = document.createRange();
  range.selectNodeContents(block);
  const passage = toPassage(range);
  return passage && { ...passage, isSelected: false };
}

function indexFrom(
  all: readonly Passage[],
  sections: readonly { readonly id: string }[],
  here: Passage & { readonly isSelected: boolean },
  by: 1 | -1,
): number {
  const place = ({ section, start }: Passage) => sections.findIndex(({ id }) => id === section) * 1e7 + start;
  const at = place(here);
  if (by === 1) return all.findIndex((one) => (here.isSelected ? place(one) > at : place(one) >= at));
  return all.findLastIndex((one) => place(one) < at);
}

function languageOf(article: HTMLElement): Language {
  return article.querySelector<HTMLElement>('[data-language]')?.dataset.language === 'en' ? 'en' : 'zh';
}
