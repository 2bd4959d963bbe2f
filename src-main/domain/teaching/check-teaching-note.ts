import type { BlockNode, Case, Problem } from '#contract/case-tree.ts';
import type { TeachingNote, TeachingSection } from '#contract/teaching.ts';
import { problem } from '../case/problems.ts';
import { shorten } from '../check/citations.ts';
import { createLocator, type Locator, type SourceText } from '../check/locate.ts';
import { findTypography } from '../check/typography.ts';
import { inlineText, orderedItems } from '../markdown/plain-text.ts';

/** A class of two lessons. */
export const CLASS_MINUTES = 90;

/** What a teaching note must hold beyond its form: the case's own questions, and minutes that fill the class. */
export function checkTeachingNote(note: TeachingNote, value: Case, source: SourceText): Problem[] {
  const locator = createLocator(source);
  const find = (id: TeachingSection['id']) => note.sections.find((section) => section.id === id);
  const answers = find('answers');
  const plan = find('plan');
  return [
    ...(answers ? checkQuestions(answers, note, value, locator) : []),
    ...(plan ? checkMinutes(plan, source.file) : []),
    ...note.sections.flatMap((section) =>
      findTypography(section.text, note.front.language).map(({ rule, words, at }) =>
        problem(rule, locator.inSection(section, at), { actual: words }),
      ),
    ),
  ];
}

function checkQuestions(
  section: TeachingSection,
  { front }: TeachingNote,
  value: Case,
  locator: Locator,
): Problem[] {
  const questions = value.texts[front.language]?.sections.find(({ id }) => id === 'questions');
  const asked = orderedItems(questions?.blocks ?? []);
  const answered = orderedItems(section.blocks);
  return Array.from({ length: Math.max(asked.length, answered.length) }).flatMap((_, index): Problem[] => {
    const [here = '', there = ''] = [answered[index], asked[index]];
    if (here === there) return [];
    const place = locator.inSection(section, Math.max(0, section.text.indexOf(here)));
    const details = { detail: `${index + 1}`, actual: shorten(here), expected: [there] };
    return [problem('teaching-question', place, details)];
  });
}

function checkMinutes(section: TeachingSection, file: string): Problem[] {
  const minutes = planMinutes(section.blocks);
  const total = minutes.reduce((sum, one) => sum + one, 0);
  if (total === CLASS_MINUTES) return [];
  const details = { actual: `${total}`, expected: [`${CLASS_MINUTES}`] };
  return [problem('teaching-minutes', { file, line: section.line }, details)];
}

/** The first column of a class plan, without its head: minutes, one row a block of the class. */
function planMinutes(blocks: readonly BlockNode[]): number[] {
  return blocks.flatMap((block) => {
    if (block.type !== 'table') return [];
    return block.rows
      .slice(1)
      .map(([first]) => Number(/^\d+/.exec(inlineText(first ?? []).trim())?.[0] ?? 0));
  });
}
