import { expect, test } from 'vitest';
import { citingQuestions, citingSheet } from '#domain/worksheet/citing-exercise.ts';
import { openLibrary } from '#services/library/library.ts';

const { get } = await openLibrary({ casesDir: 'cases' });
const jinsong = get('beijing-jinsong-model');

test('asks about numbers that sources tell otherwise, with who says so', () => {
  const [first] = citingQuestions(jinsong, 'zh');
  expect(first?.accounts.map(({ value, refs, kinds }) => [value, refs.join(), kinds.join()])).toEqual([
    ['43栋', 'S4', 'promoter'],
    ['36栋', 'S1', 'press'],
  ]);
  expect(first?.guidance.join('')).toContain('报道');
});

test('keeps what the trainer says from the student’s sheet', () => {
  const sheet = (withAnswers: boolean) =>
    JSON.stringify(
      citingSheet(jinsong, { language: 'zh', withAnswers, style: 'gb-2025', day: '2026-11-25' }).blocks,
    );
  expect(sheet(true)).toContain('讲评：');
  expect(sheet(false)).not.toContain('讲评：');
});
