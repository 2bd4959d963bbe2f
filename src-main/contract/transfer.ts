import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Level, RefId, SectionId } from './case.ts';
import { contractErrors } from './errors.ts';
import { CitationStyle, Delivery } from './exports.ts';
import { Bilingual, CaseId, Language } from './ids.ts';
import { idsOf } from './vocabulary.ts';

export const OwnPlaceId = z.uuid().brand('OwnPlaceId');
export type OwnPlaceId = z.infer<typeof OwnPlaceId>;

/** The user's own place, against which the conditions of cases are held. */
export const OwnPlace = z.object({
  id: OwnPlaceId,
  name: z.string(),
  level: Level.nullable(),
  space: z.array(z.enum(idsOf('space'))),
  /** Conditions looked at so far. */
  ticked: z.number().int(),
});
export type OwnPlace = z.infer<typeof OwnPlace>;

/** Whether a condition is met at a place; one not looked at has no answer. */
export const Answer = z.enum(['met', 'missing', 'unsure']);
export type Answer = z.infer<typeof Answer>;

/** A case that met the like of a condition, and the sentence that tells how. */
export const Fill = z.object({
  caseId: CaseId,
  conditionId: z.string(),
  condition: Bilingual,
  /** In what the two conditions are alike, in words. */
  kinds: z.array(Bilingual),
  how: z
    .object({ text: z.string(), section: SectionId, refs: z.array(RefId), start: z.number().int() })
    .optional(),
});
export type Fill = z.infer<typeof Fill>;

/** A condition that a source states, held against a place. */
export const LedgerCondition = z.object({
  id: z.string(),
  condition: Bilingual,
  refs: z.array(RefId),
  answer: Answer.nullable(),
  /** What the user says of his place. */
  note: z.string(),
  /** The case has worded it otherwise since it was answered: as it stood then. */
  answeredTo: Bilingual.nullable(),
  fills: z.array(Fill),
});
export type LedgerCondition = z.infer<typeof LedgerCondition>;

export const Ledger = z.object({
  place: OwnPlace.nullable(),
  cases: z.array(z.object({ id: CaseId, title: Bilingual, conditions: z.array(LedgerCondition) })),
  counts: z.object({
    met: z.number().int(),
    missing: z.number().int(),
    unsure: z.number().int(),
    open: z.number().int(),
  }),
});
export type Ledger = z.infer<typeof Ledger>;

/** Cases whose conditions are held against a place at once. */
export const MOST_LEDGER_CASES = 12;

const name = z.string().trim().min(1).max(120);
const space = z.array(z.enum(idsOf('space'))).max(10);
const LedgerInput = z.strictObject({
  placeId: OwnPlaceId.nullable(),
  cases: z.array(CaseId).min(1).max(MOST_LEDGER_CASES),
  language: Language,
});

const procedure = oc.errors(contractErrors);

/** The transfer ledger: the stated conditions of cases against the user's own place. */
export const transfer = {
  places: procedure.output(z.array(OwnPlace)),
  createPlace: procedure
    .input(z.strictObject({ id: OwnPlaceId, name, level: Level.nullable(), space }))
    .output(OwnPlace),
  updatePlace: procedure
    .input(
      z.strictObject({
        id: OwnPlaceId,
        name: name.optional(),
        level: Level.nullable().optional(),
        space: space.optional(),
      }),
    )
    .output(OwnPlace),
  removePlace: procedure.input(z.strictObject({ id: OwnPlaceId })).output(z.object({})),
  ledger: procedure.input(LedgerInput).output(Ledger),
  /** Says whether a condition is met; null takes the answer back, note and all. */
  answer: procedure
    .input(
      z.strictObject({
        placeId: OwnPlaceId,
        caseId: CaseId,
        conditionId: z.string().min(1).max(80),
        answer: Answer.nullable(),
        note: z.string().max(2000).default(''),
      }),
    )
    .output(z.object({})),
  export: procedure
    .input(
      LedgerInput.extend({
        format: z.enum(['docx', 'pdf', 'md']),
        style: CitationStyle.default('gb-2025'),
      }),
    )
    .output(Delivery),
};
