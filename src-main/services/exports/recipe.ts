import { parseDocument } from 'yaml';
import { z } from 'zod';
import { CellText } from '#contract/comparisons.ts';
import { OkmError } from '#contract/errors.ts';
import { BriefOptions } from '#contract/exports.ts';
import { CaseId } from '#contract/ids.ts';
import { PresetId, RowId } from '#contract/rows.ts';
import { nearest } from '#domain/text/nearest.ts';

/** A brief as a file of its own says it: what to compare, how, and the user's own words. */
export const Recipe = z.strictObject({
  title: z.string().max(200).optional(),
  language: z.enum(['zh', 'en', 'both']).optional(),
  cases: z.array(CaseId).min(1),
  preset: PresetId.optional(),
  rows: z.array(RowId).max(40).optional(),
  orientation: BriefOptions.shape.orientation.optional(),
  style: BriefOptions.shape.style.optional(),
  audience: BriefOptions.shape.audience.optional(),
  order: BriefOptions.shape.order.optional(),
  pictures: BriefOptions.shape.pictures.optional(),
  cover: BriefOptions.shape.cover.optional(),
  organisation: BriefOptions.shape.organisation.optional(),
  /** A file beside the recipe. */
  logo: z.string().min(1).max(500).optional(),
  /** By case and row: words with Pandoc citations, in the place of the case's own. */
  cells: z.record(CaseId, z.partialRecord(RowId, CellText)).optional(),
  findings: z.partialRecord(RowId, CellText).optional(),
});
export type Recipe = z.infer<typeof Recipe>;

/**
 * Reads a recipe, in YAML. A key that is not known is refused, with the nearest that is.
 *
 * @throws OkmError FILE_REFUSED
 */
export function readRecipe(bytes: Uint8Array, file: string): Recipe {
  const refuse = (detail: string, cause?: unknown) =>
    new OkmError('FILE_REFUSED', { file, reason: 'recipe', detail }, { cause });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new OkmError('FILE_REFUSED', { file, reason: 'not-text', detail: '' }, { cause });
  }
  const document = parseDocument(text, { uniqueKeys: true, merge: false, schema: 'core' });
  const [error] = document.errors;
  if (error) throw refuse(`${file}:${error.linePos?.[0].line ?? 1}`, error);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 50 });
  } catch (cause) {
    throw refuse(file, cause);
  }
  const read = Recipe.safeParse(value);
  if (read.success) return read.data;
  throw refuse(read.error.issues.map(say).join('; '), read.error);
}

function say(issue: z.core.$ZodIssue): string {
  const at = issue.path.map(String).join('.');
  if (issue.code !== 'unrecognized_keys') return at;
  const known = at === '' ? Object.keys(Recipe.shape) : RowId.options;
  return issue.keys
    .map((key) => {
      const [near] = nearest(key, known);
      const whole = at === '' ? key : `${at}.${key}`;
      return near === undefined ? whole : `${whole} (${near}?)`;
    })
    .join(', ');
}
