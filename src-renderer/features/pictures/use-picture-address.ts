import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { MatrixAddress, PlacesAddress } from './address.ts';

/** What Matrix shows and what changes it; `replace` for what going back should pass over. */
export function useMatrixAddress() {
  const address = useSearch({ from: '/matrix' });
  const navigate = useNavigate({ from: '/matrix' });
  const change = useCallback(
    (patch: Partial<MatrixAddress>, how: 'push' | 'replace' = 'push') => {
      void navigate({ search: (old) => tidy({ ...old, ...patch }), replace: how === 'replace' });
    },
    [navigate],
  );
  return { address, change };
}

/** What Places shows and what changes it. */
export function usePlacesAddress() {
  const address = useSearch({ from: '/places' });
  const navigate = useNavigate({ from: '/places' });
  const change = useCallback(
    (patch: Partial<PlacesAddress>, how: 'push' | 'replace' = 'push') => {
      void navigate({ search: (old) => tidy({ ...old, ...patch }), replace: how === 'replace' });
    },
    [navigate],
  );
  return { address, change };
}

/** Leaves out what says nothing, so that equal views have equal addresses. */
function tidy<T extends object>(address: T): T {
  return Object.fromEntries(Object.entries(address).filter(([, value]) => value !== undefined)) as T;
}
