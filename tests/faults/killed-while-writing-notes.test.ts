import { expect, test } from 'vitest';
import { type KilledDoor, killWriters } from './kill/kill-writers.ts';

/** A sample of what `npm run bench:kill` does with a thousand writes a door. */
const WRITES = 60;

test.for<KilledDoor>(['desktop', 'web', 'cli'])(
  'keeps every acknowledged note whole, and lets no second writer in, when the %s is killed at any moment',
  { timeout: 180_000 },
  async (door) => {
    const result = await killWriters(door, { seed: 20_261_124, writes: WRITES });
    expect(result.wrong).toEqual([]);
    expect(result.acknowledged).toBeGreaterThanOrEqual(WRITES);
    expect(result.refused).toBe(result.seconds);
  },
);
