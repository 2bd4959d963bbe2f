import { Worker } from 'node:worker_threads';
import type { SearchInput, SearchOutput } from '#contract/search.ts';
import type { Suggestion } from '#domain/query/suggest.ts';
import type { OwnWords } from '#domain/ranking/document.ts';
import { workerUrl } from '../worker-url.ts';
import type { SearchReply, SearchRequest, SearchSetup, SuggestInput } from './messages.ts';

/** A search that runs in a thread of its own. */
export interface SearchThread {
  /** @throws the signal's reason as soon as it is aborted */
  query(input: SearchInput, signal?: AbortSignal): Promise<SearchOutput>;
  suggest(input: SuggestInput, signal?: AbortSignal): Promise<Suggestion[]>;
  setOwnWords(own: ReadonlyMap<string, OwnWords>): void;
  close(): Promise<void>;
}

type Settle = { resolve: (value: SearchOutput | Suggestion[]) => void; reject: (error: unknown) => void };

/** Starts the search thread; it loads its index while the first questions wait. */
export function startSearchThread(setup: SearchSetup): SearchThread {
  const worker = new Worker(workerUrl('./search/search-worker.ts'), {
    workerData: setup,
    // Most of what a query makes is gone at its end: a small nursery keeps the thread from growing by it.
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  // A program that has nothing else to do may end.
  worker.unref();
  const waiting = new Map<number, Settle>();
  let lastId = 0;
  let down: Error | undefined;

  worker.on('message', (reply: SearchReply) => {
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (waiting.size === 0) worker.unref();
    if ('error' in reply) call?.reject(new Error(reply.error));
    else call?.resolve(reply.value);
  });
  const fail = (error: Error) => {
    down ??= error;
    for (const call of waiting.values()) call.reject(error);
    waiting.clear();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the search has closed')));

  const ask = (
    question: { query: SearchInput } | { suggest: SuggestInput },
    signal?: AbortSignal,
  ): Promise<SearchOutput | Suggestion[]> => {
    if (down) return Promise.reject(down);
    if (signal?.aborted) return Promise.reject(signal.reason);
    const id = ++lastId;
    const { promise, resolve, reject } = Promise.withResolvers<SearchOutput | Suggestion[]>();
    const giveUp = () => {
      if (!waiting.delete(id)) return;
      worker.postMessage({ cancel: id } satisfies SearchRequest);
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', giveUp, { once: true });
    waiting.set(id, { resolve, reject });
    worker.ref();
    worker.postMessage({ id, ...question } satisfies SearchRequest);
    return promise.finally(() => signal?.removeEventListener('abort', giveUp));
  };
  return {
    query: (input, signal) => ask({ query: input }, signal) as Promise<SearchOutput>,
    suggest: (input, signal) => ask({ suggest: input }, signal) as Promise<Suggestion[]>,
    setOwnWords: (own) => worker.postMessage({ own } satisfies SearchRequest),
    async close() {
      await worker.terminate();
    },
  };
}
