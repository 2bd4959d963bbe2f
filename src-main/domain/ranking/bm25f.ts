import { type Field, fieldNames } from './document.ts';

/** Weight of a term's occurrence by the field it stands in. Quality hardly depends on them. */
export const fieldBoosts: Readonly<Record<Field, number>> = {
  title: 6,
  meta: 4,
  summary: 2,
  zh: 1,
  en: 1,
  aside: 0.3,
  own: 2,
  claim: 1,
};
/** How slowly further occurrences stop counting, and how much long fields are discounted. */
const K1 = 1.2;
const B = 0.6;

/** One thing looked for: its weight in the query, and the number of documents that hold it. */
export interface RankTerm {
  readonly weight: number;
  readonly documents: number;
}

/** How rare a term is among `total` documents, after Robertson and Spärck Jones; never below zero. */
export function inverseFrequency(documents: number, total: number): number {
  return Math.log(1 + (total - documents + 0.5) / (documents + 0.5));
}

/** How often something sought stands in each field of a document, in the order of `fieldNames`. */
export type Frequencies = readonly number[];

/**
 * Score of a document for weighted terms: BM25F (Robertson, Zaragoza and Taylor 2004), the lengths
 * normalised field by field.
 *
 * @param frequencies for each term, how often the document holds it in each field
 * @param lengths number of terms in each field of the document; `meanLengths` over all documents
 */
export function scoreDocument(
  terms: readonly RankTerm[],
  frequencies: readonly Frequencies[],
  lengths: ArrayLike<number>,
  { total, meanLengths }: { readonly total: number; readonly meanLengths: readonly number[] },
): number {
  const norms = fieldNames.map((_, place) => {
    const mean = meanLengths[place] ?? 0;
    return 1 - B + B * (mean > 0 ? (lengths[place] ?? 0) / mean : 1);
  });
  let score = 0;
  terms.forEach((term, at) => {
    let frequency = 0;
    fieldNames.forEach((field, place) => {
      const count = frequencies[at]?.[place] ?? 0;
      if (count > 0) frequency += (fieldBoosts[field] * count) / (norms[place] ?? 1);
    });
    if (frequency === 0) return;
    score +=
      (term.weight * inverseFrequency(term.documents, total) * frequency * (K1 + 1)) / (frequency + K1);
  });
  return score;
}
