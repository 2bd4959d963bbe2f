import { oc } from '@orpc/contract';
import { z } from 'zod';
import { OpenComparison, WasAndNow } from './comparisons.ts';
import { contractErrors } from './errors.ts';
import { CaseId, ComparisonId, Language } from './ids.ts';
import { RowKey } from './rows.ts';

/**
 * Why a version was kept: by name; by itself before an edit; because a brief went out; or before something
 * that changes much at once (another version brought back, a brief taken in, a changed case looked through).
 */
export const VersionReason = z.enum(['named', 'auto', 'export', 'before']);
export type VersionReason = z.infer<typeof VersionReason>;

export const VersionId = z.uuid().brand('VersionId');
export type VersionId = z.infer<typeof VersionId>;

export const Version = z.object({
  id: VersionId,
  reason: VersionReason,
  name: z.string(),
  at: z.iso.datetime(),
  cases: z.number().int(),
  rows: z.number().int(),
  /** Cells with the user's own words. */
  own: z.number().int(),
});
export type Version = z.infer<typeof Version>;

/** What bringing a version back would change. */
export const VersionDifference = z.object({
  title: WasAndNow.nullable(),
  /** Cases and rows that only the version has, and those that only the comparison of now has. */
  cases: z.object({ was: z.array(CaseId), now: z.array(CaseId), reordered: z.boolean() }),
  rows: z.object({ was: z.array(RowKey), now: z.array(RowKey), reordered: z.boolean() }),
  cells: z.array(z.object({ caseId: CaseId, row: RowKey, words: WasAndNow })),
  findings: z.array(z.object({ row: RowKey, words: WasAndNow })),
});
export type VersionDifference = z.infer<typeof VersionDifference>;

const procedure = oc.errors(contractErrors);
const one = z.strictObject({ version: VersionId });
const name = z.string().trim().min(1).max(80);

/** What a comparison was at earlier times. */
export const versions = {
  list: procedure.input(z.strictObject({ id: ComparisonId })).output(z.array(Version)),
  /** Keeps the comparison of now under a name. */
  save: procedure.input(z.strictObject({ id: ComparisonId, name })).output(z.array(Version)),
  rename: procedure.input(one.extend({ name })).output(z.object({})),
  remove: procedure.input(one).output(z.object({})),
  restore: procedure.input(one).output(z.object({})),
  difference: procedure.input(one.extend({ language: Language })).output(VersionDifference),
  /** Puts the comparison back to a version; what it was until now is kept as the version `before`. */
  bringBack: procedure.input(one).output(z.object({ open: OpenComparison, before: VersionId })),
};
