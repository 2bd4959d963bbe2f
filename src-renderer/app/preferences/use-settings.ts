import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Settings } from '#contract/settings.ts';
import { useApi } from '../api/use-api.tsx';

/** How the user likes the program. Read before the first screen is drawn, so it is always there. */
export function useSettings(): Settings {
  const { query } = useApi();
  return useSuspenseQuery(query.settings.get.queryOptions()).data;
}

/**
 * Changes settings: what is seen changes at once, and goes back when the change could not be stored (it then
 * still holds for this window until the next start).
 */
export function useUpdateSettings(): (patch: Partial<Settings>) => void {
  const { query } = useApi();
  const queryClient = useQueryClient();
  const queryKey = query.settings.get.queryKey();
  const { mutate } = useMutation(query.settings.update.mutationOptions());
  return useCallback(
    (patch) => {
      queryClient.setQueryData<Settings>(queryKey, (old) => (old === undefined ? old : { ...old, ...patch }));
      mutate(patch);
    },
    [mutate, queryClient, queryKey],
  );
}
