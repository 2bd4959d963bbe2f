import { classAt } from '#domain/analyser/analyse.ts';
import type { WeightedTerm } from '#domain/query/understand/understood.ts';
import { fieldNames } from '#domain/ranking/document.ts';

/** What the index's own tokeniser leaves whole; a term of anything else stands in no document. */
const plain = /^[\p{L}\p{N}\p{Co}+.]+$/u;

/** A term as FTS5 reads it: quoted, so that nothing in it is taken for syntax. */
function quote(term: string): string {
  return `"${term.replaceAll('"', '""')}"`;
}

/**
 * What matches one thing sought: any of its alternatives. A lone Chinese character is a prefix, since the
 * pairs that it begins start with it, and the last character of each run is indexed besides.
 */
function expressionOf({ terms, around }: WeightedTerm): string | undefined {
  if (around !== undefined) return plain.test(around) ? `${quote(around)} *` : undefined;
  const known = terms.filter((term) => plain.test(term));
  if (known.length === 0) return undefined;
  return known.length === 1 ? quote(known[0] ?? '') : `(${known.map(quote).join(' OR ')})`;
}

/** Matches documents with each of some things; undefined where no document can hold them all. */
export function allOf(terms: readonly WeightedTerm[]): string | undefined {
  const parts = terms.map(expressionOf);
  return parts.length > 0 && parts.every((part) => part !== undefined) ? parts.join(' AND ') : undefined;
}

/** Matches documents with any of some things; undefined where no document can hold one. */
export function anyOf(terms: readonly WeightedTerm[]): string | undefined {
  const parts = terms.map(expressionOf).filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' OR ') : undefined;
}

/** The same match, looked for outside what only the promoter says. */
export function withoutClaims(expression: string | undefined): string | undefined {
  const columns = fieldNames.filter((field) => field !== 'claim').join(' ');
  return expression === undefined ? undefined : `{${columns}} : (${expression})`;
}

/** Matches documents with each of some terms of the analyser. */
export function allTerms(terms: readonly string[]): string | undefined {
  return terms.length > 0 && terms.every((term) => plain.test(term))
    ? terms.map(quote).join(' AND ')
    : undefined;
}

/** Whether a token ends a run of Chinese, whose last character is indexed once more by itself. */
export function endsRun(folded: string, end: number): boolean {
  return classAt(folded, end) !== 'han';
}

/** Whether a term can be indexed whole. */
export function isIndexable(term: string): boolean {
  return plain.test(term);
}
