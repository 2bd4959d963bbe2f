import lunr from 'lunr';
import { z } from 'zod';
import { analyse } from '#domain/analyser/analyse.ts';
import { fieldBoosts } from '#domain/ranking/bm25f.ts';
import { type Field, fieldNames, fieldTexts, type SearchDocument } from '#domain/ranking/document.ts';
import { type TermNumbers, toTermNumbers } from '#domain/ranking/lexicon.ts';

/** A saved lunr index: what is read of it besides giving it to lunr are its terms, and where each stands. */
export interface SavedLunr {
  readonly version: string;
  readonly fields: readonly string[];
  readonly invertedIndex: readonly (readonly [term: string, postings: Readonly<Record<string, unknown>>])[];
}

/**
 * Takes a value for a saved index by its outline alone: its tens of thousands of entries are as lunr wrote
 * them, and looking at each would cost more than loading them.
 */
export const SavedLunr = z.custom<SavedLunr>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'version' in value &&
    value.version === lunr.version &&
    'fields' in value &&
    Array.isArray(value.fields) &&
    'invertedIndex' in value &&
    Array.isArray(value.invertedIndex),
);

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
export function loadLunr(saved: SavedLunr): { readonly index: lunr.Index; readonly terms: TermNumbers } {
  const terms = toTermNumbers(
    saved.invertedIndex.map(([term, postings]) => {
      const documents = new Set<string>();
      for (const field of indexedFields) {
        for (const id in postings[field] as Record<string, unknown>) documents.add(id);
      }
      return [term, documents.size] as const;
    }),
  );
  return { index: lunr.Index.load(saved), terms };
}
