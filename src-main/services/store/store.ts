import { Worker } from 'node:worker_threads';
import { type ErrorData, OkmError } from '#contract/errors.ts';
import { workerUrl } from '../worker-url.ts';
import type { StoreFault, StoreReply } from './messages.ts';
import type { Operations } from './operations.ts';

export type OperationInput<O extends keyof Operations> = Parameters<Operations[O]>[1];
export type OperationOutput<O extends keyof Operations> = ReturnType<Operations[O]>;

/** What the user makes, kept in one SQLite file by a worker thread that alone may write it. */
export interface Store {
  /** Why nothing can be written, when nothing can. */
  readonly readOnly: OkmError | undefined;
  /** The program before this one ended without closing the folder. */
  readonly wasUnclean: boolean;
  /**
   * Runs one operation; a write is acknowledged only after its commit has reached the disk.
   *
   * @throws OkmError with the disk's or the folder's reason
   */
  call<O extends keyof Operations>(operation: O, input: OperationInput<O>): Promise<OperationOutput<O>>;
  /** Drops from the journal what a verified backup holds. */
  keepJournalAfter(commitSeq: number): Promise<void>;
  /** Frees the folder while something else puts another database there; calls wait until it is done. */
  replace(work: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the store of a data folder.
 *
 * @throws OkmError STORE_DAMAGED where the database cannot be read at all
 */
export async function openStore(folder: string, door: string, since: string): Promise<Store> {
  const holder = { door, pid: process.pid, since };
  let current = await openThread(folder, holder);
  let replacing: Promise<unknown> = Promise.resolve();
  return {
    readOnly: current.readOnly,
    wasUnclean: current.wasUnclean,
    async call<O extends keyof Operations>(operation: O, input: OperationInput<O>) {
      await replacing;
      return (await current.ask(operation, input)) as OperationOutput<O>;
    },
    async keepJournalAfter(commitSeq) {
      await replacing;
      await current.ask('keepJournalAfter', commitSeq);
    },
    replace(work) {
      const before = replacing;
      const done = (async () => {
        await before;
        await current.close();
        try {
          await work();
        } finally {
          current = await openThread(folder, holder);
        }
      })();
      // Who calls meanwhile gets his own answer from what is there then, whatever became of the work.
      replacing = done.catch(() => undefined);
      return done;
    },
    async close() {
      await replacing;
      await current.close();
    },
  };
}

/** The thread with the one writing connection. */
async function openThread(folder: string, holder: { door: string; pid: number; since: string }) {
  const worker = new Worker(workerUrl('./store/store-worker.ts'), { workerData: { folder, holder } });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const closed = Promise.withResolvers<void>();
  const ready = Promise.withResolvers<{ readOnly: OkmError | undefined; wasUnclean: boolean }>();
  let lastId = 0;
  let down: Error | undefined;

  worker.on('message', (reply: StoreReply) => {
    if ('closed' in reply) return closed.resolve();
    if ('ready' in reply) {
      if (!reply.ready) return ready.reject(toError(reply.error));
      const readOnly = reply.readOnly && (toError(reply.readOnly) as OkmError);
      return ready.resolve({ readOnly, wasUnclean: reply.wasUnclean });
    }
    const call = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('error' in reply) call?.reject(toError(reply.error));
    else call?.resolve(reply.value);
  });
  const fail = (error: Error) => {
    down = error;
    ready.reject(error);
    for (const call of waiting.values()) call.reject(error);
    waiting.clear();
    closed.resolve();
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the store has closed')));

  const opened = await ready.promise.catch(async (error: unknown) => {
    await worker.terminate();
    throw error;
  });
  return {
    ...opened,
    ask(operation: string, input: unknown): Promise<unknown> {
      if (down) return Promise.reject(down);
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, operation, input });
      });
    },
    async close(): Promise<void> {
      if (!down) worker.postMessage({ close: true });
      await closed.promise;
      await worker.terminate();
    },
  };
}

function toError(fault: StoreFault): Error {
  if ('message' in fault) return new Error(fault.message);
  return new OkmError(fault.code, fault.data as ErrorData<typeof fault.code>);
}
