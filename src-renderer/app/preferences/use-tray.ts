import { useCallback } from 'react';
import type { CaseId } from '#contract/ids.ts';
import { showToast } from '../../ui/toast/toast-queue.ts';
import { useT } from '../i18n/use-t.tsx';
import { useSettings, useUpdateSettings } from './use-settings.ts';

/** Most cases that one comparison takes. */
export const trayMax = 6;

/** The cases waiting to be compared, and what puts one in or takes it out. */
export function useTray(): {
  readonly ids: readonly CaseId[];
  readonly has: (id: string) => boolean;
  readonly toggle: (id: CaseId) => void;
  /** Puts several in, as far as there is room. */
  readonly add: (ids: readonly CaseId[]) => void;
} {
  const { tray } = useSettings();
  const update = useUpdateSettings();
  const t = useT();
  const toggle = useCallback(
    (id: CaseId) => {
      const isIn = tray.includes(id);
      if (!isIn && tray.length >= trayMax) {
        showToast({ title: t('tray.full') });
        return;
      }
      update({ tray: isIn ? tray.filter((other) => other !== id) : [...tray, id] });
    },
    [tray, update, t],
  );
  const add = useCallback(
    (ids: readonly CaseId[]) => {
      const all = [...new Set([...tray, ...ids])];
      if (all.length > trayMax) showToast({ title: t('tray.full') });
      update({ tray: all.slice(0, trayMax) });
    },
    [tray, update, t],
  );
  return { ids: tray, has: (id) => tray.some((other) => other === id), toggle, add };
}
