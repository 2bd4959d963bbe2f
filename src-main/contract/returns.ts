import { oc } from '@orpc/contract';
import { z } from 'zod';
import { WasAndNow } from './comparisons.ts';
import { contractErrors } from './errors.ts';
import { Bilingual, CaseId, ComparisonId } from './ids.ts';
import { OwnRow, RowKey } from './rows.ts';

/** Characters of base64: a brief of 6 MB. */
export const MAX_RETURNED = 8_000_000;

/** A cell, or the finding of a row where `caseId` is null, that was edited in a brief. */
const Where = z.strictObject({ caseId: CaseId.nullable(), row: RowKey });

export const ReturnedChange = Where.extend({
  /** `apply`: only the document has changed it; `conflict`: here it was changed too; `same`: here it says so already. */
  state: z.enum(['apply', 'conflict', 'same']),
  /** What the comparison says now and what the document says, word by word. */
  words: WasAndNow,
});
export type ReturnedChange = z.infer<typeof ReturnedChange>;

/** What taking a brief back would change; nothing is stored before it is carried out. */
export const ReturnSummary = z.object({
  plan: z.string(),
  title: z.string(),
  /** The comparison that it came from; null when it is not stored here and would be made anew. */
  comparisonId: ComparisonId.nullable(),
  cases: z.array(z.object({ id: CaseId, title: Bilingual })),
  ownRows: z.array(OwnRow),
  /** Whether the document still had its own record; else it was made out from its pages. */
  recordKept: z.boolean(),
  changes: z.array(ReturnedChange),
});
export type ReturnSummary = z.infer<typeof ReturnSummary>;

const procedure = oc.errors(contractErrors);

/** Briefs that come back from a word processor, their edits read as the user's words. */
export const returns = {
  plan: procedure
    .input(z.strictObject({ file: z.string().max(255), data: z.base64().max(MAX_RETURNED) }))
    .output(ReturnSummary),
  /** Writes the chosen edits; what the comparison was until now is kept as the version `before`. */
  carryOut: procedure
    .input(z.strictObject({ plan: z.string().max(100), take: z.array(Where).max(400) }))
    .output(z.object({ id: ComparisonId, applied: z.number().int(), before: z.uuid().nullable() })),
};
