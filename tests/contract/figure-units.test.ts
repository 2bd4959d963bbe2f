import { expect, test } from 'vitest';
import { baseUnit, figureRange, figureText } from '#contract/figure-units.ts';

test.for([
  [{ value: 7600, unit: { zh: '万元', en: '10,000 yuan' } }, '7600万元', '76 million yuan'],
  [{ value: 3605, unit: { zh: '户', en: 'households' } }, '3605户', '3,605 households'],
  [
    { value: { min: 95, max: 130 }, unit: { zh: '万元/部', en: '10,000 yuan a lift' } },
    '95–130万元/部',
    '950,000–1.3 million yuan a lift',
  ],
  [{ value: 39.6, unit: { zh: '%', en: 'per cent' } }, '39.6%', '39.6 per cent'],
  [{ value: 464654, unit: { zh: '人', en: 'people' } }, '464,654人', '464,654 people'],
  [{ value: 17.7, unit: { zh: '亿元', en: '100 million yuan' } }, '17.7亿元', '1.77 billion yuan'],
  [
    { value: 100, unit: { zh: '多万人', en: '10,000 people and more' } },
    '100多万人',
    '1 million people and more',
  ],
] as const)('%j', ([figure, zh, en]) => {
  expect(figureText(figure, 'zh')).toBe(zh);
  expect(figureText(figure, 'en')).toBe(en);
});

test('figures in 万人 and in 人 can stand on one scale', () => {
  expect(figureRange({ value: 18, unit: { zh: '万人', en: '10,000 people' } })).toEqual({
    min: 180_000,
    max: 180_000,
  });
  expect(baseUnit('多万人', 'zh')).toBe('人');
  expect(baseUnit('余名', 'zh')).toBe('名');
  expect(baseUnit('10,000 people and more', 'en')).toBe('people');
  expect(baseUnit('千米', 'zh')).toBe('千米');
});
