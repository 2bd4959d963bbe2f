import { analyse } from '../analyser/analyse.ts';

/** Saturation and the share of length in BM25, at the values that Robertson and Zaragoza (2009) give for short texts. */
const K1 = 1.2;
const B = 0.75;

/** How near texts are to a query, by the words that they share. */
export interface WordWeights<T> {
  /** BM25 of every text that shares a word with the query, best first; `share` is the part of the query's weight met. */
  rank(query: string): readonly { readonly of: T; readonly score: number; readonly share: number }[];
}

/** Weighs the words of some texts by how rare they are among them. */
export function weighWords<T>(texts: readonly { readonly of: T; readonly words: string }[]): WordWeights<T> {
  const postings = new Map<string, { readonly at: number; count: number }[]>();
  const lengths = texts.map(({ words }, at) => {
    const terms = analyse(words);
    for (const term of terms) {
      const found = postings.get(term) ?? [];
      const last = found.at(-1);
      if (last?.at === at) last.count += 1;
      else found.push({ at, count: 1 });
      postings.set(term, found);
    }
    return terms.length;
  });
  const average = lengths.reduce((sum, one) => sum + one, 0) / Math.max(1, lengths.length);
  const rarity = (term: string) => {
    const count = postings.get(term)?.length ?? 0;
    return Math.log(1 + (texts.length - count + 0.5) / (count + 0.5));
  };
  return {
    rank(query) {
      const terms = [...new Set(analyse(query))];
      const all = terms.reduce((sum, term) => sum + rarity(term), 0);
      const scores = new Map<number, { score: number; met: number }>();
      for (const term of terms) {
        const weight = rarity(term);
        for (const { at, count } of postings.get(term) ?? []) {
          const length = (lengths[at] ?? average) / Math.max(1, average);
          const sum = scores.get(at) ?? { score: 0, met: 0 };
          sum.score += (weight * count * (K1 + 1)) / (count + K1 * (1 - B + B * length));
          sum.met += weight;
          scores.set(at, sum);
        }
      }
      return [...scores]
        .flatMap(([at, { score, met }]) => {
          const text = texts[at];
          return text === undefined ? [] : [{ of: text.of, score, share: all === 0 ? 0 : met / all }];
        })
        .toSorted((a, b) => b.score - a.score);
    },
  };
}
