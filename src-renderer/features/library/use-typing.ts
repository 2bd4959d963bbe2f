import { useTypedQuery } from '../../ui/field/use-typed-query.ts';
import type { LibraryView } from './use-library-address.ts';

/** What stands in the library's search box, and the question in the address that follows it. */
export function useTyping(view: LibraryView): ReturnType<typeof useTypedQuery> {
  return useTypedQuery(view.address.q ?? '', (q, isNew) =>
    // Chips that were taken away belong to the question they were read from; so does the place in the list.
    view.change({ q, without: undefined, at: undefined, related: undefined }, isNew ? 'push' : 'replace'),
  );
}
