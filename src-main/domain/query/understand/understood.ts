import type { Chip } from '#contract/search.ts';
import type { Clause } from '../clause.ts';

/** Whether a term is the user's own, or was added by the glossary or a repair. */
export type Why = 'own' | 'added';

/** One thing to rank by: terms of the index that count as one, with their weight. */
export interface WeightedTerm {
  readonly terms: readonly string[];
  /** A lone character that the terms begin or end with; it counts wherever it stands. */
  readonly around?: string;
  readonly weight: number;
  readonly why: Why;
  /** The word it comes from, folded. */
  readonly word: string;
}

/** A word to be found on the page, folded; `terms` are those that show it when it does not stand as it is. */
export interface SoughtWord {
  readonly text: string;
  readonly why: Why;
}

/** A run that must or must not stand in a case, folded. */
export interface Condition {
  readonly text: string;
  /** A word is held when its terms are; a phrase when it stands as it is. */
  readonly kind: 'word' | 'phrase' | 'prefix';
  readonly chip: string;
}

export type FilterClause = Extract<Clause, { kind: 'filter' | 'years' | 'has' }>;

export interface Filter {
  readonly clause: FilterClause;
  readonly chip: string;
}

/** A query as the index can answer it, and what to tell the user of it. */
export interface Understood {
  readonly terms: readonly WeightedTerm[];
  readonly words: readonly SoughtWord[];
  readonly required: readonly Condition[];
  readonly excluded: readonly Condition[];
  readonly filters: readonly Filter[];
  readonly chips: readonly Chip[];
  /** The whole query as a name might be written: as typed, and as its pinyin reads. */
  readonly names: readonly string[];
  /** Whether what only a case's promoter says is set aside. */
  readonly independent: boolean;
}
