import { expect, test } from 'vitest';
import { openLibrary } from '#services/library/library.ts';
import { materialsOf, runTrials } from '../../bench/anchoring/run.ts';
import { totalOf } from '../../bench/anchoring/tally.ts';

// A short run of `npm run bench:anchor`, which measures finer; here the bars leave room for so few notes.
test('keeps notes where their passages still stand, and asks when they do not, over edits of real cases', async () => {
  const library = await openLibrary({ casesDir: 'cases', compiledFile: 'out/library/cases.json' });
  const { ours, rival } = runTrials(materialsOf(library), 20261124, 1100);
  const exists = ours.get('exists');
  const deleted = ours.get('deleted');
  const digits = ours.get('digits');
  if (!exists || !deleted || !digits) throw new Error('the generator made no notes of some fate');
  expect(exists.right / totalOf(exists)).toBeGreaterThan(0.94);
  expect(exists.wrong / totalOf(exists)).toBeLessThan(0.003);
  expect(deleted.wrong / totalOf(deleted)).toBeLessThan(0.01);
  expect(digits.right + digits.wrong).toBe(0);
  // If the rival did not fail on these, the edits would be too easy to tell anything.
  const lost = rival.get('deleted');
  expect((lost?.wrong ?? 0) / totalOf(lost)).toBeGreaterThan(0.3);
}, 60_000);
