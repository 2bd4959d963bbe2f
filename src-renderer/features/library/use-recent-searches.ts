import { useCallback } from 'react';
import { useSettings, useUpdateSettings } from '../../app/preferences/use-settings.ts';

/** How many searches are remembered. */
const memory = 12;

/** Remembers a search that led somewhere: one from which a case was opened, or that was saved. */
export function useRememberSearch(): (typed: string | undefined) => void {
  const { recentSearches } = useSettings();
  const update = useUpdateSettings();
  return useCallback(
    (typed) => {
      const text = typed?.trim().slice(0, 200) ?? '';
      if (text === '' || recentSearches[0] === text) return;
      update({ recentSearches: [text, ...recentSearches.filter((one) => one !== text)].slice(0, memory) });
    },
    [recentSearches, update],
  );
}
