import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case } from '#contract/case-tree.ts';
import { ComparisonId } from '#contract/ids.ts';
import { createChanges } from '#services/changes.ts';
import { createComparisonService } from '#services/comparisons/comparison-service.ts';
import { createOwnRowsService } from '#services/comparisons/own-rows-service.ts';
import { createVersionService } from '#services/comparisons/version-service.ts';
import { type Library, openLibrary } from '#services/library/library.ts';
import { openStore } from '#services/store/store.ts';

export const library = await openLibrary({ casesDir: 'cases' });
export const jinsong = 'beijing-jinsong-model';
export const qinghe = 'beijing-qinghe-community-planners';
export const garden = 'shanghai-knowledge-innovation-garden';

/** Comparisons over a real store in a folder of their own; the clock moves only when told. */
export async function openComparisons() {
  const folder = await mkdtemp(join(tmpdir(), 'okm-compare-'));
  let time = Date.UTC(2026, 10, 24, 8);
  const now = () => new Date(time);
  const store = await openStore(folder, 'cli', now().toISOString());
  const changes = createChanges();
  const over = (cases: Library) => {
    const comparisons = createComparisonService({ store, library: cases, changes, now });
    const versions = createVersionService({ store, changes, comparisons, now });
    return { comparisons, versions };
  };
  return {
    store,
    over,
    ownRows: createOwnRowsService({ store, changes, now }),
    later: (minutes: number) => {
      time += minutes * 60_000;
    },
    newId: () => ComparisonId.parse(randomUUID()),
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The library after an update that has changed one case. */
export function withCase(cases: Library, id: string, edit: (value: Case) => Case): Library {
  const changed = { ...edit(cases.get(id)), revision: `${cases.get(id).revision}-2` };
  const one = (value: Case | undefined) => (value?.id === id ? changed : value);
  return {
    ...cases,
    cases: cases.cases.map((value) => one(value) ?? value),
    find: (wanted) => one(cases.find(wanted)),
    get: (wanted) => (wanted === id ? changed : cases.get(wanted)),
  };
}

/** The library after an update that has taken a case away. */
export function withoutCase(cases: Library, id: string): Library {
  return {
    ...cases,
    cases: cases.cases.filter((value) => value.id !== id),
    find: (wanted) => (wanted === id ? undefined : cases.find(wanted)),
    get: (wanted) => cases.get(wanted === id ? 'gone' : wanted),
  };
}
