import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Glossary } from '#contract/glossary.ts';
import type { IndexProgress, SearchHit, SearchInput } from '#contract/search.ts';
import { type SearchDocument, toDocument } from '#domain/ranking/document.ts';
import { type Library, openLibrary } from '#services/library/library.ts';
import type { OwnWordsSince } from '#services/search/own-words.sql.ts';
import { readGlossary } from '#services/search/read-glossary.ts';
import { createSearchService, type SearchService } from '#services/search/search-service.ts';

const casesDir = join(import.meta.dirname, '../../../cases');
let folder: string;
let bundled: Pick<Library, 'cases'>;
let glossary: Glossary;
/** Every third case of the library, as if the user had written it. */
let own: Map<string, SearchDocument>;
let words: OwnWordsSince = { seq: 0, isWhole: true, words: new Map() };
let file: string;
const open: SearchService[] = [];

const documents = () => ({
  list: async () => [...own.values()].map(({ id, revision }) => ({ id, revision })),
  read: async (ids: readonly string[]) => ids.flatMap((id) => own.get(id) ?? []),
});
function serve(
  more: { inProcess?: boolean; readOnly?: boolean; onIndexing?: (progress: IndexProgress) => void } = {},
): SearchService {
  const service = createSearchService({
    library: bundled,
    glossary,
    own: { documents: documents(), file, readOnly: more.readOnly ?? false },
    readOwnWords: async () => words,
    inProcess: more.inProcess ?? true,
    ...(more.onIndexing ? { onIndexing: more.onIndexing } : {}),
  });
  open.push(service);
  return service;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-own-cases-'));
  file = join(folder, 'search.db');
  const library = await openLibrary({ casesDir });
  glossary = await readGlossary(join(casesDir, 'glossary.yaml'));
  bundled = { cases: library.cases.filter((_, at) => at % 3 !== 0) };
  own = new Map(
    library.cases
      .filter((_, at) => at % 3 === 0)
      .map((value) => toDocument({ ...value, origin: 'own' }))
      .map((document) => [document.id, document]),
  );
}, 60_000);
afterAll(async () => {
  for (const service of open) await service.close();
  await rm(folder, { recursive: true, force: true });
});

const ask = async (service: SearchService, query: string, more: Omit<SearchInput, 'query'> = {}) =>
  service.query({ query, limit: 500, ...more });
const ids = async (service: SearchService, query: string, more?: Omit<SearchInput, 'query'>) =>
  (await ask(service, query, more)).hits.map(({ id }) => id as string);
const matches = async (service: SearchService, query: string) =>
  (await ask(service, query)).hits.filter(({ tier }) => tier === 'match').map(({ id }) => id as string);
const firstOwn = () => [...own.values()][0] as SearchDocument;

describe('own cases', () => {
  let service: SearchService;
  beforeAll(async () => {
    service = serve();
    await service.query({ query: '' });
  }, 60_000);

  it('are listed, counted and narrowed with the bundled ones', async () => {
    const { total, facets } = await ask(service, '');
    expect(total).toBe(bundled.cases.length + own.size);
    expect(facets.origin).toContainEqual({ value: 'own', count: own.size });
    expect((await ids(service, 'is:own')).sort()).toEqual([...own.keys()].sort());
    const projects = [...own.values()].filter(({ type }) => type === 'project').length;
    expect((await ask(service, 'is:own type:project')).total).toBe(projects);
    expect(
      (await ask(service, '社区', { filters: { origin: ['own'] } })).hits.every(({ id }) => own.has(id)),
    ).toBe(true);
  });

  it('are found first by their names, in Traditional, full width and pinyin too', {
    timeout: 60_000,
  }, async () => {
    const convert = Converter({ from: 'cn', to: 'tw' });
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
    for (const { id, title } of own.values()) {
      const letters = pinyin(title.zh, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' }).join(
        '',
      );
      for (const name of [title.zh, title.en, id, convert(title.zh), wide(title.en), letters]) {
        expect((await ids(service, name, { limit: 1 }))[0], name).toBe(id);
      }
    }
  });

  it('are found by what stands in them, and it is marked', { timeout: 60_000 }, async () => {
    for (const document of own.values()) {
      const text = document.sections.find(({ language }) => language === 'zh')?.text ?? '';
      const [run = ''] = /\p{Script=Han}{6,}/u.exec(text) ?? [];
      for (const word of [run.slice(0, 2), run.slice(1, 6), `"${run.slice(0, 6)}"`, run.slice(2, 3)]) {
        const hit = (await ask(service, word)).hits.find(({ id }) => id === document.id);
        expect(hit?.tier, word).toBe('match');
        expect(marked(hit), word).toContain(word.replaceAll('"', ''));
      }
    }
  });

  it('obey phrases, exclusion, what is required, and prefixes', async () => {
    const { id } = firstOwn();
    own.set(id, {
      ...firstOwn(),
      extra: { ...firstOwn().extra, zh: ['青砖影壁与月门', 'Zygomorphic lanterns by the canal'] },
    });
    await service.ownCasesChanged([id]);
    expect(await ids(service, '"青砖影壁"')).toEqual([id]);
    expect(await ids(service, '"影壁青砖"')).toEqual([]);
    expect(await matches(service, '青砖 +影壁')).toEqual([id]);
    expect(await ids(service, '青砖 -影壁')).not.toContain(id);
    expect(await ids(service, 'zygomor*')).toEqual([id]);
    expect(await ids(service, '"zygomorphic lanterns"')).toEqual([id]);
    expect(await ids(service, '"lanterns zygomorphic"')).toEqual([]);
    expect((await ids(service, 'zygomorfic'))[0]).toBe(id);
    expect(await matches(service, '影')).toContain(id);
  });

  it('are found as soon as they are saved, and gone as soon as they are removed', async () => {
    const made: SearchDocument = {
      ...firstOwn(),
      id: 'my-own-courtyard' as SearchDocument['id'],
      revision: 'one',
      title: { zh: '槐树里的院子', en: 'The scholar-tree courtyard' },
      aliases: ['槐树里'],
      extra: { title: ['槐树里的院子'] },
      sections: [],
    };
    own.set(made.id, made);
    await service.ownCasesChanged([made.id]);
    expect((await ids(service, '槐树里'))[0]).toBe(made.id);
    expect((await ids(service, 'huaishuli'))[0]).toBe(made.id);
    expect((await service.suggest({ text: '槐树' })).map(({ text }) => text)).toContain('槐树里的院子');
    own.delete(made.id);
    await service.ownCasesChanged([made.id]);
    expect(await ids(service, '槐树里')).not.toContain(made.id);
  });

  it('are found by what the user wrote on them', async () => {
    const { id } = firstOwn();
    words = {
      seq: 1,
      isWhole: true,
      words: new Map([[id, { noteCount: 1, words: ['和二大爷核对 xylograph'], tags: ['待访谈'] }]]),
    };
    service.forgetOwnWords();
    expect(await ids(service, 'xylograph')).toEqual([id]);
    expect(await ids(service, 'has:notes')).toEqual([id]);
    expect(await ids(service, 'tag:待访谈')).toEqual([id]);
    words = { seq: 2, isWhole: true, words: new Map() };
    service.forgetOwnWords();
    expect(await ids(service, 'xylograph')).toEqual([]);
    expect(await ids(service, 'has:notes')).toEqual([]);
  });

  it('rank with the bundled ones as in one index', { timeout: 60_000 }, async () => {
    const library = await openLibrary({ casesDir });
    const whole = createSearchService({ library, glossary, inProcess: true });
    for (const query of ['老旧小区 谁出钱', '社区花园', 'residents vote on design', '责任规划师']) {
      const expected = await ids(whole, query, { limit: 5 });
      const found = await ids(service, query, { limit: 10 });
      expect(found, query).toEqual(expect.arrayContaining(expected.slice(0, 3)));
    }
    await whole.close();
  });

  it('never let another syntax through', { timeout: 60_000 }, async () => {
    for (const query of [
      '"',
      '*',
      'a" OR "b',
      'NEAR(规划 社区)',
      'terms MATCH x',
      "'; DROP TABLE documents;--",
      '规划 AND NOT 社区',
      '^规划',
      '{title}: 规划',
      '\u0000规划',
      '\ud800规',
    ]) {
      await expect(ask(service, query), query).resolves.toBeDefined();
    }
  });
});

