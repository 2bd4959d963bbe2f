import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore } from '#services/store/store.ts';
import { okm } from './run.ts';

const root = mkdtempSync(join(tmpdir(), 'okm-data-commands-'));
const dataDir = join(root, 'data');
beforeAll(async () => {
  const store = await openStore(dataDir, 'cli', '2026-11-24T00:00:00.000Z');
  await store.call('writeSettings', { readSize: 18 });
  await store.close();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a backup is made, copied to a second place, listed, previewed and restored from the command line', async () => {
  expect((await okm(['restore'], { dataDir })).code).toBe(1);
  const stick = join(root, 'stick');
  mkdirSync(stick);
  const made = await okm(['backup', '--to', stick], { dataDir, lang: 'en_GB.UTF-8' });
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(made.out).toContain('Backed up and verified');
  const copies = readdirSync(join(stick, 'one-kilometre-backups'));
  expect(copies).toHaveLength(2);
  const { backups } = JSON.parse((await okm(['restore', '--json'], { dataDir })).out);
  const { name } = backups[0];

  const store = await openStore(dataDir, 'cli', '2026-11-24T00:00:00.000Z');
  await store.call('writeSettings', { readSize: 24 });
  await store.close();
  const preview = await okm(['restore', name], { dataDir });
  expect(preview).toMatchObject({ code: 0 });
  expect(preview.out).toContain('改动 · 设置 · readSize');
  expect(preview.out).toContain('--yes');
  const done = await okm(['restore', name, '--yes'], { dataDir });
  expect(done.code).toBe(0);
  expect(done.out).toMatch(/replaced-\d{8}-\d{6}/);
  const after = await openStore(dataDir, 'cli', '2026-11-24T00:00:00.000Z');
  expect(await after.call('readSettings', undefined)).toEqual({ readSize: 18 });
  await after.close();

  // The second place is pulled out: said, and no failure.
  rmSync(stick, { recursive: true });
  const alone = await okm(['backup'], { dataDir });
  expect(alone.code).toBe(0);
  expect(alone.err).toContain('第二处现在不在');
});

test('the doctor says that all is sound, or what was not and that it was mended', async () => {
  const sound = await okm(['doctor'], { dataDir });
  expect(sound).toMatchObject({ code: 0 });
  expect(sound.out).toContain('资料完好');
  writeFileSync(join(dataDir, 'backups', 'making.tmp'), 'half');
  const db = new Database(join(dataDir, 'okm.db'));
  db.exec('UPDATE meta SET notes_count = 7');
  db.close();
  const found = await okm(['doctor', '--json'], { dataDir });
  expect(found.code).toBe(1);
  expect(JSON.parse(found.out).findings).toMatchObject([
    { kind: 'count', id: '0/7', mended: true },
    { kind: 'left-over', mended: true },
  ]);
  const told = await okm(['doctor'], { dataDir });
  expect(told.out).toContain('已用备份');
});

test('a damaged database without a backup of its own can still be restored from a file', async () => {
  const backup = readdirSync(join(dataDir, 'backups')).find((name) => name.endsWith('.okmbackup')) ?? '';
  const other = join(root, 'other');
  mkdirSync(other);
  writeFileSync(join(other, 'okm.db'), Buffer.alloc(8192));
  const refused = await okm(['doctor'], { dataDir: other });
  expect(refused.code).toBe(4);
  expect(refused.err).toContain('okm.db');
  const done = await okm(['restore', join(dataDir, 'backups', backup), '--yes'], { dataDir: other });
  expect(done.code).toBe(0);
  expect((await okm(['doctor'], { dataDir: other })).code).toBe(0);
});
