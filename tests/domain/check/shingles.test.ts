import { expect, test } from 'vitest';
import { COPIED_CHARACTERS, COPIED_WORDS, readShingles, writeShingles } from '#domain/check/shingles.ts';

const source = '街道把三处闲置的配电房改成居民可以晾被子也可以下棋的小院子还种上了紫藤';

test('a run of 25 characters is known again, one of 24 is not', () => {
  const shingles = readShingles(writeShingles([source]));
  expect(shingles.has(source.slice(0, COPIED_CHARACTERS))).toBe(true);
  expect(shingles.has(source.slice(5, 5 + COPIED_CHARACTERS))).toBe(true);
  expect(shingles.has(source.slice(0, COPIED_CHARACTERS - 1))).toBe(false);
  expect(shingles.has('换成别的话以后就认不出来了因为每一个字都进了这个数字里面')).toBe(false);
});

test('English runs are six words long', () => {
  const words = 'three disused substations were turned into yards for drying quilts'.split(' ');
  const shingles = readShingles(writeShingles([words.join(' ')]));
  expect(shingles.has(words.slice(1, 1 + COPIED_WORDS).join(' '))).toBe(true);
  expect(shingles.has(words.slice(0, COPIED_WORDS - 1).join(' '))).toBe(false);
});

test('the file is sorted, and none of the words can be read in it', () => {
  const bytes = writeShingles([source, source]);
  const hashes = Array.from({ length: bytes.length / 5 }, (_, i) =>
    Number(`0x${Buffer.from(bytes.subarray(i * 5, i * 5 + 5)).toString('hex')}`),
  );
  expect(hashes).toHaveLength([...source].length - COPIED_CHARACTERS + 1);
  expect(hashes).toEqual(hashes.toSorted((a, b) => a - b));
  expect(Buffer.from(bytes).toString('utf8')).not.toMatch(/\p{Script=Han}/u);
});
