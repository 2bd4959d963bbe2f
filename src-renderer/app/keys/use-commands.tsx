import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef } from 'react';
import type { Handlers, Keymap } from './keymap.ts';

const KeymapContext = createContext<Keymap | null>(null);

/** Gives the keymap to all parts below and listens for keys. */
export function KeysProvider({
  keymap,
  children,
}: {
  readonly keymap: Keymap;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    window.addEventListener('keydown', keymap.handle);
    return () => window.removeEventListener('keydown', keymap.handle);
  }, [keymap]);
  return <KeymapContext value={keymap}>{children}</KeymapContext>;
}

/** The keymap, to run commands or list those that apply. */
export function useKeymap(): Keymap {
  const keymap = useContext(KeymapContext);
  if (keymap === null) throw new Error('useKeymap is used outside KeysProvider');
  return keymap;
}

/**
 * Does these commands as long as the part is on screen, by key and from the palette. With a scope, single
 * letters act only while the focus is inside it or nowhere.
 */
export function useCommands(handlers: Handlers, scope?: RefObject<HTMLElement | null>): void {
  const keymap = useKeymap();
  const latest = useRef({ handlers });
  latest.current.handlers = handlers;
  useEffect(() => {
    const registration = {
      get handlers() {
        return latest.current.handlers;
      },
      scope: scope === undefined ? undefined : () => scope.current,
    };
    return keymap.register(registration);
  }, [keymap, scope]);
}
