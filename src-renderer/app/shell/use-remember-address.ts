import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useUpdateSettings } from '../preferences/use-settings.ts';

/** Pause after the last move before the address is stored, milliseconds. */
const restMs = 1500;

/** Stores where the window is, so that the next start goes back there. */
export function useRememberAddress(): void {
  const update = useUpdateSettings();
  const address = useRouterState({ select: (state) => state.location.href });
  useEffect(() => {
    // The schema's limit; an address longer than that is not worth going back to.
    if (address.length > 2000 || address === '/' || address.startsWith('/gallery')) return;
    const timer = setTimeout(() => update({ address }), restMs);
    return () => clearTimeout(timer);
  }, [address, update]);
}
