import { describe, expect, test } from 'vitest';
import { clock, failingCalls, fullDisk, kills, powerCuts, rot, type Tally } from './trials.ts';

// A sample of `npm run bench:faults`, each kind with its own seed: the numbers are the bench's affair.
const SEED = 20_261_124;

/** Nothing acknowledged is lost, nothing is half there, and no damage was opened as sound. */
const isKept = ({ lost, half, unsound }: Tally) =>
  expect({ lost, half, unsound }).toEqual({ lost: 0, half: 0, unsound: 0 });

describe('what was acknowledged is there, whole', { timeout: 120_000 }, () => {
  test('when the program is killed at any moment', async () => isKept(await kills(4, SEED)));

  test('when the power goes after any step, and the test would notice if it were not', async ({ skip }) => {
    const cuts = await powerCuts(60, SEED);
    if (cuts.tried === 0) skip('there is no C compiler to build the recorder with');
    isKept(cuts);
    expect((await powerCuts(60, SEED, 'normal')).lost).toBeGreaterThan(0);
  });

  test('when a call on the disk fails', async () => isKept(await failingCalls(5, SEED)));

  test('when the disk is full, and every refused write says so', async () => {
    const tally = await fullDisk(2, SEED);
    isKept(tally);
    expect(tally.note).toBe(`${tally.named} writes refused`);
  });

  test('when bits flip, pages go and files are cut', async () => isKept(await rot(60, SEED, 2)));

  test('when the clock jumps while backups are thinned out', () => isKept(clock(500, SEED)));
});
