import type { OpenComparison } from '#contract/comparisons.ts';
import { OkmError } from '#contract/errors.ts';
import type { ComparisonId } from '#contract/ids.ts';
import { ComparisonId as Id } from '#contract/ids.ts';
import { type PlannedEdit, planReturn } from '#domain/comparison/return-brief.ts';
import type { ComparisonService } from '../comparisons/comparison-service.ts';
import type { OwnRowsService } from '../comparisons/own-rows-service.ts';
import type { Library } from '../library/library.ts';
import { type ReturnedBrief, readBriefDocx } from './docx-in/read-brief.ts';

interface Parts {
  readonly library: Library;
  readonly comparisons: ComparisonService;
  readonly ownRows: Pick<OwnRowsService, 'takeIn'>;
  readonly newId: () => string;
}

/** What taking a brief back would change. */
export interface ReturnPlan {
  /** The comparison that it came from; undefined when it is not stored here and would be made anew. */
  readonly comparisonId: ComparisonId | undefined;
  readonly brief: ReturnedBrief;
  readonly edits: readonly PlannedEdit[];
}

/** Takes briefs back that were edited in a word processor: first what would change, then the change. */
export function createReturnService({ library, comparisons, ownRows, newId }: Parts) {
  async function findStored(id: string | null): Promise<OpenComparison | undefined> {
    const known = Id.safeParse(id);
    if (!known.success) return undefined;
    try {
      return await comparisons.get({ id: known.data });
    } catch (error) {
      if (error instanceof OkmError && error.code === 'COMPARISON_NOT_FOUND') return undefined;
      throw error;
    }
  }

  return {
    /** @throws OkmError FILE_REFUSED */
    async plan(bytes: Uint8Array, file: string): Promise<ReturnPlan> {
      const brief = readBriefDocx(bytes, file, library);
      const stored = await findStored(brief.carried.id);
      return {
        comparisonId: stored?.comparison.id,
        brief,
        edits: planReturn(brief.edits, stored?.comparison, stored?.drafts ?? []),
      };
    },

    /**
     * Writes the chosen edits into the comparison, or makes it where it is not stored here. Unless another choice
     * is given, what both sides changed is left as it is.
     *
     * @throws OkmError COMPARISON_SIZE, CASE_NOT_FOUND
     */
    async carryOut(
      { comparisonId, brief, edits }: ReturnPlan,
      isChosen: (edit: PlannedEdit) => boolean = ({ state }) => state === 'apply',
    ): Promise<{ readonly id: ComparisonId; readonly applied: number }> {
      const id = comparisonId ?? (await create(brief));
      const wanted = edits.filter((edit) => edit.state !== 'same' && isChosen(edit));
      for (const { caseId, row, after } of wanted) {
        if (caseId === null) await comparisons.editFinding({ id, row, finding: after });
        else await comparisons.editCell({ id, caseId, row, summary: after });
      }
      return { id, applied: wanted.length };
    },
  };

  async function create({ carried }: ReturnedBrief): Promise<ComparisonId> {
    const { caseIds, rows, language, title, cells, findings } = carried;
    const id = Id.parse(Id.safeParse(carried.id).data ?? newId());
    await ownRows.takeIn(carried.ownRows);
    await comparisons.create({ id, caseIds, language, title });
    await comparisons.update({ id, rows, preset: null });
    for (const { caseId, row, text, own } of cells) {
      if (own) await comparisons.editCell({ id, caseId, row, summary: text });
    }
    for (const row of rows) {
      const finding = findings[row];
      if (finding) await comparisons.editFinding({ id, row, finding });
    }
    return id;
  }
}
export type ReturnService = ReturnType<typeof createReturnService>;
