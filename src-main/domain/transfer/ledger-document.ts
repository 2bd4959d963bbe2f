import type { Case } from '#contract/case-tree.ts';
import type { CitationStyle } from '#contract/exports.ts';
import type { Language } from '#contract/ids.ts';
import type { Answer, Fill, Ledger, LedgerCondition } from '#contract/transfer.ts';
import { type BriefRun, citingByNumber, toBriefRuns } from '../comparison/brief-runs.ts';
import { cite } from '../comparison/case-sentences.ts';
import { numberReferences } from '../comparison/number-references.ts';
import { shortTitle } from '../comparison/short-title.ts';
import { type Block, type Line, type PrintedDocument, plainRun } from '../document/printed-document.ts';
import { ledgerTexts } from './ledger-texts.ts';

/** The number of a reference `S4` of a case in the document that the ledger stands in. */
export type NumberOf = (ref: string, caseId: string) => number | undefined;

interface Setting {
  readonly language: Language;
  readonly numberOf: NumberOf;
  /** The cases of the ledger and of those that fill its gaps. */
  readonly find: (id: string) => Case | undefined;
}

/** What is missing comes first: it is what the reader has to do something about. */
const order = ['missing', 'unsure', 'open', 'met'] as const satisfies readonly (Answer | 'open')[];

/**
 * A transfer ledger as parts of a document, for a brief or for one of its own: a table for each answer, the
 * missing ones first, with the cases that met the like and how.
 */
export function ledgerBlocks(ledger: Ledger, setting: Setting): Block[] {
  const { language } = setting;
  const texts = ledgerTexts[language];
  const rows = ledger.cases.flatMap((one) => one.conditions.map((condition) => ({ one, condition })));
  const silent = ledger.cases.filter(({ conditions }) => conditions.length === 0);
  return [
    ...order.flatMap((answer): Block[] => {
      const own = rows.filter(({ condition }) => (condition.answer ?? 'open') === answer);
      if (own.length === 0) return [];
      return [
        { kind: 'heading', level: 2, text: texts.groups[answer](own.length) },
        {
          kind: 'table',
          head: answer === 'met' ? texts.head.slice(0, 2) : texts.head,
          shares: answer === 'met' ? [0.5, 0.5] : [0.3, 0.22, 0.48],
          rows: own.map(({ one, condition }) => [
            stated(one, condition, setting),
            here(condition),
            ...(answer === 'met' ? [] : [elsewhere(condition.fills, setting)]),
          ]),
        },
      ];
    }),
    ...(silent.length === 0
      ? []
      : [
          {
            kind: 'paragraph' as const,
            quiet: true,
            runs: [
              plainRun(
                texts.silent(silent.map(({ title }) => shortTitle(title[language])).join(texts.comma)),
              ),
            ],
          },
        ]),
    { kind: 'paragraph', quiet: true, runs: [plainRun(texts.note)] },
  ];
}

/** A transfer ledger as a document of its own. */
export function ledgerDocument(
  ledger: Ledger,
  find: (id: string) => Case | undefined,
  options: { readonly language: Language; readonly style: CitationStyle; readonly day: string },
): PrintedDocument {
  const { language, style, day } = options;
  const texts = ledgerTexts[language];
  const conditions = ledger.cases.flatMap((one) => one.conditions);
  const ids = new Set([
    ...ledger.cases.map(({ id }) => id),
    ...conditions.flatMap(({ fills }) => fills.map(({ caseId }) => caseId)),
  ]);
  const cases = [...ids].flatMap((id) => find(id) ?? []);
  const numbers = numberReferences(cases, style, language);
  const blocks = ledgerBlocks(ledger, { language, numberOf: numbers.numberOf, find });
  return {
    language,
    day,
    title: ledger.place === null ? texts.title : texts.titleOf(ledger.place.name),
    kicker: texts.kicker(ledger.cases.length, conditions.length),
    facts: ledger.place === null ? texts.noPlace : texts.counts(ledger.counts),
    blocks,
    references: numbers.list(),
    referencesTitle: texts.references,
  };
}

function stated(one: Ledger['cases'][number], condition: LedgerCondition, setting: Setting): Line[] {
  const { language } = setting;
  const texts = ledgerTexts[language];
  const { answeredTo } = condition;
  return [
    [
      ...withCites(condition.condition[language], condition.refs, one.id, setting),
      plainRun(texts.from(shortTitle(one.title[language]))),
    ],
    ...(answeredTo === null ? [] : [[plainRun(texts.reworded(answeredTo[language]))]]),
  ];
}

function here({ note }: LedgerCondition): Line[] {
  return [[plainRun(note.trim(), true)]];
}

function elsewhere(fills: readonly Fill[], setting: Setting): Line[] {
  const { language, find } = setting;
  const texts = ledgerTexts[language];
  if (fills.length === 0) return [[plainRun(texts.noFill)]];
  return fills.map(({ caseId, condition, how }): Line => {
    const title = shortTitle(find(caseId)?.front.title[language] ?? caseId);
    return [
      plainRun(`${title}${texts.colon}`),
      ...withCites(how?.text ?? condition[language], how?.refs ?? [], caseId, setting),
    ];
  });
}

function withCites(text: string, refs: readonly string[], caseId: string, setting: Setting): BriefRun[] {
  const citing = citingByNumber((ref) => setting.numberOf(ref, caseId));
  return toBriefRuns(text + cite(refs, setting.language), citing, undefined);
}
