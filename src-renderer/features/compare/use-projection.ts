import { useCallback, useEffect, useRef, useState } from 'react';

/** The comparison alone on the whole screen, for a room. */
export interface Projection {
  readonly isOn: boolean;
  readonly begin: () => void;
  readonly end: () => void;
}

/**
 * Shows what asks for it alone: on the whole screen where the shell allows it, else over the whole window. Esc
 * ends both.
 */
export function useProjection(): Projection {
  const [isOn, setOn] = useState(false);
  const isWanted = useRef(false);
  const end = useCallback(() => {
    isWanted.current = false;
    setOn(false);
    if (document.fullscreenElement !== null) void document.exitFullscreen();
  }, []);
  const begin = useCallback(() => {
    isWanted.current = true;
    setOn(true);
    // The whole page, or dialogs and menus, which stand beside the comparison, would not be seen.
    document.documentElement.requestFullscreen?.().then(
      () => {
        // Ended before the screen was given.
        if (!isWanted.current) void document.exitFullscreen();
      },
      // Refused without a click just before, or by the shell: over the whole window does as well.
      () => undefined,
    );
  }, []);
  useEffect(() => {
    if (!isOn) return;
    const left = () => {
      if (document.fullscreenElement === null) end();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      event.preventDefault();
      end();
    };
    document.addEventListener('fullscreenchange', left);
    window.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('fullscreenchange', left);
      window.removeEventListener('keydown', onKey);
    };
  }, [isOn, end]);
  return { isOn, begin, end };
}
