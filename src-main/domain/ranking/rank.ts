import type { WeightedTerm } from '../query/understand/understood.ts';
import { type Frequencies, scoreDocument } from './bm25f.ts';
import { type DocumentHead, fieldNames } from './document.ts';
import type { Lexicon } from './lexicon.ts';
import { nameKey } from './name-key.ts';

/** A document that an index offers, with how often it holds each term of the query. */
export interface Candidate {
  readonly document: DocumentHead;
  /** In the order of the query's terms. */
  readonly frequencies: readonly Frequencies[];
  /** Number of terms in each field. */
  readonly lengths: ArrayLike<number>;
}

/** What the ranking knows of all documents, of every source together. */
export interface Statistics {
  readonly total: number;
  readonly meanLengths: readonly number[];
  readonly lexicon: Lexicon;
}

export interface Ranked {
  readonly document: DocumentHead;
  readonly score: number;
  /** Whether it answers the query, or only touches it. */
  readonly tier: 'match' | 'related';
  /** The words of the query, or added to it, that it holds. */
  readonly matched: readonly string[];
}

/**
 * A case counts as a match from this share of the best score, or when it holds all own words. Over the judged
 * queries it keeps 94 % of the useful cases among 19 matches; the share of the query's terms that a case
 * holds keeps 93 % among 26.
 */
const MATCH_SHARE = 0.15;
const CLAIM = fieldNames.indexOf('claim');

/**
 * Ranks candidates by the weighted terms of a query; those named exactly as the query come first.
 * Equal scores: the one reviewed later, then by id.
 *
 * @param independent whether what only a case's promoter says counts for nothing
 */
export function rank(
  candidates: readonly Candidate[],
  terms: readonly WeightedTerm[],
  names: readonly string[],
  statistics: Statistics,
  independent = false,
): Ranked[] {
  const wanted = new Set(names.map(nameKey).filter((key) => key !== ''));
  const frequencies = candidates.map((candidate) =>
    independent ? candidate.frequencies.map((fields) => fields.with(CLAIM, 0)) : candidate.frequencies,
  );
  const rankTerms = terms.map((term, at) => ({
    weight: term.weight,
    documents:
      documentsOf(term, statistics.lexicon) ?? frequencies.filter((found) => isHeld(found[at])).length,
  }));
  const scores = frequencies.map((found, which) =>
    scoreDocument(rankTerms, found, candidates[which]?.lengths ?? [], statistics),
  );
  const best = Math.max(0, ...scores);
  const ranked = candidates.map(({ document }, which) => {
    const score = scores[which] ?? 0;
    const holds = (frequencies[which] ?? []).map(isHeld);
    const named = isNamed(document, wanted);
    const holdsAll = terms.every(({ why }, at) => why !== 'own' || holds[at]);
    const isMatch = named || holdsAll || score >= MATCH_SHARE * best;
    const matched = matchedWords(terms, holds);
    return { document, score, named, tier: isMatch ? 'match' : 'related', matched } as const;
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

const isHeld = (frequencies: Frequencies | undefined) => frequencies?.some((count) => count > 0) === true;

/** In how many documents a single term stands; undefined for what has to be counted. */
function documentsOf({ terms }: WeightedTerm, lexicon: Lexicon): number | undefined {
  return terms.length === 1 ? lexicon.documentsOf(terms[0] ?? '') : undefined;
}

/** Words of which the document holds every term. */
function matchedWords(terms: readonly WeightedTerm[], holds: readonly boolean[]): string[] {
  const words = new Map<string, boolean>();
  terms.forEach(({ word }, at) => {
    words.set(word, (words.get(word) ?? true) && holds[at] === true);
  });
  return [...words].flatMap(([word, all]) => (all ? [word] : []));
}

function isNamed(document: DocumentHead, wanted: ReadonlySet<string>): boolean {
  const { title, aliases, id } = document;
  return [title.zh, title.en, ...aliases, id].some((name) => wanted.has(nameKey(name)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
