import { z } from 'zod';
import { CaseId, Language } from '#contract/ids.ts';
import { OwnRow, RowKey } from '#contract/rows.ts';
import { plainText } from '../citation/text-run.ts';
import { type Brief, type BriefSource, runsOfBrief } from './brief.ts';
import type { BriefRun } from './brief-runs.ts';

/** The namespace of the part in which a Word document carries its comparison. */
export const CARRIED_NAMESPACE = 'urn:okm:comparison:v1';

/** A comparison as a document carries it: what was written into the document, and what its numbers stand for. */
export const CarriedComparison = z.object({
  version: z.literal(1),
  /** Under which it is stored; null for one that never was. */
  id: z.string().nullable(),
  title: z.string().max(200),
  language: Language,
  caseIds: z.array(CaseId).min(1).max(6),
  rows: z.array(RowKey).max(40),
  /** What the rows of the user's own are called. */
  ownRows: z.array(OwnRow).max(40).default([]),
  cells: z.array(z.object({ caseId: CaseId, row: RowKey, text: z.string().max(8000), own: z.boolean() })),
  findings: z.partialRecord(RowKey, z.string().max(8000)),
  references: z.array(z.object({ number: z.number().int(), keys: z.array(z.string()) })),
  /** Citations whose print does not tell their numbers: words in brackets, notes, numbers with a place behind. */
  citations: z
    .array(
      z.object({
        printed: z.string(),
        cites: z.array(z.object({ number: z.number().int(), locator: z.string().nullable() })),
      }),
    )
    .default([]),
});
export type CarriedComparison = z.infer<typeof CarriedComparison>;

/** What a document of a comparison carries, beside what can be read on its pages. */
export function carryComparison(
  { comparison, cases, drafts, options, ownRows = [] }: BriefSource,
  id: string | null,
  brief: Brief,
): CarriedComparison {
  return {
    version: 1,
    id,
    title: comparison.title,
    language: options.language,
    caseIds: cases.map((one) => one.id),
    rows: [...comparison.rows],
    ownRows: ownRows.filter((own) => comparison.rows.includes(own.id)),
    cells: cases.flatMap((one) =>
      comparison.rows.map((row) => {
        const at = (cell: { readonly caseId: string; readonly row: string }) =>
          cell.caseId === one.id && cell.row === row;
        const summary = comparison.cells.find(at)?.summary ?? null;
        return { caseId: one.id, row, text: summary ?? drafts.find(at)?.text ?? '', own: summary !== null };
      }),
    ),
    findings: comparison.findings,
    references: brief.references.map(({ number, keys }) => ({ number, keys: [...keys] })),
    citations: untold(runsOfBrief(brief)),
  };
}

/** Each citation once whose print does not say which sources it stands for. */
function untold(runs: readonly BriefRun[]): CarriedComparison['citations'] {
  const known = new Map<string, CarriedComparison['citations'][number]>();
  for (const { mark, cites } of runs) {
    if (mark === null) continue;
    if (mark.kind === 'number' && cites.every(({ locator }) => locator === null)) continue;
    const printed = mark.kind === 'note' ? plainText(mark.runs) : mark.text;
    known.set(printed, { printed, cites: cites.map(({ number, locator }) => ({ number, locator })) });
  }
  return [...known.values()];
}
