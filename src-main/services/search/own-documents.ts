import { toDocument } from '#domain/ranking/document.ts';
import type { Library } from '../library/library.ts';
import type { OwnDocuments } from './own-feed.ts';

/** The user's own cases of a library, as the search takes them in. */
export function ownDocuments(library: Library): OwnDocuments {
  return {
    list: async () => library.own(),
    read: async (ids) =>
      ids.flatMap((id) => {
        const value = library.find(id);
        return value?.origin === 'own' ? [toDocument(value)] : [];
      }),
  };
}
