import type { CaseText } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import { splitSentences } from '#domain/markdown/sentences.ts';

/** A section whose every UTF-16 unit knows where it came from, so that the truth is known after any edit. */
export interface TrackedSection {
  id: string;
  text: string;
  /** One a unit of `text`: its number in the text before the edits; -1 for what was written since. */
  origins: number[];
}

export interface TrackedText {
  readonly language: Language;
  readonly sections: TrackedSection[];
}

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The text of a case with every unit numbered. */
export function track(language: Language, sections: readonly { id: string; text: string }[]): TrackedText {
  let origin = 0;
  return {
    language,
    sections: sections.map(({ id, text }) => ({
      id,
      text,
      origins: Array.from({ length: text.length }, () => origin++),
    })),
  };
}

export function trackCase(text: CaseText): TrackedText {
  return track(
    text.language,
    // The questions are not prose and are left out, as is what is too short to be edited.
    text.sections.filter((section) => section.text.length > 80),
  );
}

export function copy(text: TrackedText): TrackedText {
  return {
    language: text.language,
    sections: text.sections.map((section) => ({ ...section, origins: [...section.origins] })),
  };
}

/** Puts words, with their origins if they have any, in the place of a span. */
export function replaceSpan(section: TrackedSection, span: Span, words: string, origins?: readonly number[]) {
  section.text = section.text.slice(0, span.start) + words + section.text.slice(span.end);
  const from = origins ?? Array.from({ length: words.length }, () => -1);
  section.origins.splice(span.start, span.end - span.start, ...from);
}

/** Changes units one for one or one for several; the first of several keeps the origin of the one it was. */
export function mapUnits(section: TrackedSection, change: (unit: string) => string): void {
  const origins: number[] = [];
  let text = '';
  for (let at = 0; at < section.text.length; at++) {
    const into = change(section.text[at] ?? '');
    text += into;
    for (let unit = 0; unit < into.length; unit++)
      origins.push(unit === 0 ? (section.origins[at] ?? -1) : -1);
  }
  section.text = text;
  section.origins = origins;
}

/** The sentences of a section, paragraph by paragraph. */
export function sentencesOf(section: TrackedSection, language: Language): Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const paragraph of section.text.split('\n')) {
    found.push(...splitSentences(paragraph, language, from));
    from += paragraph.length + 1;
  }
  return found;
}
