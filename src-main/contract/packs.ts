import { oc } from '@orpc/contract';
import { z } from 'zod';
import { PackRole } from './casepack.ts';
import { contractErrors } from './errors.ts';
import { PlanOutcome } from './exchange.ts';
import { Delivery } from './exports.ts';
import { Language } from './ids.ts';

/** What becomes of one thing of a pack. */
export const PackItem = z.object({
  role: PackRole,
  id: z.string(),
  title: z.string(),
  outcome: PlanOutcome,
  /** What it will be called here, where another of its name is kept beside it. */
  as: z.string().nullable(),
});
export type PackItem = z.infer<typeof PackItem>;

/** What a pack would bring, before anything of it is taken. */
export const PackPlan = z.object({
  plan: z.string(),
  title: z.string(),
  edition: z.enum(['student', 'trainer', 'library', 'personal']),
  created: z.string(),
  items: z.array(PackItem),
  notes: z.object({
    new: z.number().int(),
    same: z.number().int(),
    differs: z.number().int(),
    refused: z.number().int(),
    orphan: z.number().int(),
    people: z.number().int(),
  }),
  /** Cases that it speaks of and that are not here, or not in the revision that it means. */
  missing: z.array(z.object({ id: z.string(), isOther: z.boolean() })),
});
export type PackPlan = z.infer<typeof PackPlan>;

export const PackTaken = z.object({
  cases: z.number().int(),
  packets: z.number().int(),
  comparisons: z.number().int(),
  collections: z.number().int(),
  notes: z.number().int(),
});
export type PackTaken = z.infer<typeof PackTaken>;

/** Letters of one piece of an upload: base64 of three megabytes. */
const MAX_PIECE = 4_194_304;
const procedure = oc.errors(contractErrors);

/** Packs out of the program and into it: always a plan first. */
export const packs = {
  /** Cases, packets, comparisons and collections by their ids, and all notes where asked, as one file. */
  export: procedure
    .input(
      z.strictObject({
        ids: z.array(z.string().max(80)).max(2000),
        notes: z.boolean().default(false),
        edition: z.enum(['student', 'trainer', 'personal']).default('personal'),
        title: z.string().max(200).optional(),
        language: Language,
      }),
    )
    .output(Delivery),
  /** Takes a piece of a pack; pieces of one upload in their order. */
  upload: procedure
    .input(
      z.strictObject({
        upload: z.uuid(),
        part: z.number().int().min(0).max(200),
        base64: z.string().max(MAX_PIECE),
      }),
    )
    .output(z.object({ bytes: z.number().int() })),
  /** Reads an upload whole and says what it would bring; nothing is stored. */
  plan: procedure.input(z.strictObject({ upload: z.uuid() })).output(PackPlan),
  /** Carries a plan out; what was there stays, and all but cases can be undone in one step. */
  carryOut: procedure.input(z.strictObject({ plan: z.string().max(100) })).output(PackTaken),
};
