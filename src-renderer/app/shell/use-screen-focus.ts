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
    let stopWaiting = () => {};
    const keyOf = (location: { readonly state: object }) =>
      '__TSR_key' in location.state ? String(location.state.__TSR_key) : '';
    const stopBefore = router.subscribe('onBeforeLoad', ({ fromLocation, pathChanged }) => {
      const id = document.activeElement?.id;
      if (pathChanged && fromLocation !== undefined && id) left.set(keyOf(fromLocation), id);
    });
    const stopAfter = router.subscribe('onRendered', ({ fromLocation, toLocation, pathChanged }) => {
      if (!pathChanged || fromLocation === undefined) return;
      stopWaiting();
      // A screen that has put the focus somewhere itself knows better.
      if (main.current?.contains(document.activeElement) && document.activeElement !== main.current) return;
      const id = left.get(keyOf(toLocation));
      stopWaiting = whenThere(main.current, () => {
        const before = id === undefined ? null : document.getElementById(id);
        if (before !== null) before.focus({ preventScroll: true });
        else main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
      });
    });
    return () => {
      stopWaiting();
      stopBefore();
      stopAfter();
    };
  }, [router, main]);
}

/** How long a screen that is still being loaded is waited for, milliseconds. */
const patienceMs = 4000;

/** Calls once the screen has its `h1`: at once, or when what it waits for has been read. Returns what gives up. */
function whenThere(main: HTMLElement | null, ready: () => void): () => void {
  if (main === null) return () => {};
  if (main.querySelector('h1') !== null) {
    ready();
    return () => {};
  }
  main.focus({ preventScroll: true });
  const observer = new MutationObserver(() => {
    if (main.querySelector('h1') === null) return;
    stop();
    // Someone who has gone on meanwhile is not fetched back.
    if (document.activeElement === main || document.activeElement === document.body) ready();
  });
  const timer = setTimeout(() => stop(), patienceMs);
  const stop = () => {
    clearTimeout(timer);
    observer.disconnect();
  };
  observer.observe(main, { childList: true, subtree: true });
  return stop;
}
