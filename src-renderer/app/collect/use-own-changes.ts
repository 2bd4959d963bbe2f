import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { announce } from '../../ui/live-region/live-region.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import { useApi } from '../api/use-api.tsx';
import { useFailure } from '../api/use-failure.ts';
import { useStoredActs } from '../undo/use-acts.ts';

/** Runs a change of notes, tags or collections: what failed is said, what was done can be taken back. */
export function useOwnChanges() {
  const { client, query } = useApi();
  const queryClient = useQueryClient();
  const describe = useFailure();
  const acts = useStoredActs();
  const run = useCallback(
    async (work: (api: typeof client) => Promise<unknown>, done?: string) => {
      try {
        await work(client);
        for (const group of ['annotations', 'tags', 'collections', 'search'] as const) {
          void queryClient.invalidateQueries({ queryKey: query[group].key() });
        }
        if (done !== undefined) acts.offerUndo(done);
        return true;
      } catch (error) {
        const { what, next } = describe(error);
        showToast({ tone: 'failed', title: what, detail: next });
        announce(what, 'urgent');
        return false;
      }
    },
    [client, query, queryClient, describe, acts],
  );
  return run;
}
export type RunChange = ReturnType<typeof useOwnChanges>;
