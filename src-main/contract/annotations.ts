import { oc } from '@orpc/contract';
import { z } from 'zod';
import { SectionId } from './case.ts';
import { contractErrors } from './errors.ts';
import { AnnotationId, CaseId, Language } from './ids.ts';

export const AnnotationColour = z.enum(['yellow', 'green', 'blue', 'pink', 'purple']);
export type AnnotationColour = z.infer<typeof AnnotationColour>;
export const AnnotationKind = z.enum(['highlight', 'note', 'question', 'answer', 'bookmark']);
export type AnnotationKind = z.infer<typeof AnnotationKind>;
/** What became of a note's place when its text changed. */
export const AnchorStatus = z.enum(['anchored', 'moved', 'to-confirm', 'orphan']);
export type AnchorStatus = z.infer<typeof AnchorStatus>;

/** W3C Web Annotation selectors; positions count Unicode code points, as the standard demands. */
export const TextPositionSelector = z.object({
  type: z.literal('TextPositionSelector'),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
});
export const TextQuoteSelector = z.object({
  type: z.literal('TextQuoteSelector'),
  prefix: z.string(),
  exact: z.string(),
  suffix: z.string(),
});
export const AnnotationTarget = z.object({
  /** `urn:okm:case:<id>:<language>` */
  source: z.string(),
  section: SectionId,
  /** Hash of the section's text that the positions count in. */
  textHash: z.string(),
  selector: z.tuple([TextPositionSelector, TextQuoteSelector]),
});
export type AnnotationTarget = z.infer<typeof AnnotationTarget>;

export const Tag = z.string().trim().min(1).max(80);
export const NoteBody = z.string().max(20_000);

export const Annotation = z.object({
  id: AnnotationId,
  caseId: CaseId,
  language: Language,
  kind: AnnotationKind,
  colour: AnnotationColour,
  /** Markdown. */
  body: z.string(),
  tags: z.array(Tag),
  target: AnnotationTarget,
  status: AnchorStatus,
  /** Where it stands in the section's text now, UTF-16 units; null for an orphan. */
  range: z.object({ section: SectionId, start: z.number().int(), end: z.number().int() }).nullable(),
  replyTo: AnnotationId.nullable(),
  createdAt: z.iso.datetime(),
  modifiedAt: z.iso.datetime(),
});
export type Annotation = z.infer<typeof Annotation>;

export const NewAnnotation = z.strictObject({
  /** Made by the caller, so that a call sent twice stores one note. */
  id: AnnotationId,
  caseId: CaseId,
  language: Language,
  section: SectionId,
  /** UTF-16 offsets in the section's text; a grapheme is never split, the service widens to whole ones. */
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  kind: AnnotationKind,
  colour: AnnotationColour,
  body: NoteBody.default(''),
  tags: z.array(Tag).max(50).default([]),
});
export type NewAnnotation = z.input<typeof NewAnnotation>;

const procedure = oc.errors(contractErrors);

export const annotations = {
  list: procedure.input(z.strictObject({ caseId: CaseId.optional() })).output(z.array(Annotation)),
  create: procedure.input(NewAnnotation).output(Annotation),
  update: procedure
    .input(
      z.strictObject({
        id: AnnotationId,
        kind: AnnotationKind.optional(),
        colour: AnnotationColour.optional(),
        body: NoteBody.optional(),
        tags: z.array(Tag).max(50).optional(),
      }),
    )
    .output(Annotation),
  /** Puts a note where the user says it belongs; its earlier place stays in the history. */
  place: procedure
    .input(
      z.strictObject({
        id: AnnotationId,
        section: SectionId,
        start: z.number().int().min(0),
        end: z.number().int().min(1),
      }),
    )
    .output(Annotation),
  /** Moves notes to the bin. */
  remove: procedure
    .input(z.strictObject({ ids: z.array(AnnotationId).min(1).max(1000) }))
    .output(z.object({ removed: z.number() })),
  /** Takes notes out of the bin. */
  restore: procedure
    .input(z.strictObject({ ids: z.array(AnnotationId).min(1).max(1000) }))
    .output(z.array(Annotation)),
};
