import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import Database from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import { AnnotationId, CaseId } from '#contract/ids.ts';
import { createCallLimiter } from '../../src-main/shells/limits.ts';
import { openProgram, type Program } from '../../src-main/shells/open-program.ts';
import { findPlaces } from '../../src-main/shells/places.ts';
import { okm } from '../shells/cli/run.ts';

const folder = mkdtempSync(join(tmpdir(), 'okm-faults-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const newFolder = (): string => mkdtempSync(join(folder, 'data-'));

const open = (dataDir: string): Promise<Program> =>
  openProgram({ places: findPlaces(), dataDir, shell: 'web', systemLanguage: 'zh' });
const clientOf = ({ router, log }: Program) =>
  createRouterClient(router, { context: { log, enter: createCallLimiter().enter } });

const note = () => ({
  id: AnnotationId.parse(randomUUID()),
  caseId: CaseId.parse('beijing-jinsong-model'),
  language: 'zh' as const,
  section: 'summary' as const,
  start: 0,
  end: 4,
  kind: 'note' as const,
  colour: 'yellow' as const,
});

/** Every file below a folder with its bytes. */
function contents(dataDir: string): Map<string, string> {
  return new Map(
    readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(dataDir, name)).isFile() && !/^lock\.db/.test(name))
      .sort()
      .map((name) => [name, readFileSync(join(dataDir, name)).toString('base64')]),
  );
}

test('data of a newer version can be read, say so, and stay as they are to the byte', async () => {
  const dataDir = newFolder();
  const first = await open(dataDir);
  const kept = await clientOf(first).annotations.create(note());
  await first.close();
  const db = new Database(join(dataDir, 'okm.db'));
  db.pragma('user_version = 999');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  const before = contents(dataDir);

  const later = await open(dataDir);
  const client = clientOf(later);
  expect(later.readOnly?.code).toBe('SCHEMA_NEWER');
  expect((await client.app.about()).readOnly).toBe('SCHEMA_NEWER');
  expect((await client.library.list()).cases.length).toBeGreaterThan(30);
  expect((await client.annotations.list({})).map((one) => one.id)).toEqual([kept.id]);
  await expect(client.annotations.create(note())).rejects.toMatchObject({
    code: 'SCHEMA_NEWER',
    defined: true,
  });
  await expect(client.settings.update({ theme: 'dark' })).rejects.toMatchObject({ code: 'SCHEMA_NEWER' });
  await later.close();
  const after = contents(dataDir);
  for (const name of ['okm.db', ...before.keys()]) expect(after.get(name), name).toBe(before.get(name));
  expect([...after.keys()].filter((name) => !before.has(name) && !name.startsWith('okm.db-'))).toEqual([]);
});

test('a second program on the same data reads them, says who holds them, and writes when the first has gone', async () => {
  const dataDir = newFolder();
  const first = await open(dataDir);
  const second = await open(dataDir);
  expect(second.readOnly?.code).toBe('FOLDER_IN_USE');
  expect(second.readOnly?.data).toMatchObject({ folder: dataDir, door: 'web', pid: process.pid });
  const made = await clientOf(first).annotations.create(note());
  expect((await clientOf(second).annotations.list({})).map((one) => one.id)).toEqual([made.id]);
  await expect(clientOf(second).annotations.create(note())).rejects.toMatchObject({ code: 'FOLDER_IN_USE' });
  expect((await okm(['show', 'beijing-jinsong-model'], { dataDir })).code).toBe(0);
  await second.close();
  await first.close();
  const third = await open(dataDir);
  expect(third.readOnly).toBeUndefined();
  await third.close();
});

test('a folder below a file cannot be made: the library is there all the same, and nothing is written', async () => {
  const dataDir = join('/proc/version', 'data');
  const program = await open(dataDir);
  expect(program.readOnly).toBeDefined();
  const client = clientOf(program);
  expect((await client.library.list()).cases.length).toBeGreaterThan(30);
  await expect(client.annotations.create(note())).rejects.toMatchObject({ code: program.readOnly?.code });
  await program.close();
});
