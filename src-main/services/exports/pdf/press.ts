import { Worker } from 'node:worker_threads';
import { workerUrl } from '../../worker-url.ts';
import type { PressReply, PressRequest, PressSetup, Printed, PrintJob } from './messages.ts';

/** Prints documents to PDF, in a thread of its own that ends when it has been idle for a while. */
export interface Press {
  /** Sets one document; equal jobs give equal bytes. @throws Error when the template does not compile */
  print(job: PrintJob): Promise<Printed>;
  close(): Promise<void>;
}

/** The setter of type holds some 200 MB while it lives, and starts again within a second. */
const IDLE_MS = 30_000;

type Settle = { readonly resolve: (value: Printed) => void; readonly reject: (error: unknown) => void };

/** A press that starts its thread with the first document. */
export function createPress(setup: PressSetup): Press {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastId = 0;
  const waiting = new Map<number, Settle>();

  function start(): Worker {
    const thread = new Worker(workerUrl('./exports/pdf/press-worker.ts'), { workerData: setup });
    thread.unref();
    thread.on('message', (reply: PressReply) => {
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
    thread.on('exit', () => fail(new Error('the press has closed')));
    return thread;
  }

  function rest(thread: Worker): void {
    thread.unref();
    idle = setTimeout(() => {
      if (worker === thread) worker = undefined;
      void thread.terminate();
    }, IDLE_MS);
    idle.unref();
  }

  return {
    print(job) {
      clearTimeout(idle);
      worker ??= start();
      const id = ++lastId;
      const { promise, resolve, reject } = Promise.withResolvers<Printed>();
      waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ id, job } satisfies PressRequest);
      return promise;
    },
    async close() {
      clearTimeout(idle);
      const thread = worker;
      await thread?.terminate();
    },
  };
}
