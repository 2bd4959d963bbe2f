import { oc } from '@orpc/contract';
import { z } from 'zod';
import { SectionId } from './case.ts';
import { contractErrors } from './errors.ts';
import { AnnotationId, CaseId, ComparisonId, Language } from './ids.ts';
import { RowKey } from './rows.ts';

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
  /**
   * `urn:okm:case:<id>:<language>`; a cell's `urn:okm:comparison:<id>#<row>/<case>`; a figure's
   * `urn:okm:case:<id>#figure/<figure>`.
   */
  source: z.string(),
  /** Null for a cell and a figure, which have no section. */
  section: SectionId.nullable(),
  /** Hash of the text that the positions count in. */
  textHash: z.string(),
  selector: z.tuple([TextPositionSelector, TextQuoteSelector]),
});
export type AnnotationTarget = z.infer<typeof AnnotationTarget>;

/** A note that stands on no text: on a cell of a comparison, or on a figure of a case. */
export const NotedThing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cell'), comparisonId: ComparisonId, row: RowKey }),
  z.strictObject({ kind: z.literal('figure'), figureId: z.string().min(1).max(80) }),
]);
export type NotedThing = z.infer<typeof NotedThing>;

/** A tag; levels are parted by `/`, as in `资金/财政`. */
export const Tag = z.string().trim().min(1).max(80);
export const NoteBody = z.string().max(20_000);
/** Somebody whose notes were taken in; told apart by the id, never by the name. */
export const Person = z.object({ id: z.string().max(100), name: z.string().max(200) });
export type Person = z.infer<typeof Person>;

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
  /** What the note stands on when that is no text. */
  on: NotedThing.optional(),
  /** Whose note it is when not the user's own. */
  by: Person.optional(),
  /** Set while the note is in the bin. */
  removedAt: z.iso.datetime().optional(),
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
  /** The question that an answer answers. */
  replyTo: AnnotationId.optional(),
});
export type NewAnnotation = z.input<typeof NewAnnotation>;

/** A note on a cell or a figure. */
export const NewThingNote = NewAnnotation.omit({ section: true, start: true, end: true }).extend({
  on: NotedThing,
});
export type NewThingNote = z.input<typeof NewThingNote>;

/** Which notes are meant; everything given must hold. */
export const NoteFilter = z.strictObject({
  /** In the language of the search: words, "phrases", -without. */
  text: z.string().max(2000).optional(),
  caseIds: z.array(CaseId).max(5000).optional(),
  kinds: z.array(AnnotationKind).max(5).optional(),
  colours: z.array(AnnotationColour).max(5).optional(),
  statuses: z.array(AnchorStatus).max(4).optional(),
  /** Tags, each with those below it; one of them is enough. */
  tags: z.array(Tag).max(50).optional(),
  collectionId: z.uuid().optional(),
  /** Days of the last change, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** The removed notes instead of the others. */
  inBin: z.boolean().optional(),
});
export type NoteFilter = z.infer<typeof NoteFilter>;
export const NoteGrouping = z.enum(['none', 'case', 'tag', 'colour', 'kind', 'day', 'status']);
export type NoteGrouping = z.infer<typeof NoteGrouping>;

/** One place in a list of notes, without the note: fifty thousand must fit into one answer. */
export const NoteListEntry = z.tuple([AnnotationId, z.string()]);
export const NoteList = z.object({
  total: z.number().int(),
  /** Ids in order, each with the key of its group. */
  entries: z.array(NoteListEntry),
  groups: z.array(z.object({ key: z.string(), count: z.number().int() })),
});
export type NoteList = z.infer<typeof NoteList>;

/** An earlier wording of a note. */
export const NoteVersion = z.object({
  seq: z.number().int(),
  change: z.string(),
  changedAt: z.iso.datetime(),
  kind: AnnotationKind,
  colour: AnnotationColour,
  body: z.string(),
  tags: z.array(z.string()),
  quote: z.string(),
});
export type NoteVersion = z.infer<typeof NoteVersion>;

