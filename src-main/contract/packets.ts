import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CaseType, SectionId } from './case.ts';
import { contractErrors } from './errors.ts';
import { CitationStyle, Delivery } from './exports.ts';
import { Bilingual, CaseId, Language } from './ids.ts';
import { BlockKind, type PacketDocument, PacketEdition } from './packet-document.ts';

export const PacketId = z.uuid().brand('PacketId');
export type PacketId = z.infer<typeof PacketId>;

export const MAX_SESSIONS = 40;
/** Cases of one session. */
export const MAX_READINGS = 20;
const line = z.string().max(500);
const text = z.string().max(8000);
const id = z.uuid();

/** A passage of a case, with what stood there when it was chosen, so that a later edition can be told. */
export const Excerpt = z.strictObject({
  section: SectionId,
  /** UTF-16 offsets in the section's text. */
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  quote: z.string().min(1).max(20_000),
  textHash: z.string(),
});
export type Excerpt = z.infer<typeof Excerpt>;

/** What is read of a case: all of it, some sections in the case's order, or passages chosen by hand. */
export const ReadingPart = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('whole') }),
  z.strictObject({ kind: z.literal('sections'), sections: z.array(SectionId).min(1).max(20) }),
  z.strictObject({ kind: z.literal('passages'), passages: z.array(Excerpt).min(1).max(100) }),
]);
export type ReadingPart = z.infer<typeof ReadingPart>;

/**
 * Where a case is cut for the trainee, who says what will come before the rest is shown. The text from the
 * place on is the ending: `section` from `start`, and every section after it.
 */
export const Ending = z.strictObject({
  section: SectionId,
  start: z.number().int().min(0),
  question: line,
});
export type Ending = z.infer<typeof Ending>;

/** A case of a session, as it is read before or in class. */
export const Reading = z.strictObject({
  id,
  caseId: CaseId,
  /** Revision of the case that was chosen from. */
  revision: z.string().max(100),
  part: ReadingPart,
  /** Read before class; else it is handed out there. */
  before: z.boolean(),
  ending: Ending.nullable(),
});
export type Reading = z.infer<typeof Reading>;

export const Question = z.strictObject({
  id,
  text: line,
  /** The case that asks it, and its number there from 1; null for one of the trainer's own. */
  from: z.strictObject({ caseId: CaseId, number: z.number().int().min(1) }).nullable(),
  /** Lines of answer. For trainers. */
  answer: text,
});
export type Question = z.infer<typeof Question>;

/** What a block of time uses: a question, board, activity or reading of its session. */
export const BlockLink = z.strictObject({
  kind: z.enum(['question', 'board', 'activity', 'reading']),
  id,
});
export type BlockLink = z.infer<typeof BlockLink>;

export const Block = z.strictObject({
  id,
  minutes: z.number().int().min(0).max(600),
  kind: BlockKind,
  what: line,
  /** How it is led. For trainers. */
  how: text,
  /** Not in the student edition at all. */
  trainerOnly: z.boolean(),
  uses: BlockLink.nullable(),
});
export type Block = z.infer<typeof Block>;

/** What goes on one board: columns under headings. For trainers. */
export const Board = z.strictObject({
  id,
  title: line,
  columns: z
    .array(z.strictObject({ heading: line, items: z.array(line).max(20) }))
    .min(1)
    .max(6),
});
export type Board = z.infer<typeof Board>;

export const Activity = z.strictObject({
  id,
  title: line,
  /** What students are told. */
  task: text,
  /** How it is led. For trainers. */
  how: text,
});
export type Activity = z.infer<typeof Activity>;

export const Session = z.strictObject({
  id,
  title: line,
  /** Minutes that the session may take. */
  slotMinutes: z.number().int().min(5).max(1200),
  objectives: z.array(line).max(20),
  readings: z.array(Reading).max(MAX_READINGS),
  questions: z.array(Question).max(40),
  blocks: z.array(Block).max(40),
  boards: z.array(Board).max(10),
  activities: z.array(Activity).max(20),
  /** Key points, experience with classes. For trainers. */
  notes: text,
});
export type Session = z.infer<typeof Session>;

/** All that a trainer writes into a packet: one source of both editions. */
export const PacketContent = z.strictObject({
  title: z.string().max(200),
  /** Term, place or whatever stands under the title. */
  subtitle: line,
  audience: line,
  language: Language,
  licence: z.string().max(100),
  style: CitationStyle,
  glossary: z.boolean(),
  sessions: z.array(Session).max(MAX_SESSIONS),
});
export type PacketContent = z.infer<typeof PacketContent>;

export const Packet = z.object({
  id: PacketId,
  /** Counts changes; a change to an older one is refused. */
  revision: z.number().int(),
  content: PacketContent,
  createdAt: z.iso.datetime(),
  modifiedAt: z.iso.datetime(),
});
export type Packet = z.infer<typeof Packet>;

