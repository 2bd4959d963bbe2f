import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CaseId } from '#contract/ids.ts';
import type { SearchInput } from '#contract/search.ts';
import { createChanges } from '#services/changes.ts';
import { createCollectionService } from '#services/collections/collection-service.ts';
import { openStore, type Store } from '#services/store/store.ts';

let folder: string;
let store: Store;
let found: readonly CaseId[] = [];
const asked: SearchInput[] = [];
const ids = (...names: string[]) => names.map((name) => CaseId.parse(name));
const open = () =>
  createCollectionService({
    store,
    changes: createChanges(),
    now: () => new Date('2026-11-25T08:00:00Z'),
    search: {
      async findIds(input) {
        asked.push(input);
        return found;
      },
    },
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-saved-'));
  store = await openStore(folder, 'cli', '2026-11-25T08:00:00Z');
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

it('tells what came into a saved search since it was last looked at', async () => {
  const id = randomUUID();
  found = ids('a', 'b');
  const saved = { query: '社区花园', years: { from: 2015 }, independent: true, version: 1 as const };
  await open().create({ id, name: '花园', saved });
  expect(await open().fresh()).toEqual([{ id, total: 2, fresh: [] }]);

  // The question is kept as it was typed, with all that stood beside it.
  expect(asked.at(-1)).toEqual({ query: '社区花园', years: { from: 2015 }, independent: true });
  found = ids('c', 'a', 'd');
  expect(await open().fresh()).toEqual([{ id, total: 3, fresh: ['c', 'd'] }]);
  expect(await open().items({ id })).toEqual(found.map((one) => ({ kind: 'case', id: one })));

  await open().seen({ id });
  expect(await open().fresh()).toEqual([{ id, total: 3, fresh: [] }]);
  await open().remove({ id });
  expect(await open().fresh()).toEqual([]);
});
