import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { FacetId } from '#contract/search.ts';
import type { LibraryAddress } from './address.ts';

/** What the library shows, and what changes it; all of it is in the address. */
export interface LibraryView {
  readonly address: LibraryAddress;
  /** `replace` for what going back should pass over: typing, moving through the list. */
  readonly change: (patch: Partial<LibraryAddress>, how?: 'push' | 'replace') => void;
  readonly toggleFacet: (facet: FacetId, value: string) => void;
  /** Takes away a condition by the id of its chip. */
  readonly dropChip: (chip: string) => void;
  readonly clear: () => void;
}

/** {@link LibraryView} of the window's address. */
export function useLibraryAddress(): LibraryView {
  const address = useSearch({ from: '/library' });
  const navigate = useNavigate({ from: '/library' });

  const change = useCallback<LibraryView['change']>(
    (patch, how = 'push') => {
      void navigate({ search: (old) => tidy({ ...old, ...patch }), replace: how === 'replace' });
    },
    [navigate],
  );
  const toggleFacet = useCallback<LibraryView['toggleFacet']>(
    (facet, value) => {
      void navigate({
        search: (old) => {
          const ticked = old.filters?.[facet] ?? [];
          const next = ticked.includes(value) ? ticked.filter((one) => one !== value) : [...ticked, value];
          return tidy({ ...old, filters: { ...old.filters, [facet]: next } });
        },
      });
    },
    [navigate],
  );
  const dropChip = useCallback<LibraryView['dropChip']>(
    (chip) => {
      void navigate({
        search: (old) => {
          if (chip === 'facet:years') return tidy({ ...old, years: undefined });
          if (chip.startsWith('facet:')) {
            return tidy({ ...old, filters: { ...old.filters, [chip.slice('facet:'.length)]: [] } });
          }
          return tidy({ ...old, without: [...(old.without ?? []), chip] });
        },
      });
    },
    [navigate],
  );
  const clear = useCallback(() => void navigate({ search: {} }), [navigate]);
  return { address, change, toggleFacet, dropChip, clear };
}

/** Leaves out of the address what says nothing, so that equal views have equal addresses. */
function tidy(address: Partial<LibraryAddress>): LibraryAddress {
  const filters = Object.fromEntries(
    Object.entries(address.filters ?? {}).filter(([, values]) => values !== undefined && values.length > 0),
  );
  const full: Partial<LibraryAddress> = {
    ...address,
    q: address.q === '' ? undefined : address.q,
    filters: Object.keys(filters).length === 0 ? undefined : filters,
    without: address.without?.length === 0 ? undefined : address.without,
    sort: address.sort === 'relevance' ? undefined : address.sort,
    independent: address.independent === true ? true : undefined,
    related: address.related === true ? true : undefined,
  };
  return Object.fromEntries(Object.entries(full).filter(([, value]) => value !== undefined));
}
