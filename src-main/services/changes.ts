import type { Change } from '#contract/settings.ts';

/** Tells every open screen that something stored has changed. */
export interface Changes {
  emit(what: Change['what']): void;
  /** Yields changes until the signal aborts. */
  follow(signal?: AbortSignal): AsyncGenerator<Change, void>;
}

/** A change feed; each listener sees every change from the moment it listens. */
export function createChanges(): Changes {
  const listeners = new Set<(change: Change) => void>();
  return {
    emit(what) {
      for (const listener of listeners) listener({ what });
    },
    async *follow(signal) {
      const queue: Change[] = [];
      let wake: (() => void) | undefined;
      const listener = (change: Change) => {
        queue.push(change);
        wake?.();
      };
      const onAbort = () => wake?.();
      listeners.add(listener);
      signal?.addEventListener('abort', onAbort);
      try {
        while (!signal?.aborted) {
          const next = queue.shift();
          if (next) yield next;
          else {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
          }
        }
      } finally {
        listeners.delete(listener);
        signal?.removeEventListener('abort', onAbort);
      }
    },
  };
}
