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
  /** Tells that the user's notes or tags have changed: they are read again before the next answer. */
  forgetOwnWords(): void;
  close(): Promise<void>;
}

export interface SearchServiceOptions {
  readonly library: Library;
  readonly glossary: Glossary;
  /** Path of the index that the build made; without one the index is made when first needed. */
  readonly indexFile?: string;
  /** Reads what the user added to cases, by their ids. */
  readonly readOwnWords?: () => Promise<ReadonlyMap<string, OwnWords>>;
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
  readOwnWords = async () => new Map(),
  inProcess = false,
}: SearchServiceOptions): SearchService {
  let setup: SearchSetup | undefined;
  let lister: SearchEngine | undefined;
  let engine: Promise<SearchEngine> | undefined;
  let thread: SearchThread | undefined;
  let own: ReadonlyMap<string, OwnWords> = new Map();
  let reading: Promise<void> | undefined;

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
  const setOwnWords = (words: ReadonlyMap<string, OwnWords>) => {
    if (own.size === 0 && words.size === 0) return;
    own = words;
    thread?.setOwnWords(words);
    lister = lister?.withOwnWords(words);
    engine = engine?.then((before) => before.withOwnWords(words));
  };
  const ready = () => {
    if (!reading) {
      const mine: Promise<void> = readOwnWords().then(
        // Read again meanwhile: the later words stand.
        (words) => (reading === mine ? setOwnWords(words) : undefined),
        // Where notes cannot be read, cases are found all the same; the notes' own screens say what is wrong.
        () => undefined,
      );
      reading = mine;
    }
    return reading;
  };
  return {
    async query(input, signal) {
      signal?.throwIfAborted();
      await ready();
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
    forgetOwnWords() {
      reading = undefined;
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
