import { useEffect } from 'react';
import type { CaseId } from '#contract/ids.ts';
import { useSettings, useUpdateSettings } from '../../app/preferences/use-settings.ts';

/** How many cases are remembered as read lately. */
const memory = 20;

/** Puts the open case first among those read lately; one that stands beside it is not counted. */
export function useRecent(id: CaseId, isMain: boolean): void {
  const { recent } = useSettings();
  const update = useUpdateSettings();
  const isFirst = recent[0] === id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each opening, not for each change elsewhere
  useEffect(() => {
    if (isMain && !isFirst)
      update({ recent: [id, ...recent.filter((other) => other !== id)].slice(0, memory) });
  }, [id]);
}
