import type { Case, CaseText } from '#contract/case-tree.ts';
import { type PreparedSection, prepareSections } from '#domain/anchoring/places.ts';
import { figureWords } from '#domain/annotation/figure-words.ts';
import { textHash } from '#domain/text/hash.ts';
import type { Library } from '../library/library.ts';

/** The text of a case in one language, made ready for notes. */
export interface NotedText {
  readonly sections: readonly PreparedSection[];
  /** Changes when anything changes that a note of this case and language may stand on. */
  readonly hash: string;
}

/** The texts of a library as notes need them, each made ready once. */
export interface CaseTexts {
  /** Undefined where the case is gone or has no text in the language. */
  find(caseId: string, language: string): NotedText | undefined;
  /** A figure in words, or undefined. */
  figure(caseId: string, figureId: string, language: string): string | undefined;
}

export function createCaseTexts(library: Library): CaseTexts {
  const ready = new WeakMap<CaseText, NotedText>();
  const figuresOf = (value: Case) =>
    value.front.figures.map((figure) => figureWords(figure, 'zh')).join('\n');
  return {
    find(caseId, language) {
      const value = library.find(caseId);
      const text = value?.texts[language === 'en' ? 'en' : 'zh'];
      if (!value || !text) return undefined;
      const known = ready.get(text);
      if (known) return known;
      const sections = prepareSections(text.sections);
      const parts = [...text.sections.map(({ id, textHash: hash }) => `${id} ${hash}`), figuresOf(value)];
      const made = { sections, hash: textHash(parts.join('\n')) };
      ready.set(text, made);
      return made;
    },
    figure(caseId, figureId, language) {
      const figure = library.find(caseId)?.front.figures.find(({ id }) => id === figureId);
      return figure && figureWords(figure, language === 'en' ? 'en' : 'zh');
    },
  };
}
