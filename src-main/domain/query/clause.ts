import type { FacetId } from '#contract/search.ts';

/** How a clause takes part: it raises the rank, it must hold, it must not. */
export type Mode = 'any' | 'require' | 'exclude';

/** One part of a query, as it was typed. */
export type Clause =
  | { readonly kind: 'word'; readonly text: string; readonly mode: Mode; readonly prefix: boolean }
  /** Words that must stand next to one another. */
  | { readonly kind: 'phrase'; readonly text: string; readonly mode: Mode }
  /** `values` are ids of the controlled lists, or words where the key has no list; any of them will do. */
  | {
      readonly kind: 'filter';
      readonly key: FacetId;
      readonly values: readonly string[];
      readonly exclude: boolean;
    }
  | {
      readonly kind: 'years';
      readonly from: number | undefined;
      readonly to: number | undefined;
      readonly exclude: boolean;
    }
  | { readonly kind: 'has'; readonly what: 'notes'; readonly exclude: boolean }
  /** A piece that breaks the grammar; it is searched as words. */
  | { readonly kind: 'problem'; readonly text: string };

export interface ParsedQuery {
  readonly clauses: readonly Clause[];
  /** What was left out of a query that was too long. */
  readonly cut: readonly ('length' | 'clauses')[];
}

/** Limits of a query; what lies beyond is left out, and said. */
export const MAX_QUERY_CODE_POINTS = 500;
export const MAX_CLAUSES = 32;
