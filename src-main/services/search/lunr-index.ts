import lunr from 'lunr';
import { z } from 'zod';
import { analyse } from '#domain/analyser/analyse.ts';
import { fieldBoosts } from '#domain/ranking/bm25f.ts';
import { type Field, fieldNames, fieldTexts, type SearchDocument } from '#domain/ranking/document.ts';
import { type Lexicon, toLexicon } from '#domain/ranking/lexicon.ts';

/** What is read of a saved lunr index besides giving it to lunr: its terms, and where each stands. */
export const SavedLunr = z.looseObject({
  invertedIndex: z.array(z.tuple([z.string(), z.record(z.string(), z.unknown())])),
});
export type SavedLunr = z.infer<typeof SavedLunr>;

/** What the user wrote never goes into the bundled index. */
const indexedFields = fieldNames.filter((field) => field !== 'own');

/** Builds the lunr index of the bundled cases, with our terms and none of lunr's own language rules. */
export function buildLunr(documents: readonly SearchDocument[]): lunr.Index {
  const builder = new lunr.Builder();
  builder.pipeline.reset();
  builder.searchPipeline.reset();
  // The terms come ready-made, as one list a field.
  builder.tokenizer = ((terms: readonly string[]) =>
    terms.map((term) => new lunr.Token(term, {}))) as typeof lunr.tokenizer;
  builder.ref('id');
  for (const field of indexedFields) builder.field(field, { boost: fieldBoosts[field] });
  for (const document of documents) builder.add({ id: document.id, ...termsOf(document) });
  return builder.build();
}

function termsOf(document: SearchDocument): Record<Field, string[]> {
  const entries = indexedFields.map(
    (field) => [field, fieldTexts(document, field).flatMap(analyse)] as const,
  );
  return Object.fromEntries(entries) as Record<Field, string[]>;
}

/** Loads a saved index, and its terms with the number of documents that hold each. */
export function loadLunr(saved: SavedLunr): { readonly index: lunr.Index; readonly lexicon: Lexicon } {
  const lexicon = toLexicon(
    saved.invertedIndex.map(([term, postings]) => {
      const documents = new Set<string>();
      for (const field of indexedFields) {
        for (const id in postings[field] as Record<string, unknown>) documents.add(id);
      }
      return [term, documents.size] as const;
    }),
  );
  return { index: lunr.Index.load(saved), lexicon };
}
