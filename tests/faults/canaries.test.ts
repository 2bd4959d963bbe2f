import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, expect, test } from 'vitest';
import { AnnotationId, CaseId } from '#contract/ids.ts';
import { openStore } from '#services/store/store.ts';
import { createCallLimiter } from '../../src-main/shells/limits.ts';
import { openProgram } from '../../src-main/shells/open-program.ts';
import { findPlaces } from '../../src-main/shells/places.ts';
import { noteInput } from './oracle.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'okm-canaries-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const CANARY = 'canary-7f3a-金丝雀';

/** The files below a folder that hold the canary. */
function holding(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const file = join(folder, name);
    return statSync(file).isFile() && readFileSync(file).includes(CANARY);
  });
}

test('no word of a note, a query or a failed call ever reaches the log', async () => {
  const program = await openProgram({ places: findPlaces(), dataDir, shell: 'web', systemLanguage: 'zh' });
  const { enter } = createCallLimiter();
  const client = createRouterClient(program.router, { context: { log: program.log, enter } });
  await client.annotations.create({
    id: AnnotationId.parse(randomUUID()),
    caseId: CaseId.parse('beijing-jinsong-model'),
    language: 'zh',
    section: 'summary',
    start: 0,
    end: 4,
    kind: 'note',
    colour: 'yellow',
    body: CANARY,
  });
  await client.search.query({ query: CANARY, language: 'zh' }).catch(() => undefined);
  await client.library.get({ id: CaseId.parse('canary-7f3a') }).catch(() => undefined);
  program.log.fault(new Error(CANARY), 'test');
  await program.close();
  const names = readdirSync(join(dataDir, 'logs'));
  expect(names.length).toBeGreaterThan(0);
  expect(holding(join(dataDir, 'logs'))).toEqual([]);
  // The test can fail: the words are in the folder, where they belong.
  expect(holding(dataDir)).toContain('okm.db');
});

test('a note that was deleted for good is in no page and no journal of the database any more', async () => {
  const folder = join(dataDir, 'purged');
  const store = await openStore(folder, 'cli', '2026-11-24T00:00:00.000Z');
  const id = randomUUID();
  await store.call('createAnnotation', noteInput(id, CANARY));
  expect(holding(folder).length).toBeGreaterThan(0);
  await store.call('removeAnnotations', { ids: [id], at: '2026-11-24T00:00:00.000Z' });
  await store.call('purgeAnnotations', { before: '2026-12-31T00:00:00.000Z' });
  await store.close();
  expect(holding(folder)).toEqual([]);
});
