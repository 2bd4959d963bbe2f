import { pinyin } from 'pinyin-pro';
import { describe, expect, test } from 'vitest';
import { openLibrary } from '#services/library/library.ts';
import { readGlossary } from '#services/search/read-glossary.ts';
import { createSearchService } from '#services/search/search-service.ts';

const library = await openLibrary({ casesDir: 'cases' });
const glossary = await readGlossary('cases/glossary.yaml');
const search = createSearchService({ library, glossary, inProcess: true });
const practices = library.cases.filter(({ front }) => front.inSeed);

const firstHit = async (query: string, language: 'zh' | 'en') =>
  (await search.query({ query, language, limit: 3 })).hits.map(({ id }) => id)[0];

/** A name as somebody types it who has no Chinese keyboard at hand: syllable by syllable, or in one go. */
const syllables = (name: string) =>
  pinyin(name.replace(/[^\p{L}\p{N}]+/gu, ' '), { toneType: 'none', nonZh: 'consecutive', v: true });
const letters = (name: string) =>
  (name.match(/[\p{L}\p{N}]+/gu) ?? []).map((part) => syllables(part).replaceAll(' ', '')).join(' ');

test('the article names more than twenty practices', () => {
  expect(practices.length).toBeGreaterThan(20);
});

describe('every practice that the article names comes first', () => {
  test.for(practices.map(({ id, front }) => [id, front.title] as const))('%s', async ([id, title]) => {
    expect(await firstHit(title.zh, 'zh'), title.zh).toBe(id);
    expect(await firstHit(syllables(title.zh), 'zh'), syllables(title.zh)).toBe(id);
    expect(await firstHit(letters(title.zh), 'zh'), letters(title.zh)).toBe(id);
    expect(await firstHit(title.en, 'en'), title.en).toBe(id);
  });
});
