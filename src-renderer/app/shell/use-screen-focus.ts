import { useRouter } from '@tanstack/react-router';
import { type RefObject, useEffect } from 'react';

/**
 * Puts the focus where a new screen begins, on its `h1`; coming back puts it on the very element that was left,
 * if that is still there (elements that can be left carry an id).
 */
export function useScreenFocus(main: RefObject<HTMLElement | null>): void {
  const router = useRouter();
  useEffect(() => {
    const left = new Map<string, string>();
    const keyOf = (location: { readonly state: object }) =>
      '__TSR_key' in location.state ? String(location.state.__TSR_key) : '';
    const stopBefore = router.subscribe('onBeforeLoad', ({ fromLocation, pathChanged }) => {
      const id = document.activeElement?.id;
      if (pathChanged && fromLocation !== undefined && id) left.set(keyOf(fromLocation), id);
    });
    const stopAfter = router.subscribe('onRendered', ({ fromLocation, toLocation, pathChanged }) => {
      if (!pathChanged || fromLocation === undefined) return;
      // A screen that has put the focus somewhere itself knows better.
      if (main.current?.contains(document.activeElement) && document.activeElement !== main.current) return;
      const id = left.get(keyOf(toLocation));
      const before = id === undefined ? null : document.getElementById(id);
      const target = before ?? main.current?.querySelector<HTMLElement>('h1') ?? main.current;
      target?.focus({ preventScroll: before !== null });
    });
    return () => {
      stopBefore();
      stopAfter();
    };
  }, [router, main]);
}
