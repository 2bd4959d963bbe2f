import type { SectionId } from '#contract/case.ts';
import type { CaseText } from '#contract/case-tree.ts';
import type { Glossary, GlossaryTerm } from '#contract/glossary.ts';
import type { Language } from '#contract/ids.ts';

/** Where a term of the glossary first stands in a text; offsets are UTF-16 units of the section's text. */
export interface TermSpan {
  readonly start: number;
  readonly end: number;
  readonly term: GlossaryTerm;
}

/**
 * The first occurrence of each term in a text, by section, in reading order. A term is not looked for inside a
 * longer one: 责任规划师 holds no 规划师.
 */
export function findTerms(text: CaseText, glossary: Glossary): ReadonlyMap<SectionId, readonly TermSpan[]> {
  const { language } = text;
  const rest = text.sections
    .filter(({ id }) => id !== 'questions')
    .map((section) => ({ id: section.id, words: section.text, spans: [] as TermSpan[] }));
  for (const term of glossary.toSorted((a, b) => b[language].length - a[language].length)) {
    const pattern = patternOf(term[language], language);
    let isFound = false;
    for (const section of rest) {
      section.words = section.words.replace(pattern, (match: string, start: number) => {
        if (!isFound) section.spans.push({ start, end: start + match.length, term });
        isFound = true;
        return '\0'.repeat(match.length);
      });
    }
  }
  return new Map(rest.map(({ id, spans }) => [id, spans.sort((a, b) => a.start - b.start)]));
}

function patternOf(words: string, language: Language): RegExp {
  const plain = words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  // A plural is the term as well: planners, communities.
  const ending = plain.endsWith('y') ? `${plain.slice(0, -1)}(?:y|ies)` : `${plain}(?:e?s)?`;
  return language === 'zh' ? new RegExp(plain, 'g') : new RegExp(`(?<![\\w-])${ending}(?![\\w-])`, 'gi');
}

/** A run of text cut at its terms. */
export interface TermPiece {
  readonly start: number;
  readonly text: string;
  readonly term: GlossaryTerm | undefined;
}

/** Cuts a run of a section's text wherever a term begins or ends. A term cut by a mark is told at its first part. */
export function splitByTerms(text: string, start: number, spans: readonly TermSpan[]): readonly TermPiece[] {
  const end = start + text.length;
  const pieces: TermPiece[] = [];
  let from = start;
  const push = (to: number, term: GlossaryTerm | undefined) => {
    if (to > from) pieces.push({ start: from, text: text.slice(from - start, to - start), term });
    from = to;
  };
  for (const span of spans) {
    if (span.start < start || span.start >= end) continue;
    push(span.start, undefined);
    push(Math.min(span.end, end), span.term);
  }
  push(end, undefined);
  return pieces;
}
