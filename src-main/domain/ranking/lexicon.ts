/** The terms of an index by number, and in how many documents each stands. */
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

/** Terms that begin with a prefix, at most `limit`, those in most documents first. */
export function termsFrom(lexicon: Lexicon, prefix: string, limit: number): string[] {
  const { terms, documents } = lexicon;
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((terms[middle] ?? '') < prefix) low = middle + 1;
    else high = middle;
  }
  const found: number[] = [];
  for (let number = low; terms[number]?.startsWith(prefix); number++) found.push(number);
  return found
    .sort((a, b) => (documents[b] ?? 0) - (documents[a] ?? 0))
    .slice(0, limit)
    .flatMap((number) => terms[number] ?? []);
}

/** Terms of two characters that one character begins or ends, and the character itself where it is a term. */
export function termsAround(lexicon: Lexicon, character: string): string[] {
  const pair = (term: string) => [...term].length <= 2;
  return lexicon.terms.filter(
    (term) => (term.startsWith(character) || term.endsWith(character)) && pair(term),
  );
}
