import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OkmError } from '#contract/errors.ts';
import { openStore } from '#services/store/store.ts';

const since = '2026-11-24T00:00:00.000Z';
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the store', () => {
  test('reads FULL after its first write, so that a power cut loses nothing acknowledged', async () => {
    const store = await openStore(folder, 'cli', since);
    await store.call('writeSettings', { theme: 'dark' });
    expect(await store.call('storeInfo', undefined)).toEqual({ synchronous: 2, commitSeq: 1 });
    await store.close();
  });

  test('keeps what was acknowledged when the process is killed right after', async () => {
    const signal = await new Promise((resolve) => {
      execFile(process.execPath, ['tests/faults/kill-after-write.ts', folder], (error) =>
        resolve(error?.signal),
      );
    });
    expect(signal).toBe('SIGKILL');
    const store = await openStore(folder, 'cli', since);
    expect(await store.call('readSettings', undefined)).toEqual({ address: '/kept' });
    await store.close();
  });

  test('lets a second program read and names the first when it wants to write', async () => {
    const first = await openStore(folder, 'electron', since);
    await first.call('writeSettings', { theme: 'light' });
    const second = await openStore(folder, 'cli', since);
    expect(await second.call('readSettings', undefined)).toEqual({ theme: 'light' });
    const refused = await second.call('writeSettings', { theme: 'dark' }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(OkmError);
    expect(refused).toMatchObject({
      code: 'FOLDER_IN_USE',
      data: { door: 'electron', pid: process.pid, since },
    });
    await second.close();
    await first.close();
    const third = await openStore(folder, 'cli', since);
    expect(third.readOnly).toBeUndefined();
    await third.close();
  });

  test('opens a newer schema for reading only and writes nothing', async () => {
    await (await openStore(folder, 'cli', since)).close();
    const db = new Database(join(folder, 'okm.db'));
    db.pragma('user_version = 99');
    db.close();
    const store = await openStore(folder, 'cli', since);
    expect(store.readOnly).toMatchObject({ code: 'SCHEMA_NEWER', data: { found: 99 } });
    await expect(store.call('writeSettings', { theme: 'dark' })).rejects.toMatchObject({
      code: 'SCHEMA_NEWER',
    });
    expect(await store.call('readSettings', undefined)).toEqual({});
    await store.close();
  });

  test.for([
    ['empty', ''],
    ['zeros', '\0'.repeat(8192)],
    ['another file', 'this is not a database, whatever its name says'.repeat(100)],
  ])('refuses a database that is %s instead of starting anew over it', async ([, content = '']) => {
    const file = join(folder, 'okm.db');
    await writeFile(file, content);
    await expect(openStore(folder, 'cli', since)).rejects.toMatchObject({
      code: 'STORE_DAMAGED',
      data: { file },
    });
  });

  test('says that a folder cannot be made and still answers reads', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const store = await openStore(join(file, 'inside'), 'cli', since);
    expect(store.readOnly?.code).toBe('FOLDER_MISSING');
    expect(await store.call('listAnnotations', {})).toEqual([]);
    await store.close();
    expect(await readdir(folder)).toEqual(['a-file']);
  });
});
