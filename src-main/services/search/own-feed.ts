import type { IndexProgress } from '#contract/search.ts';
import type { SearchDocument } from '#domain/ranking/document.ts';
import type { OwnState } from './messages.ts';

/** Own cases as the search takes them in: plain documents, wherever they are kept. */
export interface OwnDocuments {
  list(): Promise<readonly OwnState[]>;
  /** Those that are there; an id without a case is left out. */
  read(ids: readonly string[]): Promise<readonly SearchDocument[]>;
}

/** The index that is fed, wherever it runs. */
export interface FedIndex {
  compareOwn(cases: readonly OwnState[]): Promise<readonly string[]>;
  putOwn(documents: readonly SearchDocument[]): Promise<unknown>;
  removeOwn(ids: readonly string[]): Promise<unknown>;
  settleOwn(): Promise<unknown>;
}

/** So few at once that a question asked meanwhile waits for less than a tenth of a second. */
const BATCH = 16;

/** Feeds an index with own cases: all that it lacks at first, and what changes from then on. */
export interface OwnFeed {
  readonly progress: IndexProgress;
  /** Compares the whole index with the cases and takes in what is missing. One run at a time. */
  reconcile(): Promise<void>;
  /** Takes in cases that were saved, and out those that are gone. */
  change(ids: readonly string[]): Promise<void>;
  /** Stops the taking in; what was taken in stays, and the next run goes on from there. */
  stop(): void;
}

/** Makes a feed; `onProgress` is told of every step. */
export function createOwnFeed(
  documents: OwnDocuments,
  index: FedIndex,
  onProgress: (progress: IndexProgress) => void,
): OwnFeed {
  let progress: IndexProgress = { state: 'ready', done: 0, total: 0 };
  let running: Promise<void> | undefined;
  let again = false;
  let isStopped = false;

  const report = (next: IndexProgress) => {
    progress = next;
    onProgress(next);
  };
  const run = async () => {
    const missing = await index.compareOwn(await documents.list());
    const total = missing.length;
    for (let done = 0; done < total; done += BATCH) {
      if (isStopped) return report({ state: 'stopped', done, total });
      report({ state: 'indexing', done, total });
      await index.putOwn(await documents.read(missing.slice(done, done + BATCH)));
    }
    await index.settleOwn();
    report({ state: 'ready', done: total, total });
  };
  return {
    get progress() {
      return progress;
    },
    reconcile() {
      if (running) {
        again = true;
        return running;
      }
      isStopped = false;
      running = (async () => {
        try {
          do {
            again = false;
            await run();
          } while (again && !isStopped);
        } finally {
          running = undefined;
        }
      })();
      return running;
    },
    async change(ids) {
      const found = await documents.read(ids);
      const held = new Set<string>(found.map(({ id }) => id));
      const gone = ids.filter((id) => !held.has(id));
      if (gone.length > 0) await index.removeOwn(gone);
      if (found.length > 0) await index.putOwn(found);
      if (!running) await index.settleOwn();
    },
    stop() {
      isStopped = true;
    },
  };
}
