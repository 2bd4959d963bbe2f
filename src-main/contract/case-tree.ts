import type { CaseFrontMatter, SectionId, SourceKind } from './case.ts';
import type { Bilingual, CaseId, Language } from './ids.ts';

/**
 * A case as every part of the program reads it: parsed once from its Markdown, never again.
 * Node names are mdast's; `citation` is Pandoc's `[@S1, p. 12; @S2]`. Offsets count UTF-16 code units in the
 * section's plain text: blocks as text, citations left out, joined by one line feed, NFC.
 */
export type InlineNode =
  | { readonly type: 'text'; readonly value: string; readonly start: number }
  | { readonly type: 'emphasis' | 'strong' | 'delete'; readonly children: readonly InlineNode[] }
  | { readonly type: 'link'; readonly url: string; readonly children: readonly InlineNode[] }
  | { readonly type: 'inlineCode'; readonly value: string; readonly start: number }
  | { readonly type: 'break' }
  | {
      readonly type: 'citation';
      readonly refs: readonly string[];
      /** By reference: the part of it that is cited, as it was written. */
      readonly locators?: Readonly<Record<string, string>>;
      readonly at: number;
    };

export type BlockNode =
  | { readonly type: 'paragraph'; readonly children: readonly InlineNode[] }
  | { readonly type: 'heading'; readonly depth: number; readonly children: readonly InlineNode[] }
  | { readonly type: 'blockquote'; readonly children: readonly BlockNode[] }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly BlockNode[])[];
    }
  | {
      readonly type: 'table';
      readonly align: readonly ('left' | 'right' | 'center' | null)[];
      readonly rows: readonly (readonly (readonly InlineNode[])[])[];
    };

/** One sentence of a section, with the references that it cites. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly refs: readonly string[];
}

export interface Section {
  readonly id: SectionId;
  readonly heading: string;
  /** Line of the heading in the file, from 1. */
  readonly line: number;
  readonly text: string;
  /** `sha256-` and the hex digest of `text`. */
  readonly textHash: string;
  readonly blocks: readonly BlockNode[];
  readonly sentences: readonly Sentence[];
}

export interface CaseText {
  readonly language: Language;
  readonly title: string;
  readonly sections: readonly Section[];
}

/** Computed from the texts and references, never written by hand. */
export interface Evidence {
  readonly sources: Readonly<Record<SourceKind, number>>;
  /** The same, counting once what one author, or one publication without an author, says several times. */
  readonly independent: Readonly<Record<SourceKind, number>>;
  readonly sentences: { readonly total: number; readonly factual: number; readonly cited: number };
  /** Newest year in which a source was issued. */
  readonly newest: number | null;
}

export interface Case {
  readonly id: CaseId;
  readonly origin: 'bundled' | 'own';
  /** Content hash of the files that the case was read from. */
  readonly revision: string;
  readonly front: CaseFrontMatter;
  readonly texts: { readonly zh?: CaseText; readonly en?: CaseText };
  readonly evidence: Evidence;
}

/** A fault found in a file: what, where, and what would be right. */
export interface Problem {
  readonly file: string;
  /** From 1; 0 when the fault has no place. */
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly rule: string;
  readonly message: Bilingual;
  readonly actual?: string;
  readonly expected?: readonly string[];
}
