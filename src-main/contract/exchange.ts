import { oc } from '@orpc/contract';
import { z } from 'zod';
import { AnnotationColour, NoteFilter } from './annotations.ts';
import { SectionId } from './case.ts';
import { contractErrors } from './errors.ts';
import { CitationStyle, Delivery } from './exports.ts';
import { AnnotationId, CaseId, ComparisonId, Language } from './ids.ts';
import { RowKey } from './rows.ts';

export const NotesFormat = z.enum(['jsonld', 'md', 'csv', 'xlsx', 'hypothesis']);
export type NotesFormat = z.infer<typeof NotesFormat>;

/** What becomes of an item of a file that is taken in. */
export const PlanOutcome = z.enum(['new', 'same', 'differs', 'refused']);
export type PlanOutcome = z.infer<typeof PlanOutcome>;

/** Why an item is refused, or what was cleaned in one that is taken. */
export const importReasons = [
  'not-an-object',
  'context-foreign',
  'id-invalid',
  'id-twice',
  'source-foreign',
  'target-missing',
  'case-unknown',
  'language-unknown',
  'quote-missing',
  'offsets-invalid',
  'surrogate-broken',
  'control-characters',
  'too-long',
  'too-many',
  'date-invalid',
  'kind-unknown',
  'colour-unknown',
  'tag-too-long',
  'too-many-tags',
  'reply-unknown',
  'keys-unknown',
  'html-as-text',
  'in-bin',
  'newer-here',
  'conflict',
] as const;
export const ImportReason = z.enum(importReasons);
export type ImportReason = z.infer<typeof ImportReason>;

export const PlanItem = z.object({
  /** Place in the file, from 1. */
  index: z.number().int(),
  id: z.string(),
  outcome: PlanOutcome,
  caseId: z.string(),
  quote: z.string(),
  /** For a refused item why; else what was cleaned. */
  reasons: z.array(z.object({ reason: ImportReason, detail: z.string() })),
});
export type PlanItem = z.infer<typeof PlanItem>;

/** What a file would bring, before anything of it is taken. */
export const ImportPlan = z.object({
  plan: z.string(),
  format: z.enum(['jsonld', 'hypothesis']),
  people: z.array(z.object({ id: z.string(), name: z.string(), notes: z.number().int() })),
  counts: z.object({
    new: z.number().int(),
    same: z.number().int(),
    differs: z.number().int(),
    refused: z.number().int(),
  }),
  /** Where the new ones would stand. */
  places: z.object({
    anchored: z.number().int(),
    moved: z.number().int(),
    'to-confirm': z.number().int(),
    orphan: z.number().int(),
  }),
  /** All that are not simply new or the same; at most a thousand, the refused first. */
  items: z.array(PlanItem),
});
export type ImportPlan = z.infer<typeof ImportPlan>;

/** A passage that the user has marked. */
export const Quote = z.object({
  id: AnnotationId,
  language: Language,
  colour: AnnotationColour,
  text: z.string(),
  /** The user's note on it. */
  body: z.string(),
  section: SectionId.nullable(),
  refs: z.array(z.string()),
});
export type Quote = z.infer<typeof Quote>;

const procedure = oc.errors(contractErrors);
const chosen = {
  ids: z.array(AnnotationId).max(50_000).optional(),
  filter: NoteFilter.optional(),
};
const words = { language: Language, style: CitationStyle.optional() };

export const exchange = {
  /** Notes as a file; all of them where neither ids nor a filter are given. */
  export: procedure
    .input(
      z.strictObject({
        ...chosen,
        format: NotesFormat,
        /** Markdown of several cases as one document, instead of a file a case. */
        asOne: z.boolean().optional(),
        ...words,
      }),
    )
    .output(Delivery),
  /** Takes a piece of a file; pieces of one upload in their order, each at most four million characters. */
  upload: procedure
    .input(
      z.strictObject({
        upload: z.uuid(),
        part: z.number().int().min(0).max(64),
        text: z.string().max(4_000_000),
      }),
    )
    .output(z.object({ characters: z.number().int() })),
  /** Reads an upload and says what it would bring; nothing is stored. `caseId` is for notes of foreign pages. */
  plan: procedure
    .input(z.strictObject({ upload: z.uuid(), caseId: CaseId.optional(), language: Language.optional() }))
    .output(ImportPlan),
  /** Carries a plan out, in one transaction and one step of undo. */
  carryOut: procedure
    .input(z.strictObject({ plan: z.string().max(100) }))
    .output(z.object({ added: z.number().int(), changed: z.number().int() })),
  /** Notes as text with their citations, for the clipboard. */
  asText: procedure
    .input(z.strictObject({ ids: z.array(AnnotationId).min(1).max(1000), ...words }))
    .output(z.object({ text: z.string() })),
  /** What the user has marked in a case, each with the sources of its sentences, ready to stand in a cell. */
  quotes: procedure.input(z.strictObject({ caseId: CaseId })).output(z.array(Quote)),
  /** Adds the quotes of notes, with the sources of their sentences, to a cell's own words. */
  toCell: procedure
    .input(
      z.strictObject({
        ids: z.array(AnnotationId).min(1).max(100),
        comparisonId: ComparisonId,
        caseId: CaseId,
        row: RowKey,
      }),
    )
    .output(z.object({ text: z.string() })),
};
