import type { Glossary } from '#contract/glossary.ts';
import type { CaseId } from '#contract/ids.ts';
import type { IndexProgress, SearchInput, SearchOutput } from '#contract/search.ts';
import { parseQuery } from '#domain/query/parse-query.ts';
import type { Suggestion } from '#domain/query/suggest.ts';
import { type OwnWords, toDocument } from '#domain/ranking/document.ts';
import type { Library } from '../library/library.ts';
import { emptyIndexFile } from './index-file.ts';
import type { Answer, Question, Questions, SearchSetup, SuggestInput } from './messages.ts';
import { createOwnFeed, type OwnDocuments, type OwnFeed } from './own-feed.ts';
import type { OwnWordsSince } from './own-words.sql.ts';
import { createSearchEngine, type SearchEngine } from './search-engine.ts';
import { openSearchHost, type SearchHost } from './search-host.ts';
import { type SearchThread, startSearchThread } from './search-thread.ts';

export interface SearchService {
  /** @throws the signal's reason when it is aborted before the answer is there */
  query(input: SearchInput, signal?: AbortSignal): Promise<SearchOutput>;
  /** All cases that match, best first, without passages. */
  findIds(input: SearchInput): Promise<readonly CaseId[]>;
  /** Terms, names, keys and values that complete what is being typed. */
  suggest(input: SuggestInput, signal?: AbortSignal): Promise<Suggestion[]>;
  /** Tells that the user's notes or tags have changed: what changed is read before the next answer. */
  forgetOwnWords(): void;
  /** Takes in own cases that were saved or are gone; without ids whatever differs. Resolves when they are found. */
  ownCasesChanged(ids?: readonly string[]): Promise<void>;
  /** How far the index of own cases is. */
  indexing(input?: unknown): IndexProgress;
  /** Stops the indexing; `resumeIndexing` goes on from there. */
  stopIndexing(input?: unknown): IndexProgress;
  /** Goes on with the indexing, or makes the whole index anew beside the one that answers. */
  resumeIndexing(input: { readonly anew?: boolean | undefined }): Promise<IndexProgress>;
  close(): Promise<void>;
}

export interface SearchServiceOptions {
  readonly library: Pick<Library, 'cases'>;
  readonly glossary: Glossary;
  /** Path of the index that the build made; without one the index is made when first needed. */
  readonly indexFile?: string;
  /** Reads what the user added to cases since a change of the store. */
  readonly readOwnWords?: (since: number) => Promise<OwnWordsSince>;
  /** The user's own cases, and the file of their index. */
  readonly own?: {
    readonly documents: OwnDocuments;
    readonly file: string;
    /** Whether another program keeps the index: it is read as it is. */
    readonly readOnly: boolean;
  };
  /** Told of every step of the indexing of own cases. */
  readonly onIndexing?: (progress: IndexProgress) => void;
  /** Searches in the calling thread: for a program that asks once and ends. */
  readonly inProcess?: boolean;
}

const nothingOwn = async (): Promise<OwnWordsSince> => ({ seq: 0, isWhole: true, words: new Map() });

/**
 * Opens the search over the library. Nothing is loaded until the first question; lists without words need
 * no index and are answered at once, while the search thread gets ready behind them.
 */
