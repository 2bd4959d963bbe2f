import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Act } from '#contract/acts.ts';
import { announce } from '../../ui/live-region/live-region.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import { useApi } from '../api/use-api.tsx';
import { useFailure } from '../api/use-failure.ts';
import { useT } from '../i18n/use-t.tsx';

/** Undo and redo of what is stored: notes, tags, collections; they outlast the window. */
export interface StoredActs {
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /** Says what was done, with a button that takes it back. */
  readonly offerUndo: (title: string) => void;
}

export function useStoredActs(): StoredActs {
  const { client, query } = useApi();
  const queryClient = useQueryClient();
  const t = useT();
  const describe = useFailure();
  const say = useCallback(({ kind, count, name }: Act) => t(`act.${kind}`, { count, name }), [t]);
  const apply = useCallback(
    async (which: 'undo' | 'redo') => {
      try {
        const { done } = await client.acts[which]();
        for (const group of ['annotations', 'tags', 'collections', 'acts'] as const) {
          void queryClient.invalidateQueries({ queryKey: query[group].key() });
        }
        if (done === null) {
          showToast({ title: t(which === 'undo' ? 'act.none-undo' : 'act.none-redo') });
          return;
        }
        const title = t(which === 'undo' ? 'act.undone' : 'act.redone', { what: say(done) });
        showToast({
          title,
          action: which === 'undo' ? { label: t('act.redo'), run: () => void apply('redo') } : undefined,
        });
        announce(title);
      } catch (error) {
        const { what, next } = describe(error);
        showToast({ tone: 'failed', title: what, detail: next });
        announce(what, 'urgent');
      }
    },
    [client, query, queryClient, t, describe, say],
  );
  return useMemo(
    () => ({
      undo: () => apply('undo'),
      redo: () => apply('redo'),
      offerUndo: (title) => {
        showToast({ title, action: { label: t('common.undo'), run: () => void apply('undo') } });
        announce(title);
      },
    }),
    [apply, t],
  );
}
