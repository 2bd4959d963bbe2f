import type { CaseText, Problem } from '#contract/case-tree.ts';
import { factualSentences } from '../case/evidence.ts';
import { problem } from '../case/problems.ts';
import type { Locator } from './locate.ts';

/** So large a share of a text's factual sentences must cite a source. */
export const CITED_SHARE = 0.95;
const SHOWN = 60;

/** Factual sentences without a source, each a warning; an error where a text has too many of them. */
export function checkCitations(text: CaseText, locator: Locator): Problem[] {
  const { factual, uncited } = coverage(text);
  const problems = uncited.map(({ section, start, end }) =>
    problem(
      'citation-missing',
      locator.inSection(section, start),
      { actual: shorten(section.text.slice(start, end)) },
      'warning',
    ),
  );
  const share = factual === 0 ? 1 : 1 - uncited.length / factual;
  if (share >= CITED_SHARE) return problems;
  const details = {
    actual: percent(share),
    expected: [percent(CITED_SHARE)],
    detail: `${factual - uncited.length}/${factual}`,
  };
  return [...problems, problem('citation-coverage', locator.ofWords('## '), details)];
}

/** How many sentences of a text state facts, and which of them cite nothing. */
export function coverage(text: CaseText) {
  const sentences = text.sections.flatMap((section) =>
    factualSentences(section, text.language).map((sentence) => ({ section, ...sentence })),
  );
  return { factual: sentences.length, uncited: sentences.filter(({ refs }) => refs.length === 0) };
}

function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10}%`;
}

/** A sentence as a message shows it. */
export function shorten(sentence: string): string {
  const characters = [...sentence.replace(/\s+/g, ' ')];
  return characters.length <= SHOWN ? characters.join('') : `${characters.slice(0, SHOWN - 1).join('')}…`;
}
