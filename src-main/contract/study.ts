import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CaseType } from './case.ts';
import { contractErrors } from './errors.ts';
import { Delivery } from './exports.ts';
import { Bilingual, CaseId, Language } from './ids.ts';
import { PacketId } from './packets.ts';

/** What is studied: the cases of a packet, one case, or everything that has been read lately. */
export const Deck = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('packet'), id: PacketId }),
  z.strictObject({ kind: z.literal('case'), id: CaseId }),
  z.strictObject({ kind: z.literal('recent') }),
]);
export type Deck = z.infer<typeof Deck>;

export const CardKind = z.enum(['figure', 'term', 'question', 'note']);
export type CardKind = z.infer<typeof CardKind>;

/** How well a card was known, as FSRS grades it. */
export const Rating = z.enum(['again', 'hard', 'good', 'easy']);
export type Rating = z.infer<typeof Rating>;

/** A card is never stored: it is made of a case, the glossary or a note each time, under an id that stays. */
export const StudyCard = z.object({
  id: z.string(),
  kind: CardKind,
  front: z.string(),
  back: z.string(),
  /** Where the answer stands, in a line. */
  from: z.string(),
  caseId: CaseId.nullable(),
});
export type StudyCard = z.infer<typeof StudyCard>;

export const StudyTurn = z.object({
  /** Null when nothing is due. */
  card: StudyCard.nullable(),
  /** When the card would come back, ISO 8601 UTC, by the answer given. */
  next: z.record(Rating, z.iso.datetime()).nullable(),
  counts: z.object({ all: z.number(), due: z.number(), fresh: z.number(), doneToday: z.number() }),
  /** When the next card of the deck falls due; null when one is due now or none was ever answered. */
  nextDue: z.iso.datetime().nullable(),
  canTakeBack: z.boolean(),
});
export type StudyTurn = z.infer<typeof StudyTurn>;

/** A passage of a case whose type is to be told; the case's name is kept back. */
export const Exercise = z.object({
  caseId: CaseId,
  /** Sentences of the case, its own names in them covered. */
  passage: z.string(),
  asked: z.number().int(),
});
export type Exercise = z.infer<typeof Exercise>;

export const Verdict = z.object({
  isRight: z.boolean(),
  type: CaseType,
  title: Bilingual,
  /** Why it is of this type, in the framework's words and in the case's. */
  reasons: z.array(z.string()),
});
export type Verdict = z.infer<typeof Verdict>;

const Tally = z.object({ id: z.string(), answered: z.number().int(), right: z.number().int() });

export const Progress = z.object({
  /** "Which type is this?" by the type that it was. */
  types: z.array(Tally),
  /** The same by the dimensions of the cases that were asked. */
  dimensions: z.array(Tally),
  cards: z.object({ learning: z.number(), known: z.number(), reviews: z.number() }),
});
export type Progress = z.infer<typeof Progress>;

const procedure = oc.errors(contractErrors);
const deck = { deck: Deck, language: Language };

export const study = {
  /** The card that is due, or the next that was never seen. */
  turn: procedure.input(z.strictObject(deck)).output(StudyTurn),
  /** Stores an answer and gives the next card. */
  rate: procedure
    .input(z.strictObject({ ...deck, cardId: z.string().max(200), rating: Rating }))
    .output(StudyTurn),
  /** Takes the last answer back, and gives its card again. */
  takeBack: procedure.input(z.strictObject(deck)).output(StudyTurn),
  exercise: procedure.input(z.strictObject({ language: Language })).output(Exercise.nullable()),
  answer: procedure
    .input(z.strictObject({ caseId: CaseId, guess: CaseType, language: Language }))
    .output(Verdict),
  progress: procedure.output(Progress),
  /** The deck as Anki's text form. */
  anki: procedure.input(z.strictObject(deck)).output(Delivery),
};
