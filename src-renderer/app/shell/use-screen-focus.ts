import { useRouter, useRouterState } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/**
 * Puts the focus where a new screen begins, on its `h1`; coming back puts it on the very element that was left,
 * if that is still there (elements that can be left carry an id).
 */
export function useScreenFocus(main: RefObject<HTMLElement | null>): void {
  const router = useRouter();
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  /** Id of the element that last had the focus, by the place in the history. */
  const left = useRef(new Map<string, string>());
  const focused = useRef({ path: '' });

  useEffect(() => {
    const element = main.current;
    const note = (event: FocusEvent) => {
      const { pathname: path } = router.latestLocation;
      focused.current = { path };
      const id = event.target instanceof Element ? event.target.id : '';
      if (id !== '') left.current.set(placeOf(router.latestLocation), id);
    };
    element?.addEventListener('focusin', note);
    return () => element?.removeEventListener('focusin', note);
  }, [router, main]);

  const shown = useRef(pathname);
  useEffect(() => {
    if (pathname === undefined || shown.current === pathname) return;
    const isFirst = shown.current === undefined;
    shown.current = pathname;
    if (isFirst) return;
    return whenThere(main.current, () => {
      const now = document.activeElement;
      const isInMain = now !== main.current && main.current?.contains(now) === true;
      // A screen that has put the focus somewhere itself knows better.
      if (isInMain && focused.current.path === pathname) return;
      const id = left.current.get(placeOf(router.latestLocation));
      const before = id === undefined ? null : document.getElementById(id);
      if (before !== null) before.focus({ preventScroll: true });
      else main.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    });
  }, [pathname, main, router]);
}

/** The place in the history, the same when only what the screen shows has been written into its address. */
function placeOf({ pathname, state }: { readonly pathname: string; readonly state: object }): string {
  const index = '__TSR_index' in state ? String(state.__TSR_index) : '0';
  return `${index} ${pathname}`;
}

/** How long a screen that is still being loaded is waited for, milliseconds. */
const patienceMs = 4000;

/**
 * Calls once the new screen has been drawn and has its `h1`: in the next frame, or when what it waits for has
 * been read. Returns what gives up.
 */
function whenThere(main: HTMLElement | null, ready: () => void): () => void {
  if (main === null) return () => {};
  const observer = new MutationObserver(() => tryNow());
  const stop = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    observer.disconnect();
  };
  const tryNow = () => {
    if (main.querySelector('h1') === null) return;
    stop();
    ready();
  };
  const timer = setTimeout(() => stop(), patienceMs);
  const frame = requestAnimationFrame(() => {
    observer.observe(main, { childList: true, subtree: true });
    tryNow();
  });
  return stop;
}
