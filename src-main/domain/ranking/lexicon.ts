/** The terms that documents hold, and in how many each stands, whatever index they come from. */
export interface Lexicon {
  has(term: string): boolean;
  /** Number of documents that hold a term; 0 for one that is unknown. */
  documentsOf(term: string): number;
  /** Terms that begin with a prefix, at most `limit`, those in most documents first. */
  startingWith(prefix: string, limit: number): string[];
  /** Terms of two characters that one character begins or ends, and the character itself where it is a term. */
  around(character: string): string[];
}

/** The terms of one index, numbered. */
export interface TermNumbers {
  /** Sorted by code units. */
  readonly terms: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** Documents holding the term of that number. */
  readonly documents: Uint32Array;
}

/** Numbers terms given with the number of documents that hold them. */
export function toTermNumbers(entries: Iterable<readonly [term: string, documents: number]>): TermNumbers {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const terms = sorted.map(([term]) => term);
  return {
    terms,
    numbers: new Map(terms.map((term, number) => [term, number])),
    documents: Uint32Array.from(sorted, ([, documents]) => documents),
  };
}

/** The lexicon of numbered terms. */
export function toLexicon({ terms, numbers, documents }: TermNumbers): Lexicon {
  const documentsOf = (term: string) => documents[numbers.get(term) ?? -1] ?? 0;
  return {
    has: (term) => numbers.has(term),
    documentsOf,
    startingWith(prefix, limit) {
      let low = 0;
      let high = terms.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((terms[middle] ?? '') < prefix) low = middle + 1;
        else high = middle;
      }
      let end = low;
      while (terms[end]?.startsWith(prefix)) end++;
      return mostUsed(terms.slice(low, end), documentsOf, limit);
    },
    around: (character) => terms.filter((term) => isAround(term, character)),
  };
}

/** A lexicon that is counted anew as documents come and go: of the few that hold what the user wrote. */
export function createGrowingLexicon(): Lexicon & {
  add(terms: ReadonlySet<string>): void;
  remove(terms: ReadonlySet<string>): void;
} {
  const counts = new Map<string, number>();
  const documentsOf = (term: string) => counts.get(term) ?? 0;
  return {
    has: (term) => counts.has(term),
    documentsOf,
    startingWith(prefix, limit) {
      const found = [...counts.keys()].filter((term) => term.startsWith(prefix));
      return mostUsed(found, documentsOf, limit);
    },
    around: (character) => [...counts.keys()].filter((term) => isAround(term, character)),
    add(terms) {
      for (const term of terms) counts.set(term, documentsOf(term) + 1);
    },
    remove(terms) {
      for (const term of terms) {
        const left = documentsOf(term) - 1;
        if (left > 0) counts.set(term, left);
        else counts.delete(term);
      }
    },
  };
}

/**
 * Several lexicons as one.
 *
 * @param apart lexicons of other documents, whose counts add up
 * @param beside one of the same documents, which counts only for terms that no other knows
 */
export function joinLexicons(apart: readonly Lexicon[], beside: Lexicon): Lexicon {
  const all = [...apart, beside];
  const documentsOf = (term: string) =>
    apart.reduce((sum, one) => sum + one.documentsOf(term), 0) || beside.documentsOf(term);
  return {
    has: (term) => all.some((one) => one.has(term)),
    documentsOf,
    startingWith(prefix, limit) {
      const found = new Set(all.flatMap((one) => one.startingWith(prefix, limit)));
      return mostUsed([...found], documentsOf, limit);
    },
    around: (character) => [...new Set(all.flatMap((one) => one.around(character)))],
  };
}

function mostUsed(terms: readonly string[], documentsOf: (term: string) => number, limit: number): string[] {
  return terms
    .map((term) => ({ term, documents: documentsOf(term) }))
    .sort((a, b) => b.documents - a.documents)
    .slice(0, limit)
    .map(({ term }) => term);
}

function isAround(term: string, character: string): boolean {
  return (term.startsWith(character) || term.endsWith(character)) && [...term].length <= 2;
}

/** The lexicon of no documents. */
export const noTerms: Lexicon = {
  has: () => false,
  documentsOf: () => 0,
  startingWith: () => [],
  around: () => [],
};
