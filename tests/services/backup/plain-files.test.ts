import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CollectionId } from '#contract/collections.ts';
import { AnnotationId, CaseId, ComparisonId } from '#contract/ids.ts';
import { createCallLimiter } from '../../../src-main/shells/limits.ts';
import { openProgram } from '../../../src-main/shells/open-program.ts';
import { findPlaces } from '../../../src-main/shells/places.ts';

const root = mkdtempSync(join(tmpdir(), 'okm-plain-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const dataDir = join(root, 'data');
const out = join(root, 'out');

const open = (folder: string) =>
  openProgram({ places: findPlaces(), dataDir: folder, shell: 'web', systemLanguage: 'zh' });

/** Every row of every table, but the number of the last commit, which moves with a restore. */
function rowsOf(folder: string): Record<string, unknown[]> {
  const db = new Database(join(folder, 'okm.db'), { readonly: true });
  const names = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[];
  const rows = names.map((name) => {
    const all = db.prepare(`SELECT * FROM ${name}`).all() as Record<string, unknown>[];
    return [name, all.map(({ commit_seq: _, ...row }) => JSON.stringify(row)).sort()] as const;
  });
  db.close();
  return Object.fromEntries(rows);
}
const casesOf = (folder: string) =>
  readdirSync(join(folder, 'cases'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => [name, readFileSync(join(folder, 'cases', name)).toString('base64')]);

// What people write, and what breaks programs: Han beyond the first plane, joined emoji, quotes, line ends.
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '𠮷野家',
    '👩‍🌾 e\u0301',
    '"\\\n\r\t',
    '=1+1',
    '__proto__',
    '\u2028\u2029',
    "'; DROP TABLE notes",
  ),
);

beforeAll(async () => {
  const program = await open(dataDir);
  const client = createRouterClient(program.router, {
    context: { log: program.log, enter: createCallLimiter().enter },
  });
  const caseId = CaseId.parse('beijing-jinsong-model');
  const drawn = fc.sample(fc.record({ body: words, tags: fc.array(words, { maxLength: 3 }) }), {
    numRuns: 60,
    seed: 20261125,
  });
  const ids: AnnotationId[] = [];
  for (const { body, tags } of drawn) {
    const id = AnnotationId.parse(randomUUID());
    const made = await client.annotations
      .create({
        ...{ id, caseId, language: 'zh', section: 'summary', start: 0, end: 4 },
        ...{
          kind: 'note',
          colour: 'yellow',
          body,
          tags: [...new Set(tags.map((tag) => tag.trim()))].filter(Boolean),
        },
      })
      .catch(() => undefined); // words that no note may hold are refused at the door
    if (made) ids.push(made.id);
  }
  expect(ids.length).toBeGreaterThan(30);
  await client.annotations.update({ id: ids[0] ?? AnnotationId.parse(randomUUID()), body: '改过一次' });
  await client.annotations.remove({ ids: ids.slice(1, 4) });
  const comparison = ComparisonId.parse(randomUUID());
  const second = CaseId.parse('beijing-qinghe-community-planners');
  await client.comparisons.create({ id: comparison, caseIds: [caseId, second], language: 'zh' });
  await client.comparisons.editFinding({ id: comparison, row: 'funding', finding: '钱从哪里来 “差在这里”' });
  const collection = CollectionId.parse(randomUUID());
  await client.collections.create({ id: collection, name: '下周开会' });
  await client.collections.add({ id: collection, items: [{ kind: 'case', id: caseId }] });
  await client.settings.update({ theme: 'dark', tray: [caseId] });
  await client.ownCases.edition({ id: 'beijing-dashilar' as CaseId });
  await client.ownCases.create({
    id: CaseId.parse('my-lane'),
    type: 'project',
    title: { zh: '小巷', en: 'A lane' },
  });
  // A draft in whatever state, with the line ends and marks of another system.
  mkdirSync(join(dataDir, 'cases', 'event-driven'), { recursive: true });
  writeFileSync(join(dataDir, 'cases', 'event-driven', 'half.md'), '\ufeff---\r\nid: half\r\n没写完');
  await program.services.data.exportPlain(out);
  await program.close();
}, 60_000);

test('all that the user made goes out as plain files and comes back in another folder, byte for byte', async () => {
  const fresh = join(root, 'fresh');
  const program = await open(fresh);
  const preview = await program.services.data.importPlain(out, false);
  expect(preview.counts.added).toBeGreaterThan(30);
  expect(preview.counts.removed).toBe(0);
  await program.services.data.importPlain(out, true);
  expect(program.services.library.get({ id: 'beijing-dashilar-own' }).origin).toBe('own');
  await program.close();
  expect(rowsOf(fresh)).toEqual(rowsOf(dataDir));
  expect(casesOf(fresh)).toEqual(casesOf(dataDir));
}, 60_000);

test('the files can be read by anyone: cases as they are, rows as lines of JSON', () => {
  expect(casesOf(out)).toEqual(casesOf(dataDir));
  const notes = readFileSync(join(out, 'data', 'annotations.jsonl'), 'utf8')
    .trimEnd()
    .split('\n');
  expect(notes.map((line) => JSON.parse(line).body)).toContain('改过一次');
});

test('the window hands the same files over in one zip', async () => {
  const program = await open(dataDir);
  const { ticket, fileName } = await program.services.data.exportAll();
  const files = unzipSync(program.takeDocument(ticket).bytes);
  await program.close();
  expect(fileName).toMatch(/\.zip$/);
  expect(Object.keys(files)).toContain('manifest.json');
  const draft = Buffer.from(files['cases/event-driven/half.md'] ?? []);
  expect(draft.equals(readFileSync(join(dataDir, 'cases', 'event-driven', 'half.md')))).toBe(true);
}, 60_000);

test('a file that is missing or changed is named, and nothing is brought in', async () => {
  const fresh = join(root, 'other');
  const program = await open(fresh);
  const before = rowsOf(fresh);
  for (const file of ['manifest.json', 'data/annotations.jsonl', 'cases/event-driven/half.md']) {
    const path = join(out, file);
    const whole = readFileSync(path);
    writeFileSync(path, Buffer.concat([whole.subarray(0, whole.length - 2), Buffer.from('x')]));
    await expect(program.services.data.importPlain(out, true)).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      data: { file: path, reason: 'damaged' },
    });
    rmSync(path);
    await expect(program.services.data.importPlain(out, true)).rejects.toMatchObject({
      code: 'FILE_REFUSED',
      data: { file: path, reason: 'missing' },
    });
    writeFileSync(path, whole);
  }
  await expect(program.services.data.exportPlain(out)).rejects.toMatchObject({ code: 'FILE_NOT_WRITABLE' });
  await program.close();
  expect(rowsOf(fresh)).toEqual(before);
}, 60_000);
