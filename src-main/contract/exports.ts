import { oc } from '@orpc/contract';
import { z } from 'zod';
import { contractErrors } from './errors.ts';
import { ComparisonId, Language } from './ids.ts';

export const BriefFormat = z.enum(['docx', 'pdf', 'html', 'md', 'xlsx', 'csv', 'json']);
export type BriefFormat = z.infer<typeof BriefFormat>;
export const CitationStyle = z.enum(['gb-2025', 'gb-2015', 'apa-7', 'chicago']);
export type CitationStyle = z.infer<typeof CitationStyle>;

export const BriefOptions = z.strictObject({
  language: Language,
  orientation: z.enum(['portrait', 'landscape']).default('landscape'),
  style: CitationStyle.default('gb-2025'),
  /** Whom the brief is for, as its second line says. */
  audience: z.string().max(200).default(''),
});
export type BriefOptions = z.infer<typeof BriefOptions>;

/** A finished document waiting to be saved: handed over once, by the shell, against its ticket. */
export const Delivery = z.object({
  ticket: z.string(),
  fileName: z.string(),
  sizeBytes: z.number().int(),
  citations: z.number().int(),
  unsupported: z.number().int(),
  /** Characters that the document's fonts do not have, so that they are not on its pages. */
  missing: z.array(z.string()),
});
export type Delivery = z.infer<typeof Delivery>;

export const exports_ = {
  brief: oc
    .errors(contractErrors)
    .input(z.strictObject({ comparisonId: ComparisonId, format: BriefFormat, options: BriefOptions }))
    .output(Delivery),
};
