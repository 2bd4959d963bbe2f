import type { WeightedTerm } from '../query/understand/understood.ts';
import { inverseFrequency, type RankTerm, scoreDocument } from './bm25f.ts';
import { countOf, type DocumentCounts } from './counts.ts';
import { fieldNames, type SearchDocument } from './document.ts';
import type { Lexicon } from './lexicon.ts';
import { nameKey } from './name-key.ts';

export interface Candidate {
  readonly document: SearchDocument;
  readonly counts: DocumentCounts;
}

/** What the ranking knows of all documents, of every source together. */
export interface Statistics {
  readonly total: number;
  readonly meanLengths: readonly number[];
  readonly lexicon: Lexicon;
}

export interface Ranked {
  readonly document: SearchDocument;
  readonly score: number;
  /** Whether it answers the query, or only touches it. */
  readonly tier: 'match' | 'related';
  /** The words of the query, or added to it, that it holds. */
  readonly matched: readonly string[];
}

/** Share of the query's weight that a case must hold to count as a match, unless it holds all own words. */
const MATCH_COVERAGE = 0.1;

/**
 * Ranks candidates by the weighted terms of a query; those named exactly as the query come first.
 * Equal scores: the one reviewed later, then by id.
 */
export function rank(
  candidates: readonly Candidate[],
  terms: readonly WeightedTerm[],
  names: readonly string[],
  statistics: Statistics,
): Ranked[] {
  const wanted = new Set(names.map(nameKey).filter((key) => key !== ''));
  const rankTerms = terms.map((term) => toRankTerm(term, candidates, statistics.lexicon));
  const known = rankTerms.map((term) => term.weight * inverseFrequency(term.documents, statistics.total));
  const ownWeight = sum(
    known.filter((_, at) => terms[at]?.why === 'own' && (rankTerms[at]?.documents ?? 0) > 0),
  );
  const ranked = candidates.map(({ document, counts }) => {
    const { score, holds } = scoreDocument(counts, rankTerms, statistics.total, statistics.meanLengths);
    const held = sum(known.filter((_, at) => holds[at]));
    const holdsAll = terms.every(({ why }, at) => why !== 'own' || holds[at]);
    const named = isNamed(document, wanted);
    const isMatch = named || holdsAll || (held > 0 && held >= MATCH_COVERAGE * ownWeight);
    return {
      document,
      score,
      named,
      tier: isMatch ? 'match' : 'related',
      matched: matchedWords(terms, holds),
    } as const;
  });
  return ranked
    .filter(({ score, named }) => score > 0 || named)
    .sort(
      (a, b) =>
        Number(b.named) - Number(a.named) ||
        b.score - a.score ||
        compare(b.document.reviewed, a.document.reviewed) ||
        compare(a.document.id, b.document.id),
    );
}

function toRankTerm(
  { terms, weight }: WeightedTerm,
  candidates: readonly Candidate[],
  lexicon: Lexicon,
): RankTerm {
  const numbers = terms.flatMap((term) => lexicon.numbers.get(term) ?? []);
  const [only] = numbers;
  if (numbers.length === 1 && only !== undefined) {
    return { numbers, weight, documents: lexicon.documents[only] ?? 0 };
  }
  const documents = candidates.filter(({ counts }) =>
    numbers.some((number) => fieldNames.some((field) => countOf(counts, number, field) > 0)),
  ).length;
  return { numbers, weight, documents };
}

/** Words of which the document holds every term. */
function matchedWords(terms: readonly WeightedTerm[], holds: readonly boolean[]): string[] {
  const words = new Map<string, boolean>();
  terms.forEach(({ word }, at) => {
    words.set(word, (words.get(word) ?? true) && holds[at] === true);
  });
  return [...words].flatMap(([word, all]) => (all ? [word] : []));
}

function isNamed(document: SearchDocument, wanted: ReadonlySet<string>): boolean {
  const { title, aliases, id } = document;
  return [title.zh, title.en, ...aliases, id].some((name) => wanted.has(nameKey(name)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
