/** The terms of an index, their numbers, and in how many documents each stands. */
export interface Lexicon {
  /** Sorted by code units. */
  readonly terms: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** Documents holding the term of that number. */
  readonly documents: Uint32Array;
}

/** Makes a lexicon from terms with the number of documents that hold them. */
export function toLexicon(entries: Iterable<readonly [term: string, documents: number]>): Lexicon {
  const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const terms = sorted.map(([term]) => term);
  return {
    terms,
    numbers: new Map(terms.map((term, number) => [term, number])),
    documents: Uint32Array.from(sorted, ([, documents]) => documents),
  };
}

/** A lexicon with the terms of a few more documents; terms that are known keep their numbers and counts. */
export function extendLexicon(lexicon: Lexicon, documents: Iterable<ReadonlySet<string>>): Lexicon {
  const added = new Map<string, number>();
  for (const terms of documents) {
    for (const term of terms) if (!lexicon.numbers.has(term)) added.set(term, (added.get(term) ?? 0) + 1);
  }
  if (added.size === 0) return lexicon;
  const first = lexicon.documents.length;
  const appended = [...added.keys()].map((term, at) => [term, first + at] as const);
  return {
    terms: [...lexicon.terms, ...added.keys()].sort((a, b) => (a < b ? -1 : 1)),
    numbers: new Map([...lexicon.numbers, ...appended]),
    documents: Uint32Array.from([...lexicon.documents, ...added.values()]),
  };
}

/** Terms that begin with a prefix, at most `limit`, those in most documents first. */
export function termsFrom(lexicon: Lexicon, prefix: string, limit: number): string[] {
  const { terms, documents, numbers } = lexicon;
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (terms[end]?.startsWith(prefix)) end++;
  const holding = (term: string) => documents[numbers.get(term) ?? -1] ?? 0;
  return terms
    .slice(low, end)
    .sort((a, b) => holding(b) - holding(a))
    .slice(0, limit);
}

/** Terms of two characters that one character begins or ends, and the character itself where it is a term. */
export function termsAround(lexicon: Lexicon, character: string): string[] {
  const pair = (term: string) => [...term].length <= 2;
  return lexicon.terms.filter(
    (term) => (term.startsWith(character) || term.endsWith(character)) && pair(term),
  );
}
