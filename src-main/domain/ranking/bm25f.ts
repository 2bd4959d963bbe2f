import { countOf, type DocumentCounts } from './counts.ts';
import { type Field, fieldNames } from './document.ts';

/** Weight of a term's occurrence by the field it stands in. Quality hardly depends on them. */
export const fieldBoosts: Readonly<Record<Field, number>> = {
  title: 6,
  meta: 4,
  summary: 2,
  zh: 1,
  en: 1,
  own: 2,
};
/** How slowly further occurrences stop counting, and how much long fields are discounted. */
const K1 = 2;
const B = 0.6;

/** One thing looked for: the terms that count as it, by their numbers, and its weight in the query. */
export interface RankTerm {
  readonly numbers: readonly number[];
  readonly weight: number;
  /** Documents that hold any of its terms. */
  readonly documents: number;
}

/** How rare a term is among `total` documents, after Robertson and Spärck Jones; never below zero. */
export function inverseFrequency(documents: number, total: number): number {
  return Math.log(1 + (total - documents + 0.5) / (documents + 0.5));
}

/**
 * Score of a document for weighted terms: BM25F (Robertson, Zaragoza and Taylor 2004), the lengths
 * normalised field by field.
 *
 * @param meanLengths mean number of terms of each field over all documents, in the order of `fieldNames`
 * @returns the score, and for each term whether the document holds it
 */
export function scoreDocument(
  counts: DocumentCounts,
  terms: readonly RankTerm[],
  total: number,
  meanLengths: readonly number[],
): { readonly score: number; readonly holds: readonly boolean[] } {
  const norms = fieldNames.map((_, place) => {
    const mean = meanLengths[place] ?? 0;
    return 1 - B + B * (mean > 0 ? (counts.lengths[place] ?? 0) / mean : 1);
  });
  let score = 0;
  const holds = terms.map((term) => {
    let frequency = 0;
    fieldNames.forEach((field, place) => {
      for (const number of term.numbers) {
        const count = countOf(counts, number, field);
        if (count > 0) frequency += (fieldBoosts[field] * count) / (norms[place] ?? 1);
      }
    });
    if (frequency === 0) return false;
    const idf = inverseFrequency(term.documents, total);
    score += (term.weight * idf * frequency * (K1 + 1)) / (frequency + K1);
    return true;
  });
  return { score, holds };
}
