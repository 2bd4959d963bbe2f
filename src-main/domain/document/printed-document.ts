import type { Language } from '#contract/ids.ts';
import type { BriefRun } from '../comparison/brief-runs.ts';
import type { BriefReference } from '../comparison/number-references.ts';

/** Words on one line of their own. */
export type Line = readonly BriefRun[];

/** A part of a document, from top to foot. Every writer sets every kind. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: Line; readonly quiet?: boolean }
  | { readonly kind: 'list'; readonly items: readonly Line[] }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      /** Parts of the width, by column; they add up to 1. */
      readonly shares: readonly number[];
      /** Cells of one or more lines. */
      readonly rows: readonly (readonly (readonly Line[])[])[];
    }
  /** A question with room to write under it. */
  | {
      readonly kind: 'question';
      readonly number: number;
      readonly text: string;
      /** Why it is asked, or the same in another language; in smaller type. */
      readonly hints: readonly string[];
      /** Ruled lines for the answer. */
      readonly lines: number;
    };

/** A short document: a title, what it is, and its parts, with the sources that they cite. */
export interface PrintedDocument {
  readonly language: Language;
  readonly title: string;
  readonly kicker: string;
  readonly facts: string;
  /** The day, as `2026-11-25`. */
  readonly day: string;
  readonly blocks: readonly Block[];
  readonly references: readonly BriefReference[];
  /** Over the references. */
  readonly referencesTitle: string;
}

/** Words that cite nothing. */
export function plainRun(text: string, own = false): BriefRun {
  return { text, cites: [], mark: null, own };
}
