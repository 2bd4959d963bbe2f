import { useCallback, useMemo, useState } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import type { NotePlace } from './queries.ts';

type Id = Annotation['id'];

/** The notes that are picked for one deed, as far as they are still listed. */
export interface Picked {
  readonly ids: readonly Id[];
  readonly has: (id: Id) => boolean;
  readonly set: (id: Id, isPicked: boolean) => void;
  readonly all: () => void;
  readonly none: () => void;
}

export function usePicked(places: readonly NotePlace[]): Picked {
  const [picked, setPicked] = useState<ReadonlySet<Id>>(new Set());
  const ids = useMemo(
    () => (picked.size === 0 ? [] : places.filter(({ id }) => picked.has(id)).map(({ id }) => id)),
    [places, picked],
  );
  const set = useCallback<Picked['set']>((id, isPicked) => {
    setPicked((old) => {
      const next = new Set(old);
      if (isPicked) next.add(id);
      else next.delete(id);
      return next;
    });
  }, []);
  return useMemo(
    () => ({
      ids,
      has: (id) => picked.has(id),
      set,
      all: () => setPicked(new Set(places.map(({ id }) => id))),
      none: () => setPicked(new Set()),
    }),
    [ids, picked, set, places],
  );
}