describe('the index of own cases', () => {
  it('goes on from where it was after a restart, and reads no case again', { timeout: 60_000 }, async () => {
    const again = serve();
    let read = 0;
    const counting = createSearchService({
      library: bundled,
      glossary,
      own: {
        documents: {
          ...documents(),
          async read(some) {
            read += some.length;
            return documents().read(some);
          },
        },
        file,
        readOnly: false,
      },
      inProcess: true,
    });
    expect((await ask(counting, 'is:own')).total).toBe(own.size);
    expect(read).toBe(0);
    await counting.close();
    await again.close();
  });

  it.each([
    ['damaged', () => writeFile(file, 'not a database at all, not at all')],
    ['of another format', async () => edit("UPDATE meta SET value = '0' WHERE key = 'format'")],
    ['of another analyser', async () => edit("UPDATE meta SET value = '1' WHERE key = 'analyser'")],
  ])('is made anew when it is %s', { timeout: 60_000 }, async (_, spoil) => {
    for (const service of open.splice(0)) await service.close();
    await spoil();
    const service = serve();
    expect((await ask(service, 'is:own')).total).toBe(own.size);
    expect((await ids(service, firstOwn().title.zh))[0]).toBe(firstOwn().id);
    await expect(readFile(file.replace('.db', '.next.db'))).rejects.toThrow();
  });

  it('is searched while it is made, can be stopped, and gone on with', { timeout: 60_000 }, async () => {
    for (const service of open.splice(0)) await service.close();
    await rm(file, { force: true });
    const steps: IndexProgress[] = [];
    const service = serve({
      inProcess: false,
      onIndexing(step) {
        steps.push(step);
        if (step.state === 'indexing' && steps.length === 1) service.stopIndexing();
      },
    });
    expect((await service.query({ query: '社区' })).total).toBeGreaterThan(0);
    await until(() => steps.at(-1)?.state === 'stopped');
    expect((await ask(service, 'is:own')).total).toBeLessThan(own.size);
    await service.resumeIndexing({});
    await until(() => steps.at(-1)?.state === 'ready');
    expect((await ask(service, 'is:own')).total).toBe(own.size);
    expect(service.indexing()).toEqual(steps.at(-1));
  });

  it('is only read when another program keeps it', async () => {
    for (const service of open.splice(0)) await service.close();
    const before = own.size;
    const made = { ...firstOwn(), id: 'not-indexed-yet' as SearchDocument['id'] };
    own.set(made.id, made);
    const service = serve({ readOnly: true });
    expect((await ask(service, 'is:own')).total).toBe(before);
    own.delete(made.id);
  });
});

function marked(hit: SearchHit | undefined): string[] {
  return (hit?.snippets ?? []).flatMap(({ text, ranges }) =>
    ranges.map(([start, end]) => text.slice(start, end)),
  );
}

function edit(statement: string): void {
  const db = new Database(file);
  db.exec(statement);
  db.close();
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 10));
}
