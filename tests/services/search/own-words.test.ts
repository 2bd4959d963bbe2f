import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OwnWords } from '#domain/ranking/document.ts';
import { type Library, openLibrary } from '#services/library/library.ts';
import { buildIndex } from '#services/search/build-index.ts';
import { createSearchService, type SearchService } from '#services/search/search-service.ts';

const casesDir = join(import.meta.dirname, '../../../cases');
const own = new Map<string, OwnWords>([
  [
    'beijing-jinsong-model',
    {
      noteCount: 2,
      words: ['和二大爷讨论 zygomorphic 的算盘'],
      tags: ['待访谈/二月', '培训'],
      collections: ['c1'],
    },
  ],
  ['freiburg-vauban', { noteCount: 1, words: [], tags: ['培训'] }],
  ['granby-four-streets', { noteCount: 0, words: [], tags: ['以后再读'] }],
]);
let told: ReadonlyMap<string, OwnWords> = new Map();
let folder: string;
let library: Library;
const services: [string, SearchService][] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-own-'));
  const whole = await openLibrary({ casesDir });
  library = { ...whole, cases: whole.cases.filter(({ id }, at) => at % 9 === 0 || own.has(id)) };
  const indexFile = join(folder, 'index.json');
  await writeFile(indexFile, buildIndex(library.cases, []));
  for (const inProcess of [true, false]) {
    const service = createSearchService({
      library,
      glossary: [],
      indexFile,
      inProcess,
      readOwnWords: async () => ({ seq: 0, isWhole: true, words: told }),
    });
    services.push([inProcess ? 'in process' : 'in its thread', service]);
  }
}, 60_000);
afterAll(async () => {
  for (const [, service] of services) await service.close();
  await rm(folder, { recursive: true, force: true });
});

describe('what the user wrote on cases', () => {
  it('is searched as soon as it is told, and no longer once it is gone', { timeout: 60_000 }, async () => {
    for (const [name, service] of services) {
      const ids = async (query: string) =>
        (await service.query({ query, limit: 500 })).hits.map(({ id }) => id as string);
      expect(await ids('has:notes'), name).toEqual([]);
      expect(await ids('zygomorphic'), name).toEqual([]);

      told = own;
      service.forgetOwnWords();
      expect((await ids('has:notes')).sort(), name).toEqual(['beijing-jinsong-model', 'freiburg-vauban']);
      expect(await ids('tag:待访谈'), name).toEqual(['beijing-jinsong-model']);
      expect(await ids('tag:以后再读'), name).toEqual(['granby-four-streets']);
      // A word that no case holds, in either script, and the beginning of one.
      expect(await ids('zygomorphic'), name).toEqual(['beijing-jinsong-model']);
      expect(await ids('zygo*'), name).toEqual(['beijing-jinsong-model']);
      expect((await ids('二大爷'))[0], name).toBe('beijing-jinsong-model');
      expect(await ids('"二大爷讨论"'), name).toEqual(['beijing-jinsong-model']);
      const inOne = await service.query({ query: '', filters: { collection: ['c1'] } });
      expect(
        inOne.hits.map(({ id }) => id as string),
        name,
      ).toEqual(['beijing-jinsong-model']);
      expect(await ids('-has:notes'), name).toHaveLength(library.cases.length - 2);
      const { facets } = await service.query({ query: '' });
      expect(facets.tag, name).toEqual([
        { value: '培训', count: 2 },
        { value: '以后再读', count: 1 },
        { value: '待访谈/二月', count: 1 },
      ]);

      told = new Map();
      service.forgetOwnWords();
      expect(await ids('zygomorphic'), name).toEqual([]);
      expect(await ids('has:notes'), name).toEqual([]);
    }
  });
});
