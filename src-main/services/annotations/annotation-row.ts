import type { AnchorStatus } from '#contract/annotations.ts';

/** A range of a text in code points, its quote with the words around it: W3C selectors. */
export interface SelectorColumns {
  readonly section: string;
  readonly textHash: string;
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly exact: string;
  readonly suffix: string;
}

/** What stood elsewhere and looked like the quote; null where nobody looked. */
export type AlikeColumns = readonly {
  readonly prefix: string;
  readonly exact: string;
  readonly suffix: string;
}[];

/** What the user made: a note's words and where he put it. */
export interface AnnotationWords extends SelectorColumns {
  readonly id: string;
  readonly caseId: string;
  readonly language: string;
  readonly kind: string;
  readonly colour: string;
  readonly body: string;
  readonly tags: readonly string[];
  readonly alike: AlikeColumns | null;
  readonly thing: 'text' | 'cell' | 'figure';
  /** A cell's `<comparison>#<row>`, a figure's id. */
  readonly thingId: string | null;
  /** Whose it is; null for the user's own. */
  readonly personId: string | null;
  readonly replyTo: string | null;
  readonly createdAt: string;
  readonly modifiedAt: string;
  /** Quote, words and tags as the search compares them. */
  readonly folded: string;
}

/** Where a note was found last. */
export interface AnnotationOutcome {
  readonly status: AnchorStatus;
  /** The last place that was sure, where that is not the one it was made on. */
  readonly place: (SelectorColumns & { readonly alike: AlikeColumns }) | null;
  /** Where it is shown; UTF-16 offsets in the section. Null for an orphan. */
  readonly spot: { readonly section: string; readonly start: number; readonly end: number } | null;
  /** Digest of the texts that it was looked for in; null when nobody has looked yet. */
  readonly seenHash: string | null;
}

export interface AnnotationRow extends AnnotationWords, AnnotationOutcome {
  readonly deletedAt: string | null;
}
