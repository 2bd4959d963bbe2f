import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '#contract/case-tree.ts';
import type { PrecedentsInput } from '#contract/precedents.ts';
import { type Library, openLibrary } from '#services/library/library.ts';
import { createPrecedentService } from '#services/precedents/precedent-service.ts';
import { createSearchService } from '#services/search/search-service.ts';

const casesDir = join(import.meta.dirname, '../../../cases');
let library: Library;
let find: (input: PrecedentsInput) => ReturnType<ReturnType<typeof createPrecedentService>['find']>;

beforeAll(async () => {
  library = await openLibrary({ casesDir });
  const search = createSearchService({ library, glossary: [], inProcess: true });
  find = createPrecedentService({ library, search }).find;
}, 60_000);

describe('precedents for a place', () => {
  it('are set beside it attribute by attribute, the closest first', async () => {
    const { precedents, total } = await find({
      site: {
        level: 'community',
        space: ['old-neighbourhood'],
        funding: ['resident'],
        years: { from: 2015 },
      },
      limit: 100,
    });
    expect(total).toBe(precedents.length);
    for (const { id, reasons } of precedents) {
      const { front } = library.get(id);
      expect(reasons.map(({ attribute }) => attribute)).toEqual(['level', 'space', 'funding', 'years']);
      const of = (attribute: string) => reasons.find((reason) => reason.attribute === attribute);
      expect(of('level')?.found).toEqual([front.level]);
      expect(of('level')?.verdict === 'same').toBe(front.level === 'community');
      if (typeof front.space === 'string') expect(of('space')?.verdict).toBe('not-stated');
      else expect(of('space')?.verdict === 'same').toBe(front.space.includes('old-neighbourhood'));
      const year = Number(String(front.period.start).slice(0, 4));
      expect(of('years')?.verdict).toBe(
        Number.isNaN(year) ? 'not-stated' : year >= 2015 ? 'same' : 'differs',
      );
    }
    const alike = precedents.map(({ reasons }) => reasons.filter(({ verdict }) => verdict === 'same').length);
    expect(alike[0]).toBe(Math.max(...alike));
  });

  it('take free words into account, and show where they stand', async () => {
    const { precedents } = await find({ site: { text: '加装电梯' }, limit: 5 });
    const [first] = precedents;
    expect(first?.reasons[0]).toMatchObject({ attribute: 'text', verdict: 'same', found: ['加装电梯'] });
    expect(first?.snippet?.text).toContain('电梯');
  });

  it('come with one that met the like and stopped, in its own words and with its sources', async () => {
    const { setback } = await find({ site: { level: 'municipality', lead: ['government'] } });
    expect(setback?.how).toBe('in-part');
    const passage = setback?.passage;
    const value = setback && library.get(setback.precedent.id);
    const section = value?.texts[passage?.language ?? 'zh']?.sections.find(
      ({ id }) => id === passage?.section,
    );
    expect(section?.text.slice(passage?.start, passage?.end)).toBe(passage?.text);
    expect(passage?.refs.length).toBeGreaterThan(0);
  });

  it('prefer one whose status says that it failed, and say when there is none', async () => {
    const [one] = library.cases;
    if (!one) throw new Error('no case');
    const failed: Case = {
      ...one,
      front: { ...one.front, period: { ...one.front.period, status: 'failed' } },
    };
    const { level } = one.front;
    const cases = [failed, ...library.cases.slice(1)];
    const over = (list: readonly Case[]) =>
      createPrecedentService({
        library: {
          all: () => list,
          find: (id) => list.find((value) => value.id === id),
          onChange: () => () => {},
        },
        search: { query: () => Promise.reject(new Error('not asked')) },
      });
    expect((await over(cases).find({ site: { level } })).setback).toMatchObject({
      how: 'failed',
      precedent: { id: one.id },
    });
    const silent = { ...one, texts: {} };
    expect((await over([silent]).find({ site: { level } })).setback).toBeNull();
  });

  it('are none for a place that shares nothing with any case', async () => {
    expect(await find({ site: { years: { from: 1000, to: 1001 } } })).toEqual({
      total: 0,
      precedents: [],
      setback: null,
    });
  });
});
