import type { Language } from '#contract/ids.ts';
import type { Span, TrackedSection, TrackedText } from './tracked-text.ts';

const segmenters = {
  zh: new Intl.Segmenter('zh', { granularity: 'word' }),
  en: new Intl.Segmenter('en', { granularity: 'word' }),
};

/** A run of digits, or a number in words, as a reader sees them. */
const numbers = {
  zh: /\d+|[二三四五六七八九]?十[一二三四五六七八九]|[两三四五六七八九][个条处户次成年项]/g,
  en: /\d+|\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|hundred)\b/gi,
};

/** Words of two letters or more without a digit, in a span of a section. */
export function wordsIn(section: TrackedSection, { start, end }: Span, language: Language): Span[] {
  const found: Span[] = [];
  for (const { segment, index, isWordLike } of segmenters[language].segment(section.text.slice(start, end))) {
    if (isWordLike && segment.length >= 2 && !/[\d一二两三四五六七八九十百千万]/.test(segment)) {
      found.push({ start: start + index, end: start + index + segment.length });
    }
  }
  return found;
}

/** Where words begin and end in a section. */
export function wordEdges(section: TrackedSection, language: Language): number[] {
  const edges = [...segmenters[language].segment(section.text)].map(({ index }) => index);
  return [...edges, section.text.length];
}

/** The numbers that stand in a span. */
export function numbersIn(section: TrackedSection, { start, end }: Span, language: Language): Span[] {
  return [...section.text.slice(start, end).matchAll(numbers[language])].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

/** All words of a text, to put one of them in the place of another. */
export function vocabularyOf(text: TrackedText): string[] {
  const found = new Set<string>();
  for (const section of text.sections) {
    for (const { start, end } of wordsIn(section, { start: 0, end: section.text.length }, text.language)) {
      found.add(section.text.slice(start, end));
    }
  }
  return [...found];
}
