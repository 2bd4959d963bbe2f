import type { Act, Acts } from '#contract/acts.ts';
import type { Changes } from '../changes.ts';
import type { Store } from '../store/store.ts';

interface Parts {
  readonly store: Store;
  readonly changes: Changes;
  readonly now: () => Date;
}

/** Undo and redo of what was done to notes, tags and collections. */
export function createActService({ store, changes, now }: Parts) {
  const apply = async (operation: 'undoAct' | 'redoAct'): Promise<Acts & { done: Act | null }> => {
    const result = await store.call(operation, { at: now().toISOString() });
    if (result.done) changes.emit(result.done.kind.startsWith('packet-') ? 'packets' : 'annotations');
    return result;
  };
  return {
    peek: (): Promise<Acts> => store.call('peekActs', undefined),
    undo: () => apply('undoAct'),
    redo: () => apply('redoAct'),
  };
}
export type ActService = ReturnType<typeof createActService>;