/** `sample` is a finished packet of six sessions and twelve cases, to look at and to change. */
export const PacketTemplate = z.enum(['seminar', 'workshop', 'course', 'blank', 'sample']);
export type PacketTemplate = z.infer<typeof PacketTemplate>;
export const PacketFormat = z.enum(['docx', 'pdf', 'handout', 'cards', 'html', 'epub', 'md']);
export type PacketFormat = z.infer<typeof PacketFormat>;

/** Something that a packet could do better; it never stands in the way. */
export const PacketRemark = z.object({
  sessionId: z.string(),
  /** The objective's place, or the id of the thing that is meant. */
  at: z.string(),
  rule: z.enum([
    'objective-unseen',
    'objectives-many',
    'minutes-over',
    'minutes-under',
    'case-missing',
    'case-changed',
    'excerpt-lost',
    'ending-lost',
    'question-changed',
  ]),
  /** A verb that can be seen, in place of the one that cannot. */
  instead: z.string().nullable(),
});
export type PacketRemark = z.infer<typeof PacketRemark>;

/** A case of a packet as its builder shows it. */
export const PacketCase = z.object({
  id: CaseId,
  title: Bilingual,
  type: CaseType,
  place: Bilingual,
  revision: z.string(),
  /** Bundled cases come with the program; the endings of own ones can be locked away. */
  origin: z.enum(['bundled', 'own']),
  sections: z.array(z.object({ id: SectionId, heading: z.string(), characters: z.number().int() })),
  /** Questions that the case asks, in its order. */
  questions: z.array(z.string()),
});
export type PacketCase = z.infer<typeof PacketCase>;

export const SessionSums = z.object({
  sessionId: z.string(),
  minutes: z.number().int(),
  slotMinutes: z.number().int(),
  cases: z.number().int(),
  /** Han characters and words of other scripts that are read before class. */
  readingLength: z.number().int(),
  /** The same of each reading, by its id. */
  readings: z.record(z.string(), z.number().int()),
});
export type SessionSums = z.infer<typeof SessionSums>;

export const OpenPacket = z.object({
  packet: Packet,
  /** Those that the library has. */
  cases: z.array(PacketCase),
  sums: z.array(SessionSums),
  remarks: z.array(PacketRemark),
});
export type OpenPacket = z.infer<typeof OpenPacket>;

export const PacketSummary = z.object({
  id: PacketId,
  title: z.string(),
  subtitle: z.string(),
  language: Language,
  sessions: z.number().int(),
  cases: z.number().int(),
  minutes: z.number().int(),
  modifiedAt: z.iso.datetime(),
});
export type PacketSummary = z.infer<typeof PacketSummary>;

export const PacketVersion = z.object({
  seq: z.number().int(),
  name: z.string(),
  /** Kept by hand, or when an edition was handed out. */
  kind: z.enum(['kept', 'exported']),
  at: z.iso.datetime(),
  sessions: z.number().int(),
});
export type PacketVersion = z.infer<typeof PacketVersion>;

const procedure = oc.errors(contractErrors);
const byId = z.strictObject({ id: PacketId });
const edition = { id: PacketId, edition: PacketEdition };

export const packets = {
  list: procedure.output(z.array(PacketSummary)),
  /** Makes a packet from a template; cases given are spread over its sessions in their order. */
  create: procedure
    .input(
      z.strictObject({
        id: PacketId,
        template: PacketTemplate,
        language: Language,
        title: z.string().max(200).optional(),
        caseIds: z.array(CaseId).max(60).optional(),
      }),
    )
    .output(OpenPacket),
  get: procedure.input(byId).output(OpenPacket),
  /** Stores the whole content, one step of undo. Refused where `revision` is no longer the newest. */
  save: procedure
    .input(z.strictObject({ id: PacketId, revision: z.number().int(), content: PacketContent }))
    .output(OpenPacket),
  duplicate: procedure
    .input(z.strictObject({ id: PacketId, newId: PacketId, title: z.string().max(200).optional() }))
    .output(OpenPacket),
  remove: procedure.input(byId).output(z.object({})),
  /** Takes a packet out of the bin. */
  restore: procedure.input(byId).output(OpenPacket),
  versions: procedure.input(byId).output(z.array(PacketVersion)),
  keepVersion: procedure
    .input(z.strictObject({ id: PacketId, name: z.string().trim().min(1).max(120) }))
    .output(z.array(PacketVersion)),
  /** Brings an earlier version back; today's can be had again by undo. */
  bringBack: procedure.input(z.strictObject({ id: PacketId, seq: z.number().int() })).output(OpenPacket),
  /** Sections and questions of cases that are not in a packet yet. */
  material: procedure
    .input(z.strictObject({ caseIds: z.array(CaseId).min(1).max(60), language: Language }))
    .output(z.array(PacketCase)),
  /** The edition as it would be printed, for the preview; of one session where one is named. */
  preview: procedure
    .input(z.strictObject({ ...edition, sessionId: z.uuid().optional() }))
    .output(z.custom<PacketDocument>()),
  export: procedure.input(z.strictObject({ ...edition, format: PacketFormat })).output(Delivery),
};
