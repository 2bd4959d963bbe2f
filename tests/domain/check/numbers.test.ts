import { describe, expect, test } from 'vitest';
import { unitFactor } from '#contract/figure-units.ts';
import { figureValues, findNumbers } from '#domain/check/numbers.ts';

const values = (text: string, language: 'zh' | 'en') => findNumbers(text, language).map(({ value }) => value);

describe('numbers of a Chinese text', () => {
  test.for<[string, number[]]>([
    ['总投资7600万元，占39.6%。', [76_000_000, 39.6]],
    ['实际要95万至130万元。', [950_000, 1_300_000]],
    ['首期每户35或36平方米', [35, 36]],
    ['30余项、60多个、11万多平方米', [30, 60, 110_000]],
    ['2015年占950万。', [9_500_000]],
    ['用20年解决', [20]],
    ['1200多亿元', [120_000_000_000]],
  ])('%s', ([text, expected]) => expect(values(text, 'zh')).toEqual(expected));

  test.for([
    '2018年7月15日',
    '20世纪80年代',
    '2016—2018年',
    '2018/19年度',
    '第3次',
    '“1+1+N”的4+1工作',
    '15分钟社区生活圈',
    '15分钟社区幸福生活圈',
    '209小花园',
    '厂甸11号院',
    '四平1028弄',
    '沪规土规〔2018〕5号',
    '每投入1美元',
    '三个多月',
    'PM10下降',
    '3D打印',
  ])('no count: %s', (text) => expect(values(text, 'zh')).toEqual([]));
});

describe('numbers of an English text', () => {
  test.for<[string, number[]]>([
    ['Total investment was 76 million yuan, or 39.6 per cent.', [76_000_000, 39.6]],
    ['a lift costs 950,000 to 1.3 million', [950_000, 1_300_000]],
    ['3,605 households in 43 buildings', [3605, 43]],
    ['a 496-metre lane', [496]],
  ])('%s', ([text, expected]) => expect(values(text, 'en')).toEqual(expected));

  test.for([
    'in 2018 and 1976',
    'on 18 October and 5 and 6 November',
    'since May 12',
    'the 20th century, the 1980s',
    'a “15-minute happy community life circle”',
    'Lane 491 on Xiangyin Road, 11 Changdian and 260 Fuxin Road',
    'numbers 41 to 47, number 22, No. 24',
    'the “209” pocket garden, the “139” design',
    'Gui Tu Gui (2018) 5',
    '“1+1+N”, PM10 and 4A',
    'from 7 a.m. to 2 p.m.',
    'the 400 block of North Tyler Street',
  ])('no count: %s', (text) => expect(values(text, 'en')).toEqual([]));
});

test('a unit multiplies alike in both languages', () => {
  expect(unitFactor('万元/部', 'zh')).toBe(unitFactor('10,000 yuan a lift', 'en'));
  expect(unitFactor('亿元', 'zh')).toBe(unitFactor('100 million yuan', 'en'));
  expect(unitFactor('千米', 'zh')).toBe(1);
  expect(unitFactor('百分点', 'zh')).toBe(1);
  expect(unitFactor('people', 'en')).toBe(1);
  expect(figureValues({ value: 4.69, unit: { zh: '万平方米', en: '10,000 square metres' } })).toEqual([
    46_900,
  ]);
});
