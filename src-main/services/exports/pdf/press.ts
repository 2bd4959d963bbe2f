import { Worker } from 'node:worker_threads';
import { workerUrl } from '../../worker-url.ts';
import type { Pages, PressReply, PressRequest, PressSetup, Printed, PrintJob } from './messages.ts';

/** Prints documents to PDF, in a thread of its own that ends when it has been idle for a while. */
export interface Press {
  /** Sets one document; equal jobs give equal bytes. @throws Error when the template does not compile */
  print(job: PrintJob): Promise<Printed>;
  /** Sets a document and draws its pages. @throws Error when the template does not compile */
  draw(job: PrintJob): Promise<Pages>;
  close(): Promise<void>;
}

/** The setter of type holds some 200 MB while it lives, and starts again within a second. */
const IDLE_MS = 30_000;

type Reply = Printed | Pages;
type Settle = { readonly resolve: (value: Reply) => void; readonly reject: (error: unknown) => void };

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

  function ask(as: PressRequest['as'], job: PrintJob): Promise<Reply> {
    clearTimeout(idle);
    worker ??= start();
    const id = ++lastId;
    const { promise, resolve, reject } = Promise.withResolvers<Reply>();
    waiting.set(id, { resolve, reject });
    worker.ref();
    worker.postMessage({ id, as, job } satisfies PressRequest);
    return promise;
  }

  return {
    async print(job) {
      const reply = await ask('pdf', job);
      if ('bytes' in reply) return reply;
      throw new TypeError('the press drew what it was to print');
    },
    async draw(job) {
      const reply = await ask('pages', job);
      if ('pages' in reply) return reply;
      throw new TypeError('the press printed what it was to draw');
    },
    async close() {
      clearTimeout(idle);
      const thread = worker;
      await thread?.terminate();
    },
  };
}
