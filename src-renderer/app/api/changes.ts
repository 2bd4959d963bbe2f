import type { QueryClient } from '@tanstack/react-query';
import type { Change } from '#contract/settings.ts';
import type { Api } from './use-api.tsx';

/** First pause before the stream is opened again, milliseconds; doubled up to the longest. */
const firstPauseMs = 500;
const longestPauseMs = 8000;

/** Whether the program answers: drawn as a bar when it has stopped. */
export interface Pulse {
  readonly isAlive: () => boolean;
  readonly subscribe: (changed: () => void) => () => void;
}

/**
 * Listens for what changes in other windows and programs and lets the screens ask anew. Ends with the signal;
 * until then it opens the stream again whenever it breaks.
 */
export function followChanges(api: Api, queryClient: QueryClient, signal: AbortSignal): Pulse {
  let alive = true;
  const listeners = new Set<() => void>();
  const setAlive = (next: boolean) => {
    if (next === alive) return;
    alive = next;
    for (const listener of listeners) listener();
  };
  const keysOf = {
    annotations: () => [
      api.query.annotations.key(),
      api.query.tags.key(),
      api.query.collections.key(),
      api.query.acts.key(),
      api.query.exchange.key(),
      api.query.search.key(),
    ],
    comparisons: () => [api.query.comparisons.key(), api.query.ownRows.key(), api.query.versions.key()],
    packets: () => [api.query.packets.key(), api.query.acts.key()],
    settings: () => [api.query.settings.key()],
    indexing: () => [api.query.search.indexing.key()],
    transfer: () => [api.query.transfer.key(), api.query.acts.key()],
    library: () => [
      api.query.library.key(),
      api.query.ownCases.key(),
      api.query.search.key(),
      api.query.comparisons.key(),
      api.query.pictures.key(),
      api.query.transfer.key(),
      api.query.worksheets.key(),
    ],
  } satisfies Record<Change['what'], () => readonly (readonly unknown[])[]>;
  const follow = async () => {
    let pauseMs = firstPauseMs;
    while (!signal.aborted) {
      try {
        const changes = await api.client.app.changes(undefined, { signal });
        // What happened while nobody listened is not known, so everything is asked anew after a break.
        if (!alive) void queryClient.invalidateQueries();
        setAlive(true);
        pauseMs = firstPauseMs;
        for await (const change of changes) {
          for (const queryKey of keysOf[change.what]()) void queryClient.invalidateQueries({ queryKey });
        }
      } catch {
        // A broken stream is expected when the program stops or the machine sleeps: said by the bar, tried again.
        if (!signal.aborted) setAlive(await answers(api));
      }
      await pause(pauseMs, signal);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  };
  void follow();
  return {
    isAlive: () => alive,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

async function answers(api: Api): Promise<boolean> {
  try {
    await api.client.app.about();
    return true;
  } catch {
    // Any failure of the smallest call means that the program cannot be worked with.
    return false;
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
