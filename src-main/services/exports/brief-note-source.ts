import type { Annotation } from '#contract/annotations.ts';
import type { Case } from '#contract/case-tree.ts';

/** Where the user's notes are kept. */
export interface BriefNoteSource {
  list(input: { caseId?: string; comparisonId?: string }): Promise<Annotation[]>;
}

/** The notes on the cases of a comparison, and those on its own cells; not those on the cells of another. */
export async function notesFor(
  source: BriefNoteSource,
  comparisonId: string | undefined,
  cases: readonly Case[],
): Promise<Annotation[]> {
  const lists = await Promise.all([
    ...cases.map(({ id }) => source.list({ caseId: id })),
    ...(comparisonId === undefined ? [] : [source.list({ comparisonId })]),
  ]);
  const wanted = lists.flat().filter(({ on }) => on?.kind !== 'cell' || on.comparisonId === comparisonId);
  return [...new Map(wanted.map((one) => [one.id, one])).values()];
}
