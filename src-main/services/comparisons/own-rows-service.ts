import type { OwnPreset, OwnRow, OwnRows } from '#contract/rows.ts';
import type { Changes } from '../changes.ts';
import type { Store } from '../store/store.ts';

interface Parts {
  readonly store: Store;
  readonly changes: Changes;
  readonly now: () => Date;
}

/** Rows and presets of the user's own, for all his comparisons. */
export function createOwnRowsService({ store, changes, now }: Parts) {
  const at = () => now().toISOString();
  async function list(_input?: unknown): Promise<OwnRows> {
    const [rows, presets] = await Promise.all([
      store.call('listOwnRows', {}),
      store.call('listOwnPresets', undefined),
    ]);
    return { rows, presets };
  }
  const changed = async (work: Promise<void>) => {
    await work;
    changes.emit('comparisons');
    return list();
  };
  return {
    list,
    write: (row: OwnRow) => changed(store.call('writeOwnRow', { row, at: at() })),
    /** Takes in the rows that a document brings; those that are here stay as they are. */
    async takeIn(rows: readonly OwnRow[]): Promise<void> {
      if (rows.length > 0) await changed(store.call('takeInOwnRows', { rows, at: at() }));
    },
    remove: ({ id }: { id: string }) => changed(store.call('removeOwn', { what: 'own_rows', id, at: at() })),
    writePreset: (preset: OwnPreset) => changed(store.call('writeOwnPreset', { preset, at: at() })),
    removePreset: ({ id }: { id: string }) =>
      changed(store.call('removeOwn', { what: 'own_presets', id, at: at() })),
  };
}
export type OwnRowsService = ReturnType<typeof createOwnRowsService>;
