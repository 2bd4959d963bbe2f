import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CaseType, Level, RefId, SectionId } from './case.ts';
import { contractErrors } from './errors.ts';
import { CaseId, Language } from './ids.ts';
import { Snippet } from './search.ts';
import { idsOf } from './vocabulary.ts';

/** What can be said of a place and of what is to happen there. */
export const SiteAttribute = z.enum([
  'type',
  'level',
  'space',
  'challenge',
  'lead',
  'funding',
  'years',
  'text',
]);
export type SiteAttribute = z.infer<typeof SiteAttribute>;

/** A place that precedents are looked for; whatever is left out is not compared. */
export const Site = z.strictObject({
  type: CaseType.optional(),
  level: Level.optional(),
  space: z
    .array(z.enum(idsOf('space')))
    .max(10)
    .optional(),
  challenge: z
    .array(z.enum(idsOf('challenges')))
    .max(10)
    .optional(),
  /** Who leads it. */
  lead: z
    .array(z.enum(idsOf('role')))
    .max(10)
    .optional(),
  /** Who pays for it. */
  funding: z
    .array(z.enum(idsOf('funding')))
    .max(10)
    .optional(),
  /** When it was begun, years, both ends included. */
  years: z.strictObject({ from: z.number().int().optional(), to: z.number().int().optional() }).optional(),
  /** Anything else, in the user's own words. */
  text: z.string().max(500).optional(),
});
export type Site = z.infer<typeof Site>;

/** How a case stands to one thing that was said of the place. */
export const PrecedentReason = z.object({
  attribute: SiteAttribute,
  /** `part`: some of what was asked, or the level next to it. */
  verdict: z.enum(['same', 'part', 'differs', 'not-stated']),
  /** What the case has: ids of the list, a year, or words of the query; empty where it states nothing. */
  found: z.array(z.string()),
});
export type PrecedentReason = z.infer<typeof PrecedentReason>;

export const Precedent = z.object({
  id: CaseId,
  title: z.string(),
  type: CaseType,
  reasons: z.array(PrecedentReason),
  /** Where the user's own words stand in it. */
  snippet: Snippet.nullable(),
});
export type Precedent = z.infer<typeof Precedent>;

/** A precedent that stopped or failed, as a whole or in a part that its text tells of. */
export const Setback = z.object({
  precedent: Precedent,
  /** The case's own status, or that only a sentence of it tells of something that stopped. */
  how: z.enum(['stopped', 'failed', 'in-part']),
  /** The sentence that tells it, its place in the section's text, and the sources it cites. */
  passage: z
    .object({
      section: SectionId,
      language: Language,
      text: z.string(),
      start: z.number().int(),
      end: z.number().int(),
      refs: z.array(RefId),
    })
    .nullable(),
});
export type Setback = z.infer<typeof Setback>;

export const PrecedentsInput = z.strictObject({
  site: Site,
  language: Language.optional(),
  limit: z.number().int().min(1).max(100).optional(),
});
export type PrecedentsInput = z.infer<typeof PrecedentsInput>;

export const Precedents = z.object({
  /** Cases that share at least one thing that was said. */
  total: z.number().int(),
  precedents: z.array(Precedent),
  /** One that met the like and stopped or failed; null where the library has none. */
  setback: Setback.nullable(),
});
export type Precedents = z.infer<typeof Precedents>;

const procedure = oc.errors(contractErrors);

export const precedents = {
  /** Cases for a place, the closest first, each with its reasons. */
  find: procedure.input(PrecedentsInput).output(Precedents),
};
