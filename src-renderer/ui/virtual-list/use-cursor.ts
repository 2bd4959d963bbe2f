import { useRef, useState } from 'react';

/**
 * Which row the keys have reached, at once: the owner may keep it in the address, which follows a moment later,
 * and the next key must not count from where the one before began.
 */
export function useCursor(selected: string | undefined): {
  readonly cursor: string | undefined;
  readonly moveTo: (key: string) => void;
} {
  const [cursor, setCursor] = useState(selected);
  const [seen, setSeen] = useState(selected);
  /** Where the keys have gone and the owner has not come yet. */
  const ahead = useRef<readonly string[]>([]);
  if (selected !== seen) {
    setSeen(selected);
    const at = selected === undefined ? -1 : ahead.current.indexOf(selected);
    ahead.current = at < 0 ? [] : ahead.current.slice(at + 1);
    // What the owner chose himself counts more than where the keys were.
    if (at < 0) setCursor(selected);
  }
  return {
    cursor,
    moveTo: (key) => {
      if (key === cursor) return;
      ahead.current = [...ahead.current, key];
      setCursor(key);
    },
  };
}
