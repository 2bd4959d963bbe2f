import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { okm } from './run.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-cli-packs-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('packs cases, verifies, unpacks, compares and imports them', async () => {
  const dataDir = join(folder, 'data');
  const at = (name: string) => join(folder, name);
  const packed = await okm(['pack', 'beijing-jinsong-model', '--out', at('a.casepack')], { dataDir });
  expect(packed).toMatchObject({ code: 0, err: '' });
  await okm(
    ['pack', 'beijing-jinsong-model', 'shanghai-knowledge-innovation-garden', '--out', at('b.casepack')],
    { dataDir },
  );

  const verified = await okm(['verify', at('a.casepack'), '--json'], { dataDir });
  expect(JSON.parse(verified.out)).toMatchObject({ edition: 'personal', files: 2 });
  expect((await okm(['unpack', at('a.casepack'), '--out', at('bag')], { dataDir })).code).toBe(0);
  const path = 'cases/project/beijing-jinsong-model.md';
  expect(await readFile(at(`bag/data/${path}`))).toEqual(await readFile(path));

  const same = await okm(['diff', at('a.casepack'), at('a.casepack')], { dataDir });
  expect(same.code).toBe(0);
  const more = await okm(['diff', at('a.casepack'), at('b.casepack'), '--json'], { dataDir });
  expect(more.code).toBe(1);
  expect(JSON.parse(more.out).added).toHaveLength(2);
  expect((await okm(['diff', at('b.casepack')], { dataDir })).code).toBe(0);

  const plan = await okm(['import', at('b.casepack')], { dataDir });
  expect(plan).toMatchObject({ code: 0, err: '' });
  expect(plan.out).toContain('相同');
  const taken = await okm(['import', at('b.casepack'), '--yes', '--json'], { dataDir });
  expect(JSON.parse(taken.out).carriedOut).toMatchObject({ cases: 0, packets: 0 });
});

test('says which fault a pack has, in the user’s language, and exits with 3', async () => {
  const dataDir = join(folder, 'data');
  const file = join(folder, 'a.casepack');
  await okm(['pack', 'beijing-jinsong-model', '--out', file], { dataDir });
  const bytes = await readFile(file);
  await writeFile(file, bytes.subarray(0, bytes.length / 2));
  const zh = await okm(['verify', file], { dataDir });
  expect(zh).toMatchObject({ code: 3, out: '' });
  expect(zh.err).toContain('包不完整');
  const en = await okm(['import', file], { dataDir, lang: 'en_GB.UTF-8' });
  expect(en.code).toBe(3);
  expect(en.err).toContain('incomplete or was changed');
  expect((await okm(['pack', 'no-such-case', '--out', file], { dataDir })).code).toBe(1);
  expect((await okm(['pack', '--out', file], { dataDir })).code).toBe(2);
  expect((await okm(['packet'], { dataDir })).code).toBe(1);
});
