import type { Glossary } from '#contract/glossary.ts';
import type { SearchInput, SearchOutput } from '#contract/search.ts';
import { parseQuery } from '#domain/query/parse-query.ts';
import type { Suggestion } from '#domain/query/suggest.ts';
import { type OwnWords, toDocument } from '#domain/ranking/document.ts';
import type { Library } from '../library/library.ts';
import { emptyIndexFile } from './index-file.ts';
import type { SearchSetup, SuggestInput } from './messages.ts';
import { openEngine } from './open-engine.ts';
import { createSearchEngine, type SearchEngine } from './search-engine.ts';
import { type SearchThread, startSearchThread } from './search-thread.ts';

export interface SearchService {
  /** @throws the signal's reason when it is aborted before the answer is there */
  query(input: SearchInput, signal?: AbortSignal): Promise<SearchOutput>;
  /** Terms, names, keys and values that complete what is being typed. */
  suggest(input: SuggestInput, signal?: AbortSignal): Promise<Suggestion[]>;
  /** Tells what the user added to cases, by their ids: all of it, whenever any of it changes. */
  setOwnWords(own: ReadonlyMap<string, OwnWords>): void;
  close(): Promise<void>;
}

export interface SearchServiceOptions {
  readonly library: Library;
  readonly glossary: Glossary;
  /** Path of the index that the build made; without one the index is made when first needed. */
  readonly indexFile?: string;
  /** Searches in the calling thread: for a program that asks once and ends. */
  readonly inProcess?: boolean;
}

/**
 * Opens the search over the library. Nothing is loaded until the first question; lists without words need
 * no index and are answered at once, while the search thread gets ready behind them.
 */
export function createSearchService({
  library,
  glossary,
  indexFile,
  inProcess = false,
}: SearchServiceOptions): SearchService {
  let setup: SearchSetup | undefined;
  let lister: SearchEngine | undefined;
  let engine: Promise<SearchEngine> | undefined;
  let thread: SearchThread | undefined;
  let own: ReadonlyMap<string, OwnWords> = new Map();

  const prepare = () => {
    setup ??= { documents: library.cases.map((value) => toDocument(value)), glossary, indexFile };
    return setup;
  };
  const here = () => {
    engine ??= openEngine(prepare()).then((opened) => opened.withOwnWords(own));
    return engine;
  };
  const there = () => {
    if (!thread) {
      thread = startSearchThread(prepare());
      thread.setOwnWords(own);
    }
    return thread;
  };
  return {
    async query(input, signal) {
      signal?.throwIfAborted();
      if (isList(input)) {
        lister ??= createSearchEngine(prepare().documents, emptyIndexFile(), []).withOwnWords(own);
        if (!inProcess) there();
        return lister.query(input);
      }
      return inProcess ? (await here()).query(input) : there().query(input, signal);
    },
    async suggest(input, signal) {
      signal?.throwIfAborted();
      return inProcess ? (await here()).suggest(input) : there().suggest(input, signal);
    },
    setOwnWords(words) {
      own = words;
      thread?.setOwnWords(words);
      lister = lister?.withOwnWords(words);
      engine = engine?.then((before) => before.withOwnWords(words));
    },
    async close() {
      await thread?.close();
    },
  };
}

/** Whether a query names conditions alone, so that no index is needed. */
function isList({ query }: SearchInput): boolean {
  const { clauses, cut } = parseQuery(query);
  return (
    cut.length === 0 && clauses.every(({ kind }) => kind === 'filter' || kind === 'years' || kind === 'has')
  );
}
