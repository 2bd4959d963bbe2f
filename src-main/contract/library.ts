import { oc } from '@orpc/contract';
import { z } from 'zod';
import { CaseType, Level, Nothing, PartialDate, StageId } from './case.ts';
import type { Case, Problem } from './case-tree.ts';
import { contractErrors } from './errors.ts';
import { CitationStyle } from './exports.ts';
import { Glossary } from './glossary.ts';
import { Bilingual, CaseId, Language } from './ids.ts';

/** What a list needs to know of a case without opening it. */
export const CaseSummary = z.object({
  id: CaseId,
  origin: z.enum(['bundled', 'own']),
  /** The bundled case of which this is the user's own edition. */
  basedOn: CaseId.optional(),
  title: Bilingual,
  type: CaseType,
  level: Level,
  place: Bilingual,
  start: z.union([PartialDate, Nothing]),
  end: z.union([PartialDate, Nothing]).nullable(),
  status: z.string(),
  lifecycle: z.array(StageId),
  languages: z.array(Language),
  sources: z.number().int(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

export const LibraryList = z.object({
  cases: z.array(CaseSummary),
  /** Files that could not be taken in, and why. */
  leftOut: z.array(z.custom<Problem>()),
});

export type LibraryList = z.infer<typeof LibraryList>;

/** The lists of the framework that the library is organised by. */
export const FrameworkList = z.enum(['type', 'challenges', 'dimensions', 'lifecycle', 'concerns']);
export type FrameworkList = z.infer<typeof FrameworkList>;

/** Which cases each word of the framework holds for, in the order of the vocabulary. */
export const FrameworkUse = z.object({
  /** The work that the framework is taken from, as a line of a reference list. */
  source: z.string(),
  words: z.array(z.object({ list: FrameworkList, id: z.string(), cases: z.array(CaseId) })),
});
export type FrameworkUse = z.infer<typeof FrameworkUse>;

const procedure = oc.errors(contractErrors);

export const library = {
  list: procedure.output(LibraryList),
  get: procedure.input(z.strictObject({ id: CaseId })).output(z.custom<Case>()),
  /** The text of one reference in a citation style, for copying. */
  cite: procedure
    .input(z.strictObject({ id: CaseId, ref: z.string().max(16), style: CitationStyle.optional() }))
    .output(z.object({ text: z.string() })),
  framework: procedure.output(FrameworkUse),
  /** The terms of the field, for those who meet one in a text. */
  glossary: procedure.output(Glossary),
};
