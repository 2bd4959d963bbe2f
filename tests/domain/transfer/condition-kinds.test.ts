import { expect, test } from 'vitest';
import { kindsOf } from '#domain/transfer/condition-kinds.ts';
import { openLibrary } from '#services/library/library.ts';

const { cases } = await openLibrary({ casesDir: 'cases' });
const conditions = cases.flatMap(({ front }) => front.transfer.map(({ condition }) => condition));
const idsOf = (zh: string, en = zh) => kindsOf({ zh, en }).map(({ id }) => id);

test('knows the kind of nearly every condition in the library, in either language', () => {
  const unknown = (of: readonly { zh: string; en: string }[]) =>
    of.filter((one) => kindsOf(one).length === 0).length / conditions.length;
  expect(unknown(conditions)).toBeLessThan(0.08);
  expect(unknown(conditions.map(({ en }) => ({ zh: en, en })))).toBeLessThan(0.2);
});

test('tells alike what is alike', () => {
  expect(idsOf('先问去留，再谈设计')).toContain('ask-first');
  expect(idsOf('先弄清居民真实需求，再谈设计')).toContain('ask-first');
  expect(idsOf('用固定期限的经营权换企业投资')).toContain('money');
  expect(idsOf('社会学与规划学同组进驻，议事制度和空间改造一起做')).not.toContain('rules');
});
