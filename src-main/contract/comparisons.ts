import { oc } from '@orpc/contract';
import { z } from 'zod';
import { SectionId } from './case.ts';
import { contractErrors } from './errors.ts';
import { Bilingual, CaseId, ComparisonId, Language } from './ids.ts';
import { OwnRow, PresetKey, RowKey } from './rows.ts';
import { idsOf } from './vocabulary.ts';

/** Words of a text that stand in another too, or not. */
export const ChangedWords = z.array(z.object({ text: z.string(), changed: z.boolean() }));
export type ChangedWords = z.infer<typeof ChangedWords>;

/** A text then and now, word by word. */
export const WasAndNow = z.object({ was: ChangedWords, now: ChangedWords });
export type WasAndNow = z.infer<typeof WasAndNow>;

export const MIN_CASES = 2;
export const MAX_CASES = 6;

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
  row: RowKey,
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
  row: RowKey,
  /** Revision of the case that the draft was made from. */
  revision: z.string(),
  /** In both languages; empty where it is not known. */
  draft: z.strictObject({ zh: z.string(), en: z.string() }),
  /** Hash of the draft in both languages: another hash now means that the case says something else. */
  basis: z.string(),
  summary: z.string().nullable(),
});
export type Cell = z.infer<typeof Cell>;

export const Comparison = z.object({
  id: ComparisonId,
  title: z.string(),
  language: Language,
  caseIds: z.array(CaseId).min(MIN_CASES).max(MAX_CASES),
  rows: z.array(RowKey),
  preset: PresetKey.nullable(),
  cells: z.array(Cell),
  /** By row: what differs, and why it matters, in the user's words. */
  findings: z.partialRecord(RowKey, z.string()),
  createdAt: z.iso.datetime(),
  modifiedAt: z.iso.datetime(),
});
export type Comparison = z.infer<typeof Comparison>;

/** A cell whose draft is not what the user saw: it says what it said until he has chosen. */
export const CellChange = z.object({
  caseId: CaseId,
  row: RowKey,
  /** Drafted then, the user's words if he wrote any, drafted now. */
  was: z.string(),
  summary: z.string().nullable(),
  now: z.string(),
  /** The two drafts word by word. */
  words: WasAndNow,
  /** Whether the case was changed, or the program reads it otherwise. */
  why: z.enum(['case', 'program']),
});
export type CellChange = z.infer<typeof CellChange>;

/** A figure of a case that is not what it was when the comparison last went out or was looked through. */
export const FigureChange = z.object({
  caseId: CaseId,
  id: z.string(),
  /** Null where the case had it not, or has it no longer. */
  was: Bilingual.nullable(),
  now: Bilingual.nullable(),
  since: z.iso.datetime(),
  reason: z.enum(['made', 'export', 'seen']),
});
export type FigureChange = z.infer<typeof FigureChange>;

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
  /** What the rows of the user's own are called and ask. */
  ownRows: z.array(OwnRow),
  /** The rows whose cells do not all say the same. */
  differing: z.array(RowKey),
  /** Cells to look at, since their cases have changed. */
  changes: z.array(CellChange),
  figures: z.array(FigureChange),
  /** Cases that have left the library; what was written of them is kept. */
  missing: z.array(CaseId),
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
        preset: PresetKey.optional(),
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
        rows: z.array(RowKey).max(40).optional(),
        preset: PresetKey.nullable().optional(),
      }),
    )
    .output(OpenComparison),
  /** The sentences of a case that speak of a row, those behind its draft first. */
  passages: procedure
    .input(z.strictObject({ caseId: CaseId, row: RowKey, language: Language }))
    .output(Passages),
  /** Writes the user's words into a cell; null takes them away, so that the draft stands again. */
  editCell: procedure
    .input(z.strictObject({ id: ComparisonId, caseId: CaseId, row: RowKey, summary: CellText.nullable() }))
    .output(OpenComparison),
  editFinding: procedure
    .input(z.strictObject({ id: ComparisonId, row: RowKey, finding: CellText }))
    .output(OpenComparison),
  /**
   * Ends the changes of cells: takes the new draft, keeps what stood there, or writes words made of both. What
   * the comparison was until now is kept as the version `before`.
   */
  resolve: procedure
    .input(
      z.strictObject({
        id: ComparisonId,
        language: Language,
        cells: z
          .array(
            z.strictObject({
              caseId: CaseId,
              row: RowKey,
              choice: z.discriminatedUnion('do', [
                z.strictObject({ do: z.enum(['accept', 'keep']) }),
                z.strictObject({ do: z.literal('merge'), text: CellText }),
              ]),
            }),
          )
          .min(1)
          .max(400),
      }),
    )
    .output(z.object({ open: OpenComparison, before: z.uuid() })),
  /** Says that the changed figures were looked at: from now on they are weighed against those of today. */
  figuresSeen: procedure.input(z.strictObject({ id: ComparisonId })).output(OpenComparison),
  remove: procedure.input(z.strictObject({ id: ComparisonId })).output(z.object({})),
  restore: procedure.input(z.strictObject({ id: ComparisonId })).output(OpenComparison),
};
