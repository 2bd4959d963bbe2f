import { Collection, CollectionId, CollectionItem, type SavedQuery } from '#contract/collections.ts';
import { OkmError } from '#contract/errors.ts';
import type { CaseId } from '#contract/ids.ts';
import { SearchInput } from '#contract/search.ts';
import type { Changes } from '../changes.ts';
import type { Store } from '../store/store.ts';

interface Parts {
  readonly store: Store;
  readonly changes: Changes;
  readonly now: () => Date;
  readonly search: { findIds(input: SearchInput): Promise<readonly CaseId[]> };
}

type Item = { readonly kind: 'case' | 'note'; readonly id: string };

/** Collections: filled by hand, or a saved query that is asked anew each time. */
export function createCollectionService({ store, changes, now, search }: Parts) {
  const at = () => now().toISOString();
  const notThere = () => new OkmError('INPUT_INVALID', { path: 'id', issue: 'not_there' });
  const done = (changed: number) => {
    if (changed > 0) changes.emit('annotations');
    return { changed };
  };

  async function getRow(id: string) {
    const row = (await store.call('listCollections', undefined)).find((one) => one.id === id);
    if (!row) throw notThere();
    return row;
  }

  /** @throws OkmError INPUT_INVALID for a smart collection, which fills itself */
  async function manual(id: string) {
    const row = await getRow(id);
    if (row.saved !== null) throw new OkmError('INPUT_INVALID', { path: 'id', issue: 'smart' });
    return row;
  }

  const findBySaved = ({ version: _, ...saved }: SavedQuery) => search.findIds(SearchInput.parse(saved));

  async function look(id: string, saved: SavedQuery): Promise<void> {
    // A folder that may only be read keeps no look: everything is then new as before.
    if (store.readOnly) return;
    await store.call('lookAtSavedSearch', { id, caseIds: await findBySaved(saved), at: at() });
  }

  return {
    async list(): Promise<Collection[]> {
      return (await store.call('listCollections', undefined)).map((row) => Collection.parse(row));
    },

    async create({ id, name, saved }: { id: string; name: string; saved?: SavedQuery | undefined }) {
      const row = await store.call('createCollection', { id, name, saved: saved ?? null, at: at() });
      // What it finds when it is saved is nothing new.
      if (saved) await look(id, saved);
      changes.emit('annotations');
      if (!row) throw notThere();
      return Collection.parse(row);
    },

    /** @throws OkmError INPUT_INVALID */
    async update(input: { id: string; name?: string | undefined; saved?: SavedQuery | undefined }) {
      const row = await store.call('updateCollection', { ...input, at: at() });
      if (!row) throw notThere();
      changes.emit('annotations');
      return Collection.parse(row);
    },

    async move({ id, before }: { id: string; before: string | null }): Promise<Collection[]> {
      await getRow(id);
      const rows = await store.call('moveCollection', { id, before, at: at() });
      changes.emit('annotations');
      return rows.map((row) => Collection.parse(row));
    },

    async remove({ id }: { id: string }) {
      await getRow(id);
      await store.call('removeCollection', { id, at: at() });
      changes.emit('annotations');
      return {};
    },

    async items({ id }: { id: string }): Promise<CollectionItem[]> {
      const { saved } = Collection.parse(await getRow(id));
      if (saved === null) {
        return (await store.call('listCollectionItems', { id })).map((item) => CollectionItem.parse(item));
      }
      return (await findBySaved(saved)).map((one) => ({ kind: 'case', id: one }));
    },

    async holding({ items }: { items: readonly Item[] }) {
      const rows = await store.call('listCollectionsHolding', { items });
      return rows.map(({ id, held }) => ({ id: CollectionId.parse(id), held }));
    },

    async fresh() {
      const [rows, looks] = await Promise.all([
        store.call('listCollections', undefined),
        store.call('listSavedSearchLooks', undefined),
      ]);
      const seen = new Map(looks.map(({ id, caseIds }) => [id, new Set(caseIds)]));
      const found: { id: CollectionId; total: number; fresh: CaseId[] }[] = [];
      for (const row of rows) {
        const { id, saved } = Collection.parse(row);
        if (saved === null) continue;
        const ids = await findBySaved(saved);
        const known = seen.get(id);
        found.push({ id, total: ids.length, fresh: known ? ids.filter((one) => !known.has(one)) : [] });
      }
      return found;
    },

    async seen({ id }: { id: string }) {
      const { saved } = Collection.parse(await getRow(id));
      if (saved !== null) await look(id, saved);
      return {};
    },

    async add({ id, items }: { id: string; items: readonly Item[] }) {
      await manual(id);
      return done(await store.call('addToCollection', { id, items, at: at() }));
    },

    async take({ id, items }: { id: string; items: readonly Item[] }) {
      await manual(id);
      return done(await store.call('takeFromCollection', { id, items, at: at() }));
    },

    async moveItems({ id, items, before }: { id: string; items: readonly Item[]; before: Item | null }) {
      await manual(id);
      return done(await store.call('moveInCollection', { id, items, before, at: at() }));
    },
  };
}
export type CollectionService = ReturnType<typeof createCollectionService>;
