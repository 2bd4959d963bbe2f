import { z } from 'zod';
import { Bilingual } from './ids.ts';

const Ways = z.strictObject({ zh: z.array(z.string().min(1)), en: z.array(z.string().min(1)) });

/** One term of the field: how people say it in both languages, what it means, what to look for besides. */
export const GlossaryTerm = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  zh: z.string().min(1),
  en: z.string().min(1),
  /** Other ways of saying the same. */
  aliases: Ways.optional(),
  /** Questions and turns of speech that lead to the term, and that nobody would look for in a text. */
  asked: Ways.optional(),
  /** The term in Traditional Chinese where Taiwan or Hong Kong says it otherwise than the converter would. */
  hant: z.string().min(1).optional(),
  define: Bilingual,
  /** Where the definition comes from, in a few words. */
  source: z.string().min(1),
  /** What a search for this term also looks for: ids of other terms, or words as they stand in texts. */
  expands: z.array(z.string().min(1)).optional(),
});
export type GlossaryTerm = z.infer<typeof GlossaryTerm>;

export const Glossary = z.array(GlossaryTerm);
export type Glossary = z.infer<typeof Glossary>;
