import { Worker } from 'node:worker_threads';
import { workerUrl } from '../worker-url.ts';
import type { PoolReply, PoolRequest, TaskName, Tasks } from './messages.ts';

/**
 * Threads that open what came from outside. A file that takes too long, or too much memory, costs its own
 * thread and nothing else.
 */
export interface ParsePool {
  /** @throws ParseTooCostly, or Error where the task itself is broken */
  run<T extends TaskName>(task: T, input: Tasks[T]['input']): Promise<Tasks[T]['output']>;
  close(): Promise<void>;
}

/** A file took more time or memory than any honest one needs. */
export class ParseTooCostly extends Error {}

interface PoolOptions {
  readonly threads?: number;
  /** How long the reading of one file may take, milliseconds. */
  readonly deadlineMs?: number;
}

/** Loading the parsers from a slow disk, or looking through a folder far away, says nothing against a file. */
const LOADING_MS = 120_000;

const MAX_MEMORY_MB = 256;
/** A thread that has nothing to do ends, so that a program at rest holds no parser. */
const IDLE_MS = 60_000;

interface Job {
  readonly id: number;
  readonly task: TaskName;
  readonly input: unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  job: Job | undefined;
  timer: NodeJS.Timeout | undefined;
}

/** Makes a pool; its threads begin with the first task. */
export function createParsePool({ threads = 1, deadlineMs = 5000 }: PoolOptions = {}): ParsePool {
  const waiting: Job[] = [];
  const running = new Set<Thread>();
  let lastId = 0;
  let closed = false;

  function start(): Thread {
    const worker = new Worker(workerUrl('./parse-pool/parse-worker.ts'), {
      resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
    });
    const thread: Thread = { worker, job: undefined, timer: undefined };
    running.add(thread);
    worker.unref();
    worker.on('message', (reply: PoolReply) => {
      const { job } = thread;
      if (!job || job.id !== reply.id) return;
      if ('begun' in reply) {
        if (job.task !== 'scan') limit(thread, deadlineMs);
        return;
      }
      free(thread);
      if ('error' in reply) job.reject(new Error(reply.error));
      else job.resolve(reply.value);
      next();
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const isHog = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      drop(thread, isHog ? new ParseTooCostly('memory', { cause: error }) : error);
    });
    worker.on('exit', () => drop(thread, new Error('the parser has ended')));
    return thread;
  }

  function free(thread: Thread): void {
    clearTimeout(thread.timer);
    thread.job = undefined;
    thread.worker.unref();
    thread.timer = setTimeout(() => drop(thread, new Error('idle')), IDLE_MS);
    thread.timer.unref();
  }

  function limit(thread: Thread, ms: number): void {
    clearTimeout(thread.timer);
    thread.timer = setTimeout(() => drop(thread, new ParseTooCostly('time')), ms);
  }

  /** Ends a thread; what it was at fails with the reason. */
  function drop(thread: Thread, reason: Error): void {
    if (!running.delete(thread)) return;
    clearTimeout(thread.timer);
    thread.job?.reject(reason);
    void thread.worker.terminate();
    next();
  }

  function next(): void {
    while (!closed && waiting.length > 0) {
      let thread = [...running].find(({ job }) => job === undefined);
      if (!thread && running.size < threads) thread = start();
      const job = thread && waiting.shift();
      if (!thread || !job) return;
      const busy = thread;
      busy.job = job;
      busy.worker.ref();
      limit(busy, LOADING_MS);
      busy.worker.postMessage({ id: job.id, task: job.task, input: job.input } satisfies PoolRequest);
    }
  }

  return {
    run<T extends TaskName>(task: T, input: Tasks[T]['input']) {
      if (closed) return Promise.reject(new Error('the parsers are closed'));
      return new Promise<Tasks[T]['output']>((resolve, reject) => {
        const settle = (value: unknown) => resolve(value as Tasks[T]['output']);
        waiting.push({ id: ++lastId, task, input, resolve: settle, reject });
        next();
      });
    },
    async close() {
      closed = true;
      const over = new Error('the parsers are closed');
      for (const job of waiting.splice(0)) job.reject(over);
      const ending = [...running].map(({ worker }) => worker.terminate());
      for (const thread of running) drop(thread, over);
      await Promise.all(ending);
    },
  };
}
