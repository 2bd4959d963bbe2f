import { Worker } from 'node:worker_threads';

/** A thread that does one job after another, and ends when it has had none for a while. */
export interface IdleWorker<Job, Result> {
  /** @throws Error with what the thread says went wrong */
  run(job: Job): Promise<Result>;
  close(): Promise<void>;
}

type Reply<Result> =
  | { readonly id: number; readonly value: Result }
  | { readonly id: number; readonly error: string };

/**
 * A thread started with the first job. It answers `{ id, job }` with `{ id, value }` or `{ id, error }`.
 *
 * @param idleMs how long it stays without a job, milliseconds
 */
export function createIdleWorker<Job, Result>(options: {
  readonly url: URL;
  readonly workerData: unknown;
  readonly idleMs: number;
}): IdleWorker<Job, Result> {
  const { url, workerData, idleMs } = options;
  const waiting = new Map<number, PromiseWithResolvers<Result>>();
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;

  function start(): Worker {
    const thread = new Worker(url, { workerData });
    thread.unref();
    thread.on('message', (reply: Reply<Result>) => {
      const job = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (waiting.size === 0) rest(thread);
      if ('error' in reply) job?.reject(new Error(reply.error));
      else job?.resolve(reply.value);
    });
    const fail = (error: Error) => {
      if (worker !== thread) return;
      worker = undefined;
      for (const job of waiting.values()) job.reject(error);
      waiting.clear();
    };
    thread.on('error', fail);
    thread.on('exit', () => fail(new Error('the thread has ended')));
    return thread;
  }

  function rest(thread: Worker): void {
    thread.unref();
    idle = setTimeout(() => {
      if (worker === thread) worker = undefined;
      void thread.terminate();
    }, idleMs);
    idle.unref();
  }

  return {
    run(job) {
      clearTimeout(idle);
      worker ??= start();
      const id = ++lastId;
      const waiter = Promise.withResolvers<Result>();
      waiting.set(id, waiter);
      worker.ref();
      worker.postMessage({ id, job });
      return waiter.promise;
    },
    async close() {
      clearTimeout(idle);
      await worker?.terminate();
    },
  };
}
