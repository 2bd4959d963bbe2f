import { expect, test } from 'vitest';
import { casesNamedIn, unknownNumbers } from '#domain/check/brief-numbers.ts';
import { openLibrary } from '#services/library/library.ts';

const library = await openLibrary({ casesDir: 'cases' });
const jinsong = library.get('beijing-jinsong-model');

test('names the numbers that no figure says, with the line on which they stand', () => {
  const { numbers, unknown } = unknownNumbers(
    ['账写全的只有劲松。', '总投资7600万元[1]，企业8800万元。'],
    [jinsong],
  );
  expect(numbers).toBe(2);
  expect(unknown).toEqual([
    { words: '8800万元', value: 88_000_000, line: 2, text: '总投资7600万元，企业8800万元。' },
  ]);
});

test('knows the same figure in the other language', () => {
  expect(unknownNumbers(['76 million yuan in all [1, 2], 88 million yuan of it'], [jinsong]).unknown).toEqual(
    [expect.objectContaining({ value: 88_000_000 })],
  );
});

test('leaves out the list of references, and what the program counts itself', () => {
  const lines = [
    '比较简报 · 3个案例，25项',
    '参考文献',
    '[1]\t张三. 300个社区的调查[J]. 规划师，2018.',
    '[2] 李四',
    '300户',
  ];
  expect(unknownNumbers(lines, [jinsong]).unknown.map(({ line }) => line)).toEqual([5]);
});

test('tells the cases of a brief by their titles in either language', () => {
  const { zh, en } = jinsong.front.title;
  for (const title of [zh, en]) expect(casesNamedIn(['x', `| ${title} |`], library.cases)).toEqual([jinsong]);
});
