import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CollectionId } from '#contract/collections.ts';
import type { CaseId } from '#contract/ids.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useOwnChanges } from '../../app/collect/use-own-changes.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import type { LibraryView } from './use-library-address.ts';

export type OwnDialog = 'collect' | 'tag';

/** Collecting and tagging the cases in hand. */
export function useCollecting(view: LibraryView) {
  const t = useT();
  const { query } = useApi();
  const run = useOwnChanges();
  const { data: collections } = useQuery(query.collections.list.queryOptions());
  const [asking, setAsking] = useState<{ readonly what: OwnDialog; readonly ids: readonly CaseId[] }>();
  const [only, ...more] = view.address.filters?.collection ?? [];
  const shown = more.length > 0 ? undefined : collections?.find(({ id }) => id === only);
  return {
    run,
    asking,
    ask: (what: OwnDialog, ids: readonly CaseId[]) => setAsking(ids.length === 0 ? undefined : { what, ids }),
    close: () => setAsking(undefined),
    /** The one collection whose cases are listed. */
    shown,
    takeOut: (ids: readonly CaseId[]) => {
      if (shown === undefined) return;
      const items = ids.map((id) => ({ kind: 'case' as const, id }));
      void run(
        (api) => api.collections.take({ id: CollectionId.parse(shown.id), items }),
        t('act.collection-items', { name: shown.name }),
      );
    },
  };
}
