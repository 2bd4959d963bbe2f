import { oc } from '@orpc/contract';
import { z } from 'zod';
import { SectionId } from './case.ts';
import { contractErrors } from './errors.ts';
import { Bilingual, CaseId, ComparisonId, Language } from './ids.ts';
import { idsOf } from './vocabulary.ts';

export const MIN_CASES = 2;
export const MAX_CASES = 6;

export const RowId = z.enum(idsOf('row'));
export type RowId = z.infer<typeof RowId>;
export const PresetId = z.enum(idsOf('preset'));
export type PresetId = z.infer<typeof PresetId>;

/** A claim of a cell, and the sentence of the case that it rests on. */
export const Claim = z.object({
  text: z.string(),
  /** Where the sentence stands; null when the claim comes from the front matter. */
  at: z.object({ section: SectionId, start: z.number().int(), end: z.number().int() }).nullable(),
  refs: z.array(z.string()),
});
export type Claim = z.infer<typeof Claim>;

/** What the case itself says for a row: words with Pandoc citations (`cited-text.ts`), or a kind of nothing. */
export const Draft = z.object({
  caseId: CaseId,
  row: RowId,
  text: z.string(),
  nothing: z.enum(idsOf('nothing')).nullable(),
  claims: z.array(Claim),
});
export type Draft = z.infer<typeof Draft>;

/** A sentence of a case to show beside a cell; `used` where the draft rests on it. */
export const Passage = z.object({
  section: SectionId,
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  refs: z.array(z.string()),
  used: z.boolean(),
});
export type Passage = z.infer<typeof Passage>;

/** Passages of a case for a row, and how the sources that they cite are called. */
export const Passages = z.object({
  passages: z.array(Passage),
  sources: z.array(z.object({ id: z.string(), title: z.string(), issued: z.string().nullable() })),
});
export type Passages = z.infer<typeof Passages>;

/** A cell as stored: the draft that the user saw, and his own words if he wrote any. */
export const Cell = z.object({
  caseId: CaseId,
  row: RowId,
  /** Revision of the case that the draft was made from. */
  revision: z.string(),
  draft: z.string(),
  summary: z.string().nullable(),
});
export type Cell = z.infer<typeof Cell>;

export const Comparison = z.object({
  id: ComparisonId,
  title: z.string(),
  language: Language,
  caseIds: z.array(CaseId).min(MIN_CASES).max(MAX_CASES),
  rows: z.array(RowId),
  preset: PresetId.nullable(),
  cells: z.array(Cell),
  /** By row: what differs, and why it matters, in the user's words. */
  findings: z.partialRecord(RowId, z.string()),
  createdAt: z.iso.datetime(),
  modifiedAt: z.iso.datetime(),
});
export type Comparison = z.infer<typeof Comparison>;

/** An open comparison: what is stored, the drafts as the cases stand now, and the passages behind them. */
export const OpenComparison = z.object({
  comparison: Comparison,
  cases: z.array(
    z.object({
      id: CaseId,
      title: Bilingual,
      type: z.string(),
      place: Bilingual,
      period: Bilingual,
      revision: z.string(),
    }),
  ),
  drafts: z.array(Draft),
  /** The rows whose cells do not all say the same. */
  differing: z.array(RowId),
});
export type OpenComparison = z.infer<typeof OpenComparison>;

const procedure = oc.errors(contractErrors);
const caseIds = z.array(CaseId).min(1).max(40);
export const CellText = z.string().max(4000);

export const comparisons = {
  list: procedure.output(
    z.array(Comparison.pick({ id: true, title: true, caseIds: true, modifiedAt: true })),
  ),
  create: procedure
    .input(
      z.strictObject({
        id: ComparisonId,
        caseIds,
        preset: PresetId.optional(),
        title: z.string().max(200).optional(),
        language: Language,
      }),
    )
    .output(OpenComparison),
  get: procedure
    .input(z.strictObject({ id: ComparisonId, language: Language.optional() }))
    .output(OpenComparison),
  update: procedure
    .input(
      z.strictObject({
        id: ComparisonId,
        title: z.string().max(200).optional(),
        language: Language.optional(),
        caseIds: caseIds.optional(),
        rows: z.array(RowId).max(40).optional(),
        preset: PresetId.nullable().optional(),
      }),
    )
    .output(OpenComparison),
  /** The sentences of a case that speak of a row, those behind its draft first. */
  passages: procedure
    .input(z.strictObject({ caseId: CaseId, row: RowId, language: Language }))
    .output(Passages),
  /** Writes the user's words into a cell; null takes them away, so that the draft stands again. */
  editCell: procedure
    .input(z.strictObject({ id: ComparisonId, caseId: CaseId, row: RowId, summary: CellText.nullable() }))
    .output(OpenComparison),
  editFinding: procedure
    .input(z.strictObject({ id: ComparisonId, row: RowId, finding: CellText }))
    .output(OpenComparison),
  remove: procedure.input(z.strictObject({ id: ComparisonId })).output(z.object({})),
  restore: procedure.input(z.strictObject({ id: ComparisonId })).output(OpenComparison),
};