export function createSearchService({
  library,
  glossary,
  indexFile,
  readOwnWords = nothingOwn,
  own,
  onIndexing = () => {},
  inProcess = false,
}: SearchServiceOptions): SearchService {
  let setup: SearchSetup | undefined;
  let lister: SearchEngine | undefined;
  let host: Promise<SearchHost> | undefined;
  let thread: SearchThread | undefined;
  let words: ReadonlyMap<string, OwnWords | undefined> = new Map();
  let seq = 0;
  let reading: Promise<void> | undefined;
  let reconciled: Promise<void> | undefined;
  let hasOwn: Promise<boolean> | undefined;

  const prepare = () => {
    setup ??= {
      documents: library.cases
        .filter(({ origin }) => own === undefined || origin === 'bundled')
        .map((value) => toDocument(value)),
      glossary,
      indexFile,
      own: own && { file: own.file, readOnly: own.readOnly },
    };
    return setup;
  };
  const here = () => {
    host ??= openSearchHost(prepare()).then((opened) => {
      opened.setOwnWords(words);
      return opened;
    });
    return host;
  };
  const there = () => {
    if (!thread) {
      thread = startSearchThread(prepare());
      thread.setOwnWords(words);
    }
    return thread;
  };
  const ask = async <Q extends Question>(
    question: Q,
    input: Parameters<Questions[Q]>[0],
    signal?: AbortSignal,
  ): Promise<Answer<Q>> =>
    inProcess
      ? ((await here())[question](input as never) as Answer<Q>)
      : there().ask(question, input, signal);

  const feed: OwnFeed | undefined =
    own &&
    createOwnFeed(
      own.documents,
      {
        compareOwn: (cases) => ask('compareOwn', cases),
        putOwn: (documents) => ask('putOwn', documents),
        removeOwn: (ids) => ask('removeOwn', ids),
        settleOwn: () => ask('settleOwn', undefined as never),
      },
      onIndexing,
    );
  const progress = (): IndexProgress => feed?.progress ?? { state: 'ready', done: 0, total: 0 };

  const takeOwnWords = async (next: OwnWordsSince) => {
    const changed = new Map(next.words);
    if (next.isWhole) for (const id of words.keys()) if (!changed.has(id)) changed.set(id, undefined);
    seq = next.seq;
    if (changed.size === 0) return;
    words = new Map([...words, ...changed].filter(([, value]) => value !== undefined));
    thread?.setOwnWords(changed);
    lister?.setOwnWords(changed);
    (await host)?.setOwnWords(changed);
  };
  const ready = () => {
    if (!reading) {
      const mine: Promise<void> = readOwnWords(seq).then(
        // Read again meanwhile: the later words stand.
        (next) => (reading === mine ? takeOwnWords(next) : undefined),
        // Where notes cannot be read, cases are found all the same; the notes' own screens say what is wrong.
        () => undefined,
      );
      reading = mine;
    }
    return reading;
  };
  /** The index of own cases is brought up to date once, behind the first answers; a command waits for it. */
  const reconcile = () => {
    if (!feed || own?.readOnly) return undefined;
    reconciled ??= feed.reconcile().catch(() => {
      // Searched as it is; the next question tries again.
      reconciled = undefined;
    });
    return inProcess ? reconciled : undefined;
  };

  const holdsOwn = () => {
    hasOwn ??= own ? own.documents.list().then((cases) => cases.length > 0) : Promise.resolve(false);
    return hasOwn;
  };

  return {
    async query(input, signal) {
      signal?.throwIfAborted();
      await ready();
      await reconcile();
      signal?.throwIfAborted();
      if (isList(input) && !(await holdsOwn())) {
        if (!lister) {
          lister = createSearchEngine(prepare().documents, emptyIndexFile(), []);
          lister.setOwnWords(words);
        }
        if (!inProcess) there();
        return lister.query(input);
      }
      return ask('query', input, signal);
    },
    async findIds(input) {
      await ready();
      await reconcile();
      return ask('findIds', input);
    },
    async suggest(input, signal) {
      signal?.throwIfAborted();
      return ask('suggest', input, signal);
    },
    forgetOwnWords() {
      reading = undefined;
    },
    async ownCasesChanged(ids) {
      hasOwn = undefined;
      if (!feed || own?.readOnly) return;
      await ready();
      await (ids ? feed.change(ids) : feed.reconcile());
    },
    indexing: progress,
    stopIndexing() {
      feed?.stop();
      return progress();
    },
    async resumeIndexing({ anew = false }) {
      if (!feed || own?.readOnly) return progress();
      if (anew) await ask('rebuildOwn', undefined as never);
      void feed.reconcile().catch(() => undefined);
      return progress();
    },
    async close() {
      feed?.stop();
      await thread?.close();
      (await host)?.close();
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
