import { z } from 'zod';
import { Bilingual, CaseId, Language } from './ids.ts';
import { idsOf } from './vocabulary.ts';

/** The three kinds of nothing; never an empty field. */
export const Nothing = z.enum(idsOf('nothing'));
export type Nothing = z.infer<typeof Nothing>;

const orNothing = <T extends z.ZodType>(schema: T) => z.union([schema, Nothing]);

export const CaseType = z.enum(idsOf('type'));
export type CaseType = z.infer<typeof CaseType>;
export const SectionId = z.enum(idsOf('section'));
export type SectionId = z.infer<typeof SectionId>;
export const Level = z.enum(idsOf('level'));
export type Level = z.infer<typeof Level>;
export const DimensionId = z.enum(idsOf('dimensions'));
export type DimensionId = z.infer<typeof DimensionId>;
export const StageId = z.enum(idsOf('lifecycle'));
export type StageId = z.infer<typeof StageId>;
export const SourceKind = z.enum(idsOf('sourceKind'));
export type SourceKind = z.infer<typeof SourceKind>;

/** A reference's id in its case: S0, S1 … */
export const RefId = z.string().regex(/^S\d+$/);
const Refs = z.array(RefId).min(1);

/** A date as precise as it is known: 2019, 2019-05 or 2019-05-10 (EDTF level 0). */
export const PartialDate = z.union([
  z.number().int().min(1000).max(2100),
  z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/),
]);
export type PartialDate = z.infer<typeof PartialDate>;

/** A name in a CSL item: an institution or an undivided name is `literal`. */
export const CslName = z.union([
  z.strictObject({ literal: z.string().min(1) }),
  z.strictObject({ family: z.string().min(1), given: z.string().min(1).optional() }),
]);
export type CslName = z.infer<typeof CslName>;

export const CslType = z.enum([
  'article-journal',
  'article-newspaper',
  'article-magazine',
  'webpage',
  'report',
  'book',
  'chapter',
  'thesis',
  'paper-conference',
  'legislation',
  'regulation',
  'standard',
  'dataset',
]);
export type CslType = z.infer<typeof CslType>;

/** One source: a CSL-JSON item (CSL 1.0.2), our own facts in its `custom` object only. */
export const CslItem = z.strictObject({
  id: RefId,
  type: CslType,
  title: z.string().min(1),
  author: z.array(CslName).min(1).optional(),
  editor: z.array(CslName).min(1).optional(),
  translator: z.array(CslName).min(1).optional(),
  'container-title': z.string().min(1).optional(),
  publisher: z.string().min(1).optional(),
  'publisher-place': z.string().min(1).optional(),
  issued: PartialDate.optional(),
  accessed: PartialDate.optional(),
  volume: z.union([z.string(), z.number()]).optional(),
  issue: z.union([z.string(), z.number()]).optional(),
  page: z.union([z.string(), z.number()]).optional(),
  edition: z.union([z.string(), z.number()]).optional(),
  number: z.union([z.string(), z.number()]).optional(),
  genre: z.string().min(1).optional(),
  DOI: z.string().min(3).optional(),
  URL: z.url({ protocol: /^https?$/ }).optional(),
  ISBN: z.string().optional(),
  ISSN: z.string().optional(),
  language: z.string().regex(/^[a-z]{2}(-[A-Za-z]+)*$/),
  custom: z.strictObject({
    kind: SourceKind,
    undated: z.boolean().optional(),
    archived: z.string().optional(),
    note: Bilingual.optional(),
  }),
});
export type CslItem = z.infer<typeof CslItem>;

const Finding = z.strictObject({ finding: Bilingual, refs: Refs });

export const Actor = z.strictObject({
  name: Bilingual,
  role: z.enum(idsOf('role')),
  lead: z.boolean().optional(),
  does: Bilingual,
  stages: orNothing(z.array(StageId).min(1)),
  with: z.array(z.string()).optional(),
  refs: Refs,
});
export type Actor = z.infer<typeof Actor>;

/** A number of the case, once. Several figures of one `quantity` are several accounts of the same thing. */
export const Figure = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  quantity: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  value: z.union([z.number(), z.strictObject({ min: z.number(), max: z.number() })]),
  unit: Bilingual,
  counts: Bilingual,
  asOf: orNothing(PartialDate),
  approximate: z.boolean().optional(),
  note: Bilingual.optional(),
  refs: Refs,
});
export type Figure = z.infer<typeof Figure>;

export const Place = z.strictObject({
  country: z.string().regex(/^[A-Z]{2}$/),
  province: z.string().min(1).optional(),
  city: z.string().min(1).optional(),
  district: z.string().min(1).optional(),
  site: z.string().min(1).optional(),
  point: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]).optional(),
});
export type Place = z.infer<typeof Place>;

/** The front matter of a case's main text. */
export const CaseFrontMatter = z.strictObject({
  id: CaseId,
  language: Language,
  title: Bilingual,
  aliases: z.array(z.string().min(1)).optional(),
  basedOn: CaseId.optional(),
  type: CaseType,
  place: Place,
  level: Level,
  period: z.strictObject({
    start: orNothing(PartialDate),
    end: orNothing(PartialDate).optional(),
    status: z.union([z.enum(idsOf('status')), Nothing]),
  }),
  challenges: orNothing(z.array(z.enum(idsOf('challenges'))).min(1)),
  dimensions: orNothing(
    z.array(z.strictObject({ id: DimensionId, at: SectionId, quote: Bilingual, refs: Refs })).min(1),
  ),
  lifecycle: orNothing(z.array(z.strictObject({ id: StageId, at: SectionId, refs: Refs })).min(1)),
  space: orNothing(z.array(z.enum(idsOf('space'))).min(1)),
  actors: orNothing(z.array(Actor).min(1)),
  tools: orNothing(z.array(z.enum(idsOf('tools'))).min(1)),
  funding: orNothing(
    z
      .array(z.strictObject({ kind: z.enum(idsOf('funding')), note: Bilingual.optional(), refs: Refs }))
      .min(1),
  ),
  participation: orNothing(
    z
      .array(
        z.strictObject({ stage: StageId, rung: z.enum(idsOf('participation')), at: SectionId, refs: Refs }),
      )
      .min(1),
  ),
  concerns: z.strictObject({
    role: orNothing(Finding),
    capability: orNothing(Finding),
    sustainability: orNothing(Finding),
  }),
  figures: z.array(Figure),
  events: z.array(z.strictObject({ date: PartialDate, what: Bilingual, refs: Refs })),
  transfer: z.array(z.strictObject({ id: z.string().min(1), condition: Bilingual, refs: Refs })),
  related: z.array(CaseId),
  references: z.array(CslItem).min(1),
  inSeed: z.boolean(),
  reviewed: PartialDate,
});
export type CaseFrontMatter = z.infer<typeof CaseFrontMatter>;

/** The front matter of a case's text in its other language. */
export const TranslationFrontMatter = z.strictObject({
  id: CaseId,
  language: Language,
  title: z.string().min(1),
  references: z.array(CslItem).min(1),
});
export type TranslationFrontMatter = z.infer<typeof TranslationFrontMatter>;
