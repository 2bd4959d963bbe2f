import { expect, test } from 'vitest';
import { CITED_SHARE } from '#domain/check/citations.ts';
import { checkCases } from '#services/library/check.ts';
import { openLibrary } from '#services/library/library.ts';

test('nothing is wrong with the bundled cases, notes and glossary', async () => {
  const { errors, warnings, sentences } = await checkCases('cases', [], {
    shinglesFile: 'tests/fixtures/source-shingles.bin',
  });
  const named = [...errors, ...warnings].map(
    ({ file, line, rule, message }) => `${file}:${line} ${rule} ${message.en}`,
  );
  expect(named).toEqual([]);
  expect(sentences.cited / sentences.factual).toBeGreaterThanOrEqual(CITED_SHARE);
});

test('related cases answer each other', async () => {
  const { cases } = await openLibrary({ casesDir: 'cases' });
  const pairs = new Set(cases.flatMap(({ id, front }) => front.related.map((other) => `${id} ${other}`)));
  const oneWay = [...pairs].filter((pair) => !pairs.has(pair.split(' ').reverse().join(' ')));
  expect(oneWay).toEqual([]);
  expect(cases.filter(({ front }) => front.related.length === 0).map(({ id }) => id)).toEqual([]);
});
