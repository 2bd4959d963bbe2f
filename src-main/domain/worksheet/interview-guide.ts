import type { Case } from '#contract/case-tree.ts';
import type { CitationStyle } from '#contract/exports.ts';
import { figureText } from '#contract/figure-units.ts';
import type { Bilingual, Language } from '#contract/ids.ts';
import { findEntry } from '#contract/vocabulary.ts';
import { numberReferences } from '../comparison/number-references.ts';
import { type Block, type PrintedDocument, plainRun } from '../document/printed-document.ts';
import { type Gap, gapsOf } from './gaps.ts';
import { interviewTexts } from './interview-texts.ts';

/** Ruled lines under a question. */
const LINES = 3;

/**
 * A guide for a field interview, made from what one case leaves open: one question a gap, each with room for the
 * answer, and with the question in the other language beneath where both are asked for.
 */
export function interviewGuide(
  one: Case,
  options: {
    readonly language: Language;
    readonly both: boolean;
    readonly style: CitationStyle;
    readonly day: string;
  },
): PrintedDocument {
  const { language, both, style, day } = options;
  const texts = interviewTexts[language];
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const gaps = gapsOf(one);
  const questions = gaps.map(
    (gap, index): Block => ({
      kind: 'question',
      number: index + 1,
      text: askAbout(gap, language),
      hints: both ? [askAbout(gap, other)] : [],
      lines: LINES,
    }),
  );
  const numbers = numberReferences([one], style, language);
  for (const { id } of one.front.references) numbers.numberOf(id, one.id);
  return {
    language,
    day,
    title: texts.title(one.front.title[language]),
    kicker: texts.kicker(gaps.length),
    facts: texts.facts,
    blocks: [
      {
        kind: 'table',
        head: texts.sheet,
        shares: [0.4, 0.34, 0.26],
        rows: [texts.sheet.map(() => [[plainRun('')]])],
      },
      { kind: 'paragraph', runs: [plainRun(gaps.length === 0 ? texts.none : texts.opening)] },
      ...questions,
      {
        kind: 'question',
        number: gaps.length + 1,
        text: texts.closing,
        hints: both ? [interviewTexts[other].closing] : [],
        lines: LINES,
      },
    ],
    references: numbers.list(),
    referencesTitle: texts.references,
  };
}

/** The question that would fill a gap. */
export function askAbout(gap: Gap, language: Language): string {
  const texts = interviewTexts[language];
  const list = (words: readonly Bilingual[]) => words.map((one) => one[language]).join(texts.comma);
  switch (gap.id) {
    case 'stages':
      return texts.stages(
        gap.stages.map((id) => findEntry('lifecycle', id)?.[language] ?? id).join(texts.comma),
      );
    case 'actor-stages':
      return texts.actorStages(list(gap.names));
    case 'actor-ties':
      return texts.actorTies(list(gap.names));
    case 'figure-year':
      return texts.figureYear(list(gap.counts));
    case 'figure-disputed': {
      const values = gap.figures.map((figure) =>
        texts.account(figureText(figure, language), figure.refs.join(' ')),
      );
      return texts.figureDisputed(gap.counts[language], values.join(texts.comma));
    }
    default:
      return texts.questions[gap.id];
  }
}
