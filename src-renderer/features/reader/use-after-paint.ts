import { startTransition, useEffect, useState } from 'react';

/** False until what belongs to a key has been painted once, then true: for what the first paint can do without. */
export function useAfterPaint(key: string): boolean {
  const [painted, setPainted] = useState<string>();
  useEffect(() => {
    const frame = requestAnimationFrame(() => startTransition(() => setPainted(key)));
    return () => cancelAnimationFrame(frame);
  }, [key]);
  return painted === key;
}