/** A place that a lost note may belong to. */
export const NoteCandidate = z.object({
  section: SectionId,
  start: z.number().int(),
  end: z.number().int(),
  likeness: z.number(),
  before: z.string(),
  quote: z.string(),
  after: z.string(),
});
export type NoteCandidate = z.infer<typeof NoteCandidate>;

/** What became of the notes when their cases changed. */
export const AnchorReport = z.object({
  id: z.number().int(),
  at: z.iso.datetime(),
  cases: z.number().int(),
  notes: z.number().int(),
  counts: z.object({
    anchored: z.number().int(),
    moved: z.number().int(),
    'to-confirm': z.number().int(),
    orphan: z.number().int(),
  }),
  /** All but those that stayed where they were. */
  items: z.array(
    z.object({ id: AnnotationId, caseId: CaseId, status: AnchorStatus, quote: z.string(), now: z.string() }),
  ),
  seen: z.boolean(),
});
export type AnchorReport = z.infer<typeof AnchorReport>;

const procedure = oc.errors(contractErrors);
const ids = z.array(AnnotationId).min(1).max(50_000);
const range = { section: SectionId, start: z.number().int().min(0), end: z.number().int().min(1) };
const words = {
  kind: AnnotationKind.optional(),
  colour: AnnotationColour.optional(),
  body: NoteBody.optional(),
  tags: z.array(Tag).max(50).optional(),
};
const count = z.object({ changed: z.number().int() });

export const annotations = {
  /** All notes, those on one case, or those on the cells of one comparison. */
  list: procedure
    .input(z.strictObject({ caseId: CaseId.optional(), comparisonId: ComparisonId.optional() }))
    .output(z.array(Annotation)),
  /** How many notes there are on each case. */
  counts: procedure.output(z.array(z.object({ caseId: CaseId, notes: z.number().int() }))),
  /** The order of a filtered and grouped list, whole. */
  find: procedure.input(z.strictObject({ filter: NoteFilter, group: NoteGrouping })).output(NoteList),
  /** Notes by their ids, those that are there, in the order asked for. */
  get: procedure
    .input(z.strictObject({ ids: z.array(AnnotationId).min(1).max(500) }))
    .output(z.array(Annotation)),
  create: procedure.input(NewAnnotation).output(Annotation),
  createOn: procedure.input(NewThingNote).output(Annotation),
  update: procedure.input(z.strictObject({ id: AnnotationId, ...words })).output(Annotation),
  /** One change to many notes, undone in one step. */
  change: procedure
    .input(
      z.strictObject({
        ids,
        colour: AnnotationColour.optional(),
        kind: AnnotationKind.optional(),
        addTags: z.array(Tag).max(50).optional(),
        removeTags: z.array(Tag).max(50).optional(),
      }),
    )
    .output(count),
  /** Puts a note where the user says it belongs; its earlier place stays in the history. */
  place: procedure.input(z.strictObject({ id: AnnotationId, ...range })).output(Annotation),
  /** Agrees with the places that were proposed. */
  confirm: procedure.input(z.strictObject({ ids })).output(count),
  /** Where a lost note may belong, likeliest first. */
  candidates: procedure.input(z.strictObject({ id: AnnotationId })).output(z.array(NoteCandidate)),
  /** Moves notes to the bin. */
  remove: procedure.input(z.strictObject({ ids })).output(z.object({ removed: z.number() })),
  /** Takes notes out of the bin. */
  restore: procedure.input(z.strictObject({ ids })).output(z.array(Annotation)),
  history: procedure.input(z.strictObject({ id: AnnotationId })).output(z.array(NoteVersion)),
  /** Brings an earlier wording back; today's goes into the history. */
  revert: procedure.input(z.strictObject({ id: AnnotationId, seq: z.number().int() })).output(Annotation),
  /** The last report that has not been read, if any. */
  report: procedure.output(AnchorReport.nullable()),
  reportSeen: procedure.input(z.strictObject({ id: z.number().int() })).output(z.object({})),
};
