import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORPCError } from '@orpc/client';
import { afterAll, describe, expect, test } from 'vitest';
import { OkmError } from '#contract/errors.ts';
import { createLog } from '#services/log/log.ts';
import { createRouter } from '../../src-main/shells/router.ts';
import { type Doors, openDoors } from './doors.ts';
import { failingServices } from './failing-services.ts';
import { invoke, procedureNames, samples } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'okm-doors-'));
const log = createLog({ folder, now: () => new Date() });
const secretText = 'C:\\Users\\王小明\\笔记 my private words';

const open = (fail: () => never): Promise<Doors> => openDoors(createRouter(failingServices(fail)), log);
const crashing = await open(() => {
  throw new TypeError(secretText);
});
const refusing = await open(() => {
  throw new OkmError('DISK_FULL', { folder: '/data' });
});
afterAll(async () => {
  await Promise.all([crashing.close(), refusing.close()]);
  rmSync(folder, { recursive: true });
});

async function failureOf(call: Promise<unknown>): Promise<ORPCError<string, unknown>> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(ORPCError);
  return outcome as ORPCError<string, unknown>;
}

test('every procedure has a sample, so that none is left out here', () => {
  expect(Object.keys(samples).sort()).toEqual(procedureNames().sort());
});

describe.each(procedureNames())('%s', (name) => {
  const call = invoke(name);

  test.each([0, 1, 2])('a fault of the program ends as UNEXPECTED with a log id, door %i', async (at) => {
    const door = crashing.doors[at];
    if (door === undefined) throw new Error('no such door');
    const error = await failureOf(call(door.client, samples[name]));
    expect(error.code, door.name).toBe('UNEXPECTED');
    expect(error.defined).toBe(true);
    const { logId } = error.data as { logId: string };
    expect(JSON.stringify(error)).not.toContain('王小明');
    const written = readFileSync(join(folder, 'okm.log'), 'utf8');
    expect(written).toContain(logId);
    expect(written).not.toContain('王小明');
    expect(written).not.toContain('private words');
  });

  test('an expected failure keeps its code and data through every door', async () => {
    for (const door of refusing.doors) {
      const error = await failureOf(call(door.client, samples[name]));
      expect([error.code, error.defined, error.data], door.name).toEqual([
        'DISK_FULL',
        true,
        { folder: '/data' },
      ]);
    }
  });

  test('a wrong input is INPUT_INVALID, and names the place but not the value', async () => {
    if (samples[name] === undefined) return;
    for (const door of refusing.doors) {
      for (const bad of [
        null,
        7,
        'text',
        [],
        { surprise: secretText },
        { ...Object(samples[name]), surprise: 1 },
      ]) {
        const error = await failureOf(call(door.client, bad));
        expect([error.code, error.defined], `${door.name} ${JSON.stringify(bad)}`).toEqual([
          'INPUT_INVALID',
          true,
        ]);
        expect(JSON.stringify(error)).not.toContain('王小明');
      }
    }
  });
});
