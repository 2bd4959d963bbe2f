import fc from 'fast-check';
import { Converter } from 'opencc-js/cn2t';
import { pinyin } from 'pinyin-pro';
import { beforeAll, describe, expect, it } from 'vitest';
import { CaseId } from '#contract/ids.ts';
import type { SearchHit } from '#contract/search.ts';
import { stem } from '#domain/analyser/analyse.ts';
import { fold } from '#domain/analyser/fold.ts';
import { isStopWord } from '#domain/analyser/stop-words.ts';
import { type OpenSearch, openSearch } from './open-search.ts';

let search: OpenSearch;
beforeAll(async () => {
  search = await openSearch();
}, 60_000);

/** Five thousand words in all where the whole suite is run for good; a tenth at a desk. */
const runs = (all: number) => (process.env.CI ? all : all / 10);

/** A word cut out of a case's text, and the case. */
interface Cut {
  readonly id: string;
  readonly word: string;
}

function cutsOf(language: 'zh' | 'en', pattern: RegExp): Cut[] {
  return search.cases.flatMap(({ id, texts }) =>
    (texts[language]?.sections ?? []).flatMap(({ text }) =>
      [...text.matchAll(pattern)].map(([word]) => ({ id, word })),
    ),
  );
}

/** Whether one of a hit's passages marks a word, no more and no less; `loan` is marked in `loans` as well. */
function marks(hit: SearchHit, word: string): boolean {
  return hit.snippets.some(({ text, ranges }) =>
    ranges.some(([start, end]) => stem(fold(text.slice(start, end)).text) === stem(fold(word).text)),
  );
}

function expectFound({ id, word }: Cut): void {
  const at = search.engine.findIds({ query: word }).indexOf(CaseId.parse(id));
  expect(at, `${word} in ${id}`).toBeGreaterThanOrEqual(0);
  // Passages are made for the one case alone.
  const [hit] = search.find(word, { offset: at, limit: 1 }).hits;
  expect(hit && marks(hit, word), `${word} marked in ${id}: ${JSON.stringify(hit?.snippets)}`).toBe(true);
}

describe('a word seen on the page', () => {
  it('finds its case and is marked there, when it is Chinese', { timeout: 900_000 }, () => {
    const held = cutsOf('zh', /\p{Script=Han}{2,}/gu);
    const cut = fc
      .tuple(fc.nat(held.length - 1), fc.nat(1000), fc.integer({ min: 2, max: 8 }))
      .map(([at, from, length]): Cut => {
        const { id, word } = held[at] ?? { id: '', word: '' };
        const start = from % Math.max(1, word.length - 1);
        return { id, word: word.slice(start, start + length) };
      });
    fc.assert(fc.property(cut, expectFound), { numRuns: runs(3800), seed: 20261124 });
  });

  it('finds its case and is marked there, when it is one Chinese character', { timeout: 900_000 }, () => {
    const held = cutsOf('zh', /\p{Script=Han}/gu);
    const cut = fc.nat(held.length - 1).map((at) => held[at] ?? { id: '', word: '' });
    fc.assert(fc.property(cut, expectFound), { numRuns: runs(200), seed: 20261124 });
  });

  it('finds its case and is marked there, when it is English', { timeout: 900_000 }, () => {
    const words = cutsOf('en', /\p{Script=Latin}{2,}/gu).filter(
      ({ word }) => !isStopWord(word.toLowerCase()),
    );
    const cut = fc.nat(words.length - 1).map((at) => words[at] ?? { id: '', word: '' });
    fc.assert(fc.property(cut, expectFound), { numRuns: runs(1000), seed: 20261124 });
  });

  it('is found even when it is a stop word', () => {
    const { total, hits } = search.find('through');
    expect(total).toBeGreaterThan(0);
    expect(hits.some((hit) => marks(hit, 'through'))).toBe(true);
  });
});

describe('the title of each case finds it first', () => {
  const first = (query: string) => search.find(query, { limit: 1 }).hits[0]?.id;

  it('as it is, in both languages, and by any of its other names', { timeout: 60_000 }, () => {
    for (const { id, front } of search.cases) {
      for (const name of [front.title.zh, front.title.en, id]) {
        expect(first(name), name).toBe(id);
      }
    }
  });

  it('in Traditional Chinese', { timeout: 60_000 }, () => {
    const convert = Converter({ from: 'cn', to: 'tw' });
    for (const { id, front } of search.cases) {
      const name = convert(front.title.zh);
      expect(first(name), name).toBe(id);
    }
  });

  it('in full width', { timeout: 60_000 }, () => {
    for (const { id, front } of search.cases) {
      const name = front.title.en.replace(/[!-~]/g, (character) =>
        String.fromCharCode(character.charCodeAt(0) + 0xfee0),
      );
      expect(first(name), name).toBe(id);
    }
  });

  it('in pinyin, in one word or syllable by syllable', { timeout: 120_000 }, () => {
    for (const { id, front } of search.cases) {
      const syllables = pinyin(front.title.zh, {
        toneType: 'none',
        type: 'array',
        v: true,
        nonZh: 'removed',
      });
      expect(first(syllables.join('')), syllables.join('')).toBe(id);
    }
  });
});
