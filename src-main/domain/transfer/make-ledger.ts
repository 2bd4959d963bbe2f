import type { Case } from '#contract/case-tree.ts';
import type { Bilingual } from '#contract/ids.ts';
import type { Answer, Ledger, LedgerCondition, OwnPlace } from '#contract/transfer.ts';
import type { FillFinder } from './find-fills.ts';

/** What the user has said of one condition at a place. */
export interface StoredAnswer {
  readonly caseId: string;
  readonly conditionId: string;
  readonly answer: Answer;
  readonly note: string;
  /** The condition as it stood then. */
  readonly condition: Bilingual;
}

/** Holds the stated conditions of some cases against a place; conditions that are met want no one else's way. */
export function makeLedger(
  cases: readonly Case[],
  place: OwnPlace | undefined,
  answers: readonly StoredAnswer[],
  finder: FillFinder,
): Ledger {
  const counts = { met: 0, missing: 0, unsure: 0, open: 0 };
  const known = new Map(answers.map((one) => [`${one.caseId} ${one.conditionId}`, one]));
  return {
    place: place ?? null,
    cases: cases.map((one) => ({
      id: one.id,
      title: one.front.title,
      conditions: one.front.transfer.map(({ id, condition, refs }): LedgerCondition => {
        const found = known.get(`${one.id} ${id}`);
        counts[found?.answer ?? 'open'] += 1;
        const isReworded =
          found !== undefined && (found.condition.zh !== condition.zh || found.condition.en !== condition.en);
        return {
          id,
          condition,
          refs,
          answer: found?.answer ?? null,
          note: found?.note ?? '',
          answeredTo: isReworded ? found.condition : null,
          fills: found?.answer === 'met' ? [] : finder.find(condition, one.id, place),
        };
      }),
    })),
    counts,
  };
}
