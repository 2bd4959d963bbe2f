import { Worker } from 'node:worker_threads';
import type { OwnWords } from '#domain/ranking/document.ts';
import { workerUrl } from '../worker-url.ts';
import type { Answer, Question, Questions, SearchReply, SearchRequest, SearchSetup } from './messages.ts';

/** A search that runs in a thread of its own. */
export interface SearchThread {
  /** @throws the signal's reason as soon as it is aborted */
  ask<Q extends Question>(
    question: Q,
    input: Parameters<Questions[Q]>[0],
    signal?: AbortSignal,
  ): Promise<Answer<Q>>;
  setOwnWords(changed: ReadonlyMap<string, OwnWords | undefined>): void;
  close(): Promise<void>;
}

type Settle = { resolve: (value: Answer<Question>) => void; reject: (error: unknown) => void };

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

  const ask = (question: Question, input: unknown, signal?: AbortSignal): Promise<Answer<Question>> => {
    if (down) return Promise.reject(down);
    if (signal?.aborted) return Promise.reject(signal.reason);
    const id = ++lastId;
    const { promise, resolve, reject } = Promise.withResolvers<Answer<Question>>();
    const giveUp = () => {
      if (!waiting.delete(id)) return;
      worker.postMessage({ cancel: id } satisfies SearchRequest);
      reject(signal?.reason);
    };
    signal?.addEventListener('abort', giveUp, { once: true });
    waiting.set(id, { resolve, reject });
    worker.ref();
    worker.postMessage({ id, question, input } satisfies SearchRequest);
    return promise.finally(() => signal?.removeEventListener('abort', giveUp));
  };
  return {
    ask: <Q extends Question>(question: Q, input: Parameters<Questions[Q]>[0], signal?: AbortSignal) =>
      ask(question, input, signal) as Promise<Answer<Q>>,
    setOwnWords: (own) => worker.postMessage({ own } satisfies SearchRequest),
    async close() {
      await worker.terminate();
    },
  };
}
