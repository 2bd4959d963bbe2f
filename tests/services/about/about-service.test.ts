import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { createAboutService } from '#services/about/about-service.ts';
import { createDeliveries } from '#services/exports/deliveries.ts';

const folder = mkdtempSync(join(tmpdir(), 'okm-about-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const now = () => new Date('2026-05-01T08:00:00Z');
const deliveries = createDeliveries(now);
const about = createAboutService({
  version: '1.2.3',
  dataDir: folder,
  shell: 'web',
  systemLanguage: 'zh',
  store: { readOnly: undefined },
  deliveries,
  now,
});

test('what is sent to a helper holds the log and the versions, and no name of a folder or a user', async () => {
  mkdirSync(join(folder, 'logs'));
  writeFileSync(join(folder, 'logs', 'okm.log'), '{"event":"start"}\n');
  writeFileSync(join(folder, 'logs', 'okm.log.2'), '{"event":"stop"}\n');
  writeFileSync(join(folder, 'logs', 'something else.txt'), 'private');
  const { ticket, fileName } = await about.diagnostics();
  expect(fileName).toBe('one-kilometre-log-2026-05-01.zip');
  const files = unzipSync(deliveries.take(ticket)?.bytes ?? new Uint8Array());
  expect(Object.keys(files)).toEqual(['about.json', 'okm.log', 'okm.log.2']);
  const all = Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join('\n');
  expect(all).toContain('"version": "1.2.3"');
  expect(all).toContain(process.versions.node);
  expect(all).not.toContain(folder);
  expect(all).not.toContain('private');
});
