import type { OwnWords } from '#domain/ranking/document.ts';
import type { Questions, SearchSetup } from './messages.ts';
import { openEngine } from './open-engine.ts';
import { type OwnKeeper, openOwnKeeper } from './own-index/own-keeper.ts';

/** A search with everything that it answers from, in whichever thread it runs. */
export interface SearchHost extends Questions {
  setOwnWords(changed: ReadonlyMap<string, OwnWords | undefined>): void;
  close(): void;
}

/** Opens the indexes of bundled and own cases as one search. */
export async function openSearchHost(setup: SearchSetup): Promise<SearchHost> {
  const engine = await openEngine(setup);
  const keeper: OwnKeeper | undefined =
    setup.own && openOwnKeeper(setup.own.file, { ...setup.own, onReplaced: engine.setOwnIndex });
  // Names are learnt again after a run of changes, not after each of them.
  let isNew = false;
  const learn = () => {
    if (isNew) engine.learnOwnNames();
    isNew = false;
  };
  return {
    query: (input) => engine.query(input),
    findIds: (input) => engine.findIds(input),
    suggest: (input) => engine.suggest(input),
    setOwnWords(changed) {
      engine.setOwnWords(changed);
      keeper?.setOwnWords(changed);
    },
    compareOwn: (cases) => keeper?.compare(cases) ?? [],
    putOwn(documents) {
      keeper?.put(documents);
      isNew = true;
    },
    removeOwn(ids) {
      keeper?.remove(ids);
      isNew = true;
    },
    settleOwn() {
      keeper?.settle();
      learn();
    },
    rebuildOwn: () => keeper?.rebuild() as undefined,
    close: () => keeper?.close(),
  };
}
