import type { AnnotationColour, AnnotationKind } from '#contract/annotations.ts';
import type { ImportReason } from '#contract/exchange.ts';
import type { Language } from '#contract/ids.ts';
import type { Alike } from '../anchoring/alike.ts';

/** A note between programs: what its maker wrote and where he put it, without what this program found later. */
export interface ExchangeNote {
  /** A UUID. */
  readonly id: string;
  readonly kind: AnnotationKind;
  readonly colour: AnnotationColour;
  /** Markdown. */
  readonly body: string;
  readonly tags: readonly string[];
  readonly caseId: string;
  readonly language: Language;
  readonly thing: 'text' | 'cell' | 'figure';
  /** A cell's `<comparison>#<row>`, a figure's id. */
  readonly thingId: string | null;
  /** Empty where the section is not known, or there is none. */
  readonly section: string;
  readonly textHash: string;
  /** Code points; -1 where the position is not known. */
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly exact: string;
  readonly suffix: string;
  readonly alike: readonly Alike[] | null;
  readonly replyTo: string | null;
  /** Null for the user's own, or where nobody is named. */
  readonly person: { readonly id: string; readonly name: string } | null;
  /** ISO 8601 UTC; null where no date could be read. */
  readonly createdAt: string | null;
  readonly modifiedAt: string | null;
}

export interface Reason {
  readonly reason: ImportReason;
  readonly detail: string;
}

/** One item of a file: the note that could be read of it, and what was cleaned; or why there is none. */
export interface ReadItem {
  /** From 1. */
  readonly index: number;
  readonly id: string;
  readonly note: ExchangeNote | undefined;
  readonly reasons: readonly Reason[];
}

export interface ReadNotes {
  readonly format: 'jsonld' | 'hypothesis';
  readonly items: readonly ReadItem[];
}

/** A file may bring so many notes. */
export const MAX_NOTES = 50_000;
/** Who a note from nowhere is by, and where it was: both stay unknown. */
export const unplaced = { section: '', textHash: '', start: -1, end: -1, prefix: '', suffix: '' } as const;
