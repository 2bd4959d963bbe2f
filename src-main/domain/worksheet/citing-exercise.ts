import type { Figure, SourceKind } from '#contract/case.ts';
import type { Case } from '#contract/case-tree.ts';
import type { CitationStyle } from '#contract/exports.ts';
import { figureText } from '#contract/figure-units.ts';
import type { Language } from '#contract/ids.ts';
import { findEntry } from '#contract/vocabulary.ts';
import { numberRanges } from '../citation/in-text.ts';
import { numberReferences } from '../comparison/number-references.ts';
import { type Block, type PrintedDocument, plainRun } from '../document/printed-document.ts';
import { type Ledger, ledgersOf, verdicts } from '../picture/ledgers.ts';
import { citingTexts } from './citing-texts.ts';

/** "Which figure would you cite, and why?": one quantity with its accounts, as a packet places it. */
export interface CitingQuestion {
  readonly caseId: string;
  readonly quantity: string;
  /** What is asked about, and the task. */
  readonly subject: string;
  readonly prompt: string;
  readonly accounts: readonly CitingAccount[];
  /** For the trainer. */
  readonly guidance: readonly string[];
}

export interface CitingAccount {
  readonly figureId: string;
  readonly value: string;
  readonly counts: string;
  readonly year: string;
  readonly refs: readonly string[];
  readonly kinds: readonly SourceKind[];
}

/** More would be an examination. */
const MOST_QUESTIONS = 8;
const LINES = 3;
/** Those who neither promote nor govern what they tell of. */
const independent: ReadonlySet<SourceKind> = new Set(['law', 'plan', 'scholarly', 'press']);

/** The exercise's questions for a case: where sources differ comes first. */
export function citingQuestions(one: Case, language: Language): CitingQuestion[] {
  return ledgersOf(one)
    .toSorted((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict))
    .slice(0, MOST_QUESTIONS)
    .map((ledger) => toQuestion(ledger, language));
}

/** The exercise as a sheet to print; with answers it is the trainer's. */
export function citingSheet(
  one: Case,
  options: {
    readonly language: Language;
    readonly withAnswers: boolean;
    readonly style: CitationStyle;
    readonly day: string;
  },
): PrintedDocument {
  const { language, withAnswers, style, day } = options;
  const texts = citingTexts[language];
  const numbers = numberReferences([one], style, language);
  const questions = citingQuestions(one, language);
  const cite = (refs: readonly string[]) =>
    `[${numberRanges(refs.flatMap((ref) => numbers.numberOf(ref, one.id) ?? []))}]`;
  const kindName = (kind: SourceKind) => findEntry('sourceKind', kind)?.[language] ?? kind;
  const blocks = questions.flatMap((question, index): Block[] => [
    { kind: 'heading', level: 3, text: question.subject },
    {
      kind: 'table',
      head: texts.head,
      shares: [0.2, 0.36, 0.14, 0.3],
      rows: question.accounts.map(({ value, counts, year, refs, kinds }) => [
        [[plainRun(value)]],
        [[plainRun(counts)]],
        [[plainRun(year)]],
        [[plainRun(texts.voice(kinds.map(kindName).join(texts.comma), cite(refs)))]],
      ]),
    },
    { kind: 'question', number: index + 1, text: question.prompt, hints: [], lines: LINES },
    ...(withAnswers
      ? [
          {
            kind: 'paragraph' as const,
            quiet: true,
            runs: [plainRun(texts.guide + question.guidance.join(''))],
          },
        ]
      : []),
  ]);
  return {
    language,
    day,
    title: texts.title(one.front.title[language]),
    kicker: texts.kicker(questions.length),
    facts: texts.facts,
    blocks: questions.length === 0 ? [{ kind: 'paragraph', runs: [plainRun(texts.none)] }] : blocks,
    references: numbers.list(),
    referencesTitle: texts.references,
  };
}

function toQuestion({ case: one, accounts, verdict }: Ledger, language: Language): CitingQuestion {
  const texts = citingTexts[language];
  const kindsOf = ({ refs }: Figure): SourceKind[] => [
    ...new Set(refs.flatMap((ref) => one.front.references.find(({ id }) => id === ref)?.custom.kind ?? [])),
  ];
  const voices = [...new Set(accounts.flatMap(kindsOf))].filter((kind) => independent.has(kind));
  const { guidance } = texts;
  const distinct = (values: readonly string[]) => new Set(values).size > 1;
  const isDated = ({ asOf }: Figure) => /^\d{4}/.test(String(asOf));
  const [first] = accounts;
  return {
    caseId: one.id,
    quantity: first?.quantity ?? '',
    subject: first?.counts[language] ?? '',
    prompt: texts.prompt,
    accounts: accounts.map((figure) => ({
      figureId: figure.id,
      value: figureText(figure, language),
      counts: figure.counts[language],
      year: findEntry('nothing', String(figure.asOf))?.[language] ?? String(figure.asOf),
      refs: figure.refs,
      kinds: kindsOf(figure),
    })),
    guidance: [
      ...(distinct(accounts.map(({ counts }) => counts.zh)) ? [guidance.counts] : []),
      ...(distinct(accounts.filter(isDated).map(({ asOf }) => String(asOf))) ? [guidance.years] : []),
      ...(accounts.every(isDated) ? [] : [guidance.noYear]),
      ...(verdict === 'twice' ? [guidance.sameSources] : []),
      voices.length > 0
        ? guidance.independent(
            voices.map((kind) => findEntry('sourceKind', kind)?.[language] ?? kind).join(texts.comma),
          )
        : guidance.promoterOnly,
      guidance.cite,
    ],
  };
}
