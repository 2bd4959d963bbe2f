import { OkmError } from '#contract/errors.ts';
import { CaseId } from '#contract/ids.ts';
import type { ReturnSummary } from '#contract/returns.ts';
import { changedWords } from '#domain/comparison/changed-words.ts';
import type { VersionService } from '../comparisons/version-service.ts';
import type { Library } from '../library/library.ts';
import type { ReturnPlan, ReturnService } from './return-service.ts';

interface Parts {
  readonly returns: ReturnService;
  readonly versions: Pick<VersionService, 'keepBefore'>;
  readonly library: Library;
  readonly newId: () => string;
}

/** So many plans wait for their answer; the oldest is forgotten. */
const MOST_PLANS = 4;

/** Briefs taken back by a screen: it sees what would change, chooses, and only then is anything written. */
export function createReturnDoor({ returns, versions, library, newId }: Parts) {
  const plans = new Map<string, ReturnPlan>();
  return {
    /** @throws OkmError FILE_REFUSED */
    async plan({ file, data }: { file: string; data: string }): Promise<ReturnSummary> {
      const found = await returns.plan(Buffer.from(data, 'base64'), file);
      const plan = newId();
      plans.set(plan, found);
      for (const old of [...plans.keys()].slice(0, -MOST_PLANS)) plans.delete(old);
      const { carried, recordKept } = found.brief;
      return {
        plan,
        title: carried.title,
        comparisonId: found.comparisonId ?? null,
        cases: carried.caseIds.flatMap((id) => {
          const one = library.find(id);
          return one === undefined ? [] : [{ id: one.id, title: one.front.title }];
        }),
        ownRows: carried.ownRows,
        recordKept,
        changes: found.edits.map(({ caseId, row, state, now, after }) => ({
          caseId: caseId === null ? null : CaseId.parse(caseId),
          row,
          state,
          words: changedWords(now, after, carried.language),
        })),
      };
    },

    /** @throws OkmError TICKET_EXPIRED, COMPARISON_SIZE, CASE_NOT_FOUND */
    async carryOut(input: {
      plan: string;
      take: readonly { readonly caseId: string | null; readonly row: string }[];
    }) {
      const found = plans.get(input.plan);
      if (!found) throw new OkmError('TICKET_EXPIRED', {});
      const before =
        found.comparisonId === undefined ? null : await versions.keepBefore({ id: found.comparisonId });
      const done = await returns.carryOut(found, ({ caseId, row }) =>
        input.take.some((one) => one.caseId === caseId && one.row === row),
      );
      plans.delete(input.plan);
      return { ...done, before };
    },
  };
}
