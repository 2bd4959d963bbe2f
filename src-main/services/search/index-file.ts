import { z } from 'zod';
import type { Glossary } from '#contract/glossary.ts';
import { analyserVersion } from '#domain/analyser/analyse.ts';
import type { SearchDocument } from '#domain/ranking/document.ts';
import { textHash } from '#domain/text/hash.ts';
import { buildLunr, SavedLunr } from './lunr-index.ts';

/** Raised when the shape of the file changes. */
export const indexFormat = 2;

/** The search index of the bundled cases as it lies beside them: made by the build, read by every shell. */
export const IndexFile = z.strictObject({
  format: z.literal(indexFormat),
  analyser: z.literal(analyserVersion),
  glossary: z.string(),
  /** Revision of each case that was indexed. */
  revisions: z.record(z.string(), z.string()),
  /** Mean number of terms in each field. */
  meanLengths: z.array(z.number()),
  /** Words to offer and to repair to, with their readings. */
  terms: z.array(
    z.strictObject({
      text: z.string(),
      kind: z.enum(['term', 'label', 'title', 'alias', 'place']),
      reading: z.string(),
    }),
  ),
  /** Latin words as written, folded, with the number of documents of each. */
  latin: z.array(z.tuple([z.string(), z.number()])),
  /** The characters of each syllable. */
  syllables: z.record(z.string(), z.string()),
  lunr: SavedLunr,
});
export type IndexFile = z.infer<typeof IndexFile>;

/** Tells one state of the glossary from another. */
export function glossaryHash(glossary: Glossary): string {
  return textHash(JSON.stringify(glossary));
}

/** Reads an index file's text; undefined when it was made by another version or for other cases. */
export function readIndexFile(
  text: string,
  documents: readonly SearchDocument[],
  glossary: Glossary,
): IndexFile | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return undefined; // A broken file is made anew like an old one.
  }
  const parsed = IndexFile.safeParse(raw);
  if (!parsed.success || parsed.data.glossary !== glossaryHash(glossary)) return undefined;
  const { revisions } = parsed.data;
  const same =
    Object.keys(revisions).length === documents.length &&
    documents.every(({ id, revision }) => revisions[id] === revision);
  return same ? parsed.data : undefined;
}

/** An index of nothing: enough for lists without words. */
export function emptyIndexFile(): IndexFile {
  return {
    format: indexFormat,
    analyser: analyserVersion,
    glossary: '',
    revisions: {},
    meanLengths: [],
    terms: [],
    latin: [],
    syllables: {},
    lunr: JSON.parse(JSON.stringify(buildLunr([]))) as SavedLunr,
  };
}
