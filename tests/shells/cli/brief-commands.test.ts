import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { okm } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'okm-briefs-'));
const at = { dataDir: join(folder, 'data') };
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  process.env.SOURCE_DATE_EPOCH = '1700000000';
});
afterEach(() => {
  delete process.env.SOURCE_DATE_EPOCH;
});
const file = (name: string) => join(folder, name);
const ids = ['beijing-jinsong-model', 'beijing-qinghe-community-planners'];

test('a recipe gives the same bytes each time, in each of its languages', async () => {
  writeFileSync(
    file('r.yaml'),
    `cases: [${ids.join(', ')}]\nlanguage: both\ntitle: 谁出钱\nrows: [funding]\nfindings: { funding: 账写全的只有劲松。 }\n`,
  );
  for (const ending of ['docx', 'pdf', 'xlsx']) {
    for (const name of ['one', 'two']) {
      const { code, err } = await okm(
        ['brief', '--from', file('r.yaml'), '--out', file(`${name}.${ending}`)],
        at,
      );
      expect([code, err]).toEqual([0, '']);
    }
    expect(readFileSync(file(`one.${ending}`)).equals(readFileSync(file(`two.${ending}`)))).toBe(true);
    expect(existsSync(file(`one.en.${ending}`))).toBe(true);
  }
});

test('an edited brief becomes a comparison, which can be written again by its id', async () => {
  await okm(['brief', ...ids, '--out', file('b.docx')], at);
  const parts = unzipSync(readFileSync(file('b.docx')));
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const cell = /okm:cell:funding:beijing-jinsong-model.*?<w:t[^>]*>([^<]+)/s.exec(document)?.[1] ?? '';
  const edited = strToU8(document.replaceAll(cell, `据会议记录，${cell}`));
  writeFileSync(file('edited.docx'), zipSync({ ...parts, 'word/document.xml': edited }));
  const shown = await okm(['compare', '--from', file('edited.docx'), '--json'], at);
  const plan = JSON.parse(shown.out) as {
    edits: { row: string; state: string }[];
    comparison: string | null;
  };
  expect(plan.edits).toEqual([expect.objectContaining({ row: 'funding', state: 'apply' })]);
  expect(plan.comparison).toBeNull();
  const done = await okm(['compare', '--from', file('edited.docx'), '--yes', '--json'], at);
  const { comparison } = JSON.parse(done.out) as { comparison: string };
  const again = await okm(['brief', comparison, '--out', file('again.md')], at);
  expect([again.code, again.err]).toEqual([0, '']);
  expect(readFileSync(file('again.md'), 'utf8')).toContain('据会议记录，');
  const check = await okm(['check', '--brief', file('again.md'), '--json'], at);
  expect(JSON.parse(check.out)).toMatchObject({ cases: ids.toSorted(), unknown: [] });
});

test.each([
  [['brief', ids[0] ?? '', '--out', 'x.docx'], 2, '二到六个'],
  [['brief', 'no-such-case', ids[0] ?? '', '--out', 'x.docx'], 1, 'no-such-case'],
  [['brief', ...ids, '--out', 'x.odt'], 2, '.docx'],
  [['brief', ...ids, '--out', 'missing/x.docx'], 4, 'missing'],
  [['brief', ...ids, '--out', 'x.docx', '--style', 'mla'], 2, 'mla'],
  [['brief', ...ids, '--out', 'x.docx', '--reference-doc', 'package.json'], 3, 'Word'],
  [['brief', ...ids, '--out', 'x.pdf', '--reference-doc', 'package.json'], 2, '.docx'],
  [['brief', '--from', 'package.json', '--out', 'x.docx'], 3, 'name'],
  [['brief', '--from', 'no.yaml', '--out', 'x.docx'], 3, '没有这个文件'],
  [['brief', '00000000-0000-4000-8000-000000000000', '--out', 'x.docx'], 1, '没有找到这份比较'],
  [['compare', '--from', 'package.json'], 3, 'Word'],
  [['check', '--brief', 'package.json'], 3, '认不出'],
  [['references', '--from', 'package.json'], 3, '没有能读的文献'],
])('%j ends in %i, says why, and leaves no file', async (argv, code, word) => {
  const own = mkdtempSync(join(folder, 'bad-'));
  const put = argv.map((one) => (/^(?:x\.|missing\/)/.test(one) ? join(own, one) : one));
  const result = await okm(put, at);
  expect(result.code).toBe(code);
  expect(result.err).toContain(word);
  expect(readdirSync(own)).toEqual([]);
});
