import type { Glossary } from '#contract/glossary.ts';
import type { SearchInput, SearchOutput } from '#contract/search.ts';
import type { Suggestion } from '#domain/query/suggest.ts';
import type { OwnWords, SearchDocument } from '#domain/ranking/document.ts';

/** What the search thread is started with. */
export interface SearchSetup {
  readonly documents: readonly SearchDocument[];
  readonly glossary: Glossary;
  /** Path of the built index; undefined where there is none. */
  readonly indexFile: string | undefined;
}

export interface SuggestInput {
  readonly text: string;
  readonly limit?: number | undefined;
}

export type SearchRequest =
  | { readonly id: number; readonly query: SearchInput }
  | { readonly id: number; readonly suggest: SuggestInput }
  /** What the user added to cases, from now on. */
  | { readonly own: ReadonlyMap<string, OwnWords> }
  /** Nobody waits for that answer any more. */
  | { readonly cancel: number };

export type SearchReply =
  | { readonly id: number; readonly value: SearchOutput | Suggestion[] }
  | { readonly id: number; readonly error: string };
