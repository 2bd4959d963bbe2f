import type { Act, ActKind, Acts } from '#contract/acts.ts';
import type { Change } from '#contract/settings.ts';
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
    if (result.done) for (const what of changesOf(result.done.kind)) changes.emit(what);
    return result;
  };
  return {
    peek: (): Promise<Acts> => store.call('peekActs', undefined),
    undo: () => apply('undoAct'),
    redo: () => apply('redoAct'),
  };
}
export type ActService = ReturnType<typeof createActService>;

/** What screens ask anew after an act was taken back or done again. */
function changesOf(kind: ActKind): readonly Change['what'][] {
  if (kind === 'import-pack') return ['packets', 'annotations'];
  if (kind.startsWith('packet-')) return ['packets'];
  return [kind.startsWith('own-place') ? 'transfer' : 'annotations'];
}
