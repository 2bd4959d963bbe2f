import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Glossary } from '#contract/glossary.ts';
import { toDocument } from '#domain/ranking/document.ts';
import { type Library, openLibrary } from '#services/library/library.ts';
import { buildIndex } from '#services/search/build-index.ts';
import { readIndexFile } from '#services/search/index-file.ts';
import { readGlossary } from '#services/search/read-glossary.ts';
import { createSearchService, type SearchService } from '#services/search/search-service.ts';

const casesDir = join(import.meta.dirname, '../../../cases');
let folder: string;
let library: Library;
let glossary: Glossary;
let indexText: string;
const open: SearchService[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-search-'));
  // A few cases are enough here, and their index is made in no time.
  const whole = await openLibrary({ casesDir });
  library = { ...whole, cases: whole.cases.filter((_, at) => at % 6 === 0) };
  glossary = await readGlossary(join(casesDir, 'glossary.yaml'));
  indexText = buildIndex(library.cases, glossary);
}, 60_000);
afterEach(async () => {
  for (const service of open.splice(0)) await service.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function serve(name: string, text: string | undefined, inProcess = false): Promise<SearchService> {
  const indexFile = join(folder, name);
  if (text !== undefined) await writeFile(indexFile, text);
  const service = createSearchService({ library, glossary, indexFile, inProcess });
  open.push(service);
  return service;
}

const input = { query: '老旧小区 谁出钱' };

describe('the search service', () => {
  it('answers the same in its thread and in process', { timeout: 60_000 }, async () => {
    const thread = await serve('thread.json', indexText);
    const here = await serve('here.json', indexText, true);
    const answer = await thread.query(input);
    expect(answer.total).toBeGreaterThan(0);
    expect(await here.query(input)).toEqual(answer);
    expect(await here.suggest({ text: 'zrgh' })).toEqual(await thread.suggest({ text: 'zrgh' }));
  });

  it.each([
    ['missing', undefined],
    ['cut short', () => indexText.slice(0, 1000)],
    ['of another analyser', () => indexText.replace('"analyser":', '"analyser":9')],
    ['of other cases', () => indexText.replace(/sha256-./, 'sha256-_')],
    ['of another glossary', () => indexText.replace(/"glossary":"[^"]*"/, '"glossary":""')],
    ['no index at all', () => '{"lunr":{"__proto__":[]}}'],
  ])('searches by a fresh index when the file is %s', { timeout: 60_000 }, async (name, make) => {
    const text = make?.();
    if (text !== undefined) {
      expect(
        readIndexFile(
          text,
          library.cases.map((value) => toDocument(value)),
          glossary,
        ),
      ).toBeUndefined();
    }
    const service = await serve(`${name}.json`, text, true);
    expect((await service.query(input)).total).toBeGreaterThan(0);
  });

  it('searches by a fresh index when the body of the file is damaged', async () => {
    const broken = indexText.replace(/"fieldVectors":\[/, '"fieldVectors":[["x"],');
    const service = await serve('body.json', broken, true);
    expect((await service.query(input)).total).toBeGreaterThan(0);
  });

  it('is built the same twice, and fits the cases that it was built from', () => {
    expect(buildIndex([...library.cases].reverse(), glossary)).toBe(indexText);
    const documents = library.cases.map((value) => toDocument(value));
    expect(readIndexFile(indexText, documents, glossary)).toBeDefined();
  });

  it('lists without waiting for its thread', async () => {
    const service = await serve('list.json', indexText);
    const before = performance.now();
    const { total } = await service.query({ query: 'type:project' });
    expect(total).toBeGreaterThan(0);
    expect(performance.now() - before).toBeLessThan(1000);
  });

  it('gives a superseded query up at once, and answers the next', { timeout: 60_000 }, async () => {
    const service = await serve('abort.json', indexText);
    const control = new AbortController();
    const first = service.query(input, control.signal);
    const second = service.query({ query: '社区花园' });
    control.abort(new Error('superseded'));
    await expect(first).rejects.toThrow('superseded');
    await expect(service.query(input, AbortSignal.abort(new Error('late')))).rejects.toThrow('late');
    expect((await second).total).toBeGreaterThan(0);
  });

  it('refuses questions after it has closed', { timeout: 60_000 }, async () => {
    const service = await serve('closed.json', indexText);
    await service.query(input);
    await service.close();
    await expect(service.query(input)).rejects.toThrow();
  });
});
