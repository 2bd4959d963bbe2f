import type { Glossary } from '#contract/glossary.ts';
import type { CaseId } from '#contract/ids.ts';
import type { SearchInput, SearchOutput } from '#contract/search.ts';
import type { Suggestion } from '#domain/query/suggest.ts';
import type { OwnWords, SearchDocument } from '#domain/ranking/document.ts';

/** What the search thread is started with. */
export interface SearchSetup {
  readonly documents: readonly SearchDocument[];
  readonly glossary: Glossary;
  /** Path of the built index; undefined where there is none. */
  readonly indexFile: string | undefined;
  /** Where the index of own cases is kept; undefined where there are none. */
  readonly own: { readonly file: string; readonly readOnly: boolean } | undefined;
}

export interface SuggestInput {
  readonly text: string;
  readonly limit?: number | undefined;
}

/** An own case as it should stand in the index. */
export interface OwnState {
  readonly id: string;
  readonly revision: string;
}

/** What can be asked of a search, each with its answer; in a thread every question is a message. */
export interface Questions {
  query(input: SearchInput): SearchOutput;
  suggest(input: SuggestInput): Suggestion[];
  /** All cases that match, without passages. */
  findIds(input: SearchInput): CaseId[];
  /**
   * Tells which own cases there are: those that are gone are taken out of the index.
   *
   * @returns ids of those that it has not, or has otherwise
   */
  compareOwn(cases: readonly OwnState[]): string[];
  /** Takes own cases into the index. */
  putOwn(documents: readonly SearchDocument[]): undefined;
  removeOwn(ids: readonly string[]): undefined;
  /** All that was missing has been taken in. */
  settleOwn(): undefined;
  /** Begins an index anew beside the one that answers. */
  rebuildOwn(): undefined;
}
export type Question = keyof Questions;
export type Answer<Q extends Question> = ReturnType<Questions[Q]>;

export type SearchRequest =
  | { readonly id: number; readonly question: Question; readonly input: unknown }
  /** What the user added to cases, by their ids; `undefined` for nothing any more. */
  | { readonly own: ReadonlyMap<string, OwnWords | undefined> }
  /** Nobody waits for that answer any more. */
  | { readonly cancel: number };

export type SearchReply =
  | { readonly id: number; readonly value: Answer<Question> }
  | { readonly id: number; readonly error: string };
