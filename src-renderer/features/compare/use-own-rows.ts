import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { OwnId, OwnPreset, OwnRow, OwnRows } from '#contract/rows.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { offerUndo } from '../../app/undo/undo.ts';
import { showToast } from '../../ui/toast/toast-queue.ts';
import { useOwnRows } from './queries.ts';

const none: OwnRows = { rows: [], presets: [] };

/** Rows and presets of the user's own, and what can be done with them; each change can be taken back. */
export interface OwnRowDeeds {
  readonly own: OwnRows;
  readonly writeRow: (row: OwnRow) => Promise<void>;
  readonly removeRow: (row: OwnRow) => void;
  readonly writePreset: (preset: OwnPreset) => Promise<void>;
  readonly removePreset: (preset: OwnPreset) => void;
}

/** {@link OwnRowDeeds} of this user. */
export function useOwnRowDeeds(): OwnRowDeeds {
  const { client, query } = useApi();
  const queryClient = useQueryClient();
  const t = useT();
  const describe = useFailure();
  const { data: own = none } = useOwnRows();
  return useMemo(() => {
    const fail = (error: unknown) => {
      const { what, next } = describe(error);
      showToast({ tone: 'failed', title: what, detail: next });
    };
    const run = async (work: () => Promise<unknown>) => {
      try {
        await work();
        await Promise.all([
          queryClient.invalidateQueries({ queryKey: query.ownRows.key() }),
          queryClient.invalidateQueries({ queryKey: query.comparisons.key() }),
        ]);
      } catch (error) {
        fail(error);
      }
    };
    /** Writes, and offers the old one back. */
    const write = <T extends { readonly id: OwnId }>(
      value: T,
      old: T | undefined,
      put: (one: T) => Promise<unknown>,
      title: string,
    ) =>
      run(async () => {
        await put(value);
        if (old === undefined) return;
        offerUndo({ title, label: t('common.undo'), undo: () => void run(() => put(old)) });
      });
    const putRow = (row: OwnRow) => client.ownRows.write(row);
    const putPreset = (preset: OwnPreset) => client.ownRows.writePreset(preset);
    return {
      own,
      writeRow: (row) =>
        write(
          row,
          own.rows.find((one) => one.id === row.id),
          putRow,
          t('compare.own-row.changed', { row: row.title }),
        ),
      removeRow: (row) =>
        void run(async () => {
          await client.ownRows.remove({ id: row.id });
          offerUndo({
            title: t('compare.own-row.removed', { row: row.title }),
            label: t('common.undo'),
            undo: () => void run(() => putRow(row)),
          });
        }),
      writePreset: (preset) =>
        write(
          preset,
          own.presets.find((one) => one.id === preset.id),
          putPreset,
          t('compare.own-preset.changed', { name: preset.name }),
        ),
      removePreset: (preset) =>
        void run(async () => {
          await client.ownRows.removePreset({ id: preset.id });
          offerUndo({
            title: t('compare.own-preset.removed', { name: preset.name }),
            label: t('common.undo'),
            undo: () => void run(() => putPreset(preset)),
          });
        }),
    };
  }, [client, query, queryClient, t, describe, own]);
}
