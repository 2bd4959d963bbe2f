import { useCallback, useMemo, useState } from 'react';

/** The rows that are picked for one deed, as far as they are still listed. */
export interface Picked<Id extends string> {
  /** In the order of the list. */
  readonly ids: readonly Id[];
  readonly has: (id: string) => boolean;
  readonly set: (ids: readonly Id[], isPicked: boolean) => void;
  readonly all: () => void;
  readonly none: () => void;
}

/** {@link Picked} of a list whose rows have these ids. */
export function usePicked<Id extends string>(order: readonly Id[]): Picked<Id> {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const ids = useMemo(() => (picked.size === 0 ? [] : order.filter((id) => picked.has(id))), [order, picked]);
  const set = useCallback<Picked<Id>['set']>((given, isPicked) => {
    setPicked((old) => {
      const next = new Set(old);
      for (const id of given) {
        if (isPicked) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  }, []);
  return useMemo(
    () => ({
      ids,
      has: (id) => picked.has(id),
      set,
      all: () => setPicked(new Set(order)),
      none: () => setPicked((old) => (old.size === 0 ? old : new Set())),
    }),
    [ids, picked, set, order],
  );
}
