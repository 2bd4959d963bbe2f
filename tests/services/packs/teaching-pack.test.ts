import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CasepackManifest } from '#contract/casepack.ts';
import { checkCases } from '#services/library/check.ts';
import { compileLibrary } from '#services/library/library.ts';
import { packTeachingNotes } from '#services/packs/teaching-pack.ts';
import { CASEPACK_MEDIA_TYPE, type PackHead, writeCasepack } from '#services/packs/write-casepack.ts';

const run = promisify(execFile);
const head = { version: '0.1.0', created: '2026-11-24T00:00:00.000Z' };
const id = 'project/beijing-jinsong-model';
let folder: string;

const questions = (text: string) => /\n## (?:讨论题|Questions)\n\n([\s\S]+)$/.exec(text)?.[1]?.trim() ?? '';

/** A note with the case's own questions; `change` breaks it. */
const noteOf = async (language: 'zh' | 'en', change = (text: string) => text) => {
  const text = await readFile(`cases/${id}${language === 'zh' ? '' : '.en'}.md`, 'utf8');
  const asked = questions(text).split('\n');
  const zh = language === 'zh';
  const lines = [
    `---\nid: beijing-jinsong-model\nlanguage: ${language}\nkind: teaching\ntitle: ${zh ? '教学说明' : 'Teaching note'}\n---\n`,
    zh ? '## 教学目的与用途\n\n说出三方各出了什么。' : '## Purpose and use\n\nSay what each side put in.',
    zh ? '## 讨论题与思路\n' : '## Questions and lines of answer\n',
    ...asked.map((question) => `${question}\n\n   ${zh ? '两种答法。[@S4]' : 'Two answers. [@S4]'}\n`),
    zh ? '## 关键要点\n\n- 钱分三份。[@S4]' : '## Key points\n\n- The money has three parts. [@S4]',
    zh ? '\n## 课堂计划（90分钟）\n' : '\n## Class plan (90 minutes)\n',
    '| min | what | how |\n| --- | --- | --- |\n| 5 | vote | hands |\n| 60 | talk | groups |\n| 25 | end | slips |\n',
    zh ? '## 后续进展\n\n来源没有说。' : '## What happened later\n\nThe sources do not say.',
  ];
  return change(`${lines.join('\n')}\n`);
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-teaching-'));
  await mkdir(dirname(join(folder, id)), { recursive: true });
  for (const end of ['.md', '.en.md']) await cp(`cases/${id}${end}`, join(folder, `${id}${end}`));
  await writeFile(join(folder, `${id}.teaching.md`), await noteOf('zh'));
  await writeFile(join(folder, `${id}.teaching.en.md`), await noteOf('en'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('the pack says what it is in its first bytes and is a bag that sha256sum accepts', async ({ skip }) => {
  const { bytes, notes } = await packTeachingNotes(folder, head);
  if (!bytes) throw new Error('nothing was packed');
  expect(notes).toBe(2);
  // Local header: name length 8 at 26, no extra field, stored.
  expect(Buffer.from(bytes.subarray(30, 38)).toString()).toBe('mimetype');
  expect(bytes[8]).toBe(0);
  expect(Buffer.from(bytes.subarray(38, 38 + CASEPACK_MEDIA_TYPE.length)).toString()).toBe(
    CASEPACK_MEDIA_TYPE,
  );

  const files = unzipSync(bytes);
  expect(Object.keys(files)).toEqual([
    'mimetype',
    'bag-info.txt',
    'bagit.txt',
    'casepack.json',
    'manifest-sha256.txt',
    'tagmanifest-sha256.txt',
    `data/cases/${id}.teaching.en.md`,
    `data/cases/${id}.teaching.md`,
  ]);
  const manifest = CasepackManifest.parse(JSON.parse(Buffer.from(files['casepack.json'] ?? []).toString()));
  expect(manifest).toMatchObject({ edition: 'trainer', licence: 'CC-BY-4.0', created: head.created });
  expect(manifest.requires).toMatchObject([{ case: 'beijing-jinsong-model' }]);
  for (const { path, bytes: size, sha256 } of manifest.contents) {
    expect(files[path]).toHaveLength(size);
    expect(
      createHash('sha256')
        .update(files[path] ?? '')
        .digest('hex'),
    ).toBe(sha256);
  }

  if (spawnSync('sha256sum', ['--version']).status !== 0) skip('sha256sum is not installed');
  const bag = join(folder, 'bag');
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(bag, path)), { recursive: true });
    await writeFile(join(bag, path), content);
  }
  for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    const { stdout } = await run('sha256sum', ['-c', '--strict', list], { cwd: bag });
    expect(
      stdout
        .trim()
        .split('\n')
        .every((line) => line.endsWith(': OK')),
    ).toBe(true);
  }
});

test('the same notes give the same bytes, other notes another id', async () => {
  const first = await packTeachingNotes(folder, head);
  const second = await packTeachingNotes(folder, head);
  expect(Buffer.from(first.bytes ?? [])).toEqual(Buffer.from(second.bytes ?? []));
  await writeFile(
    join(folder, `${id}.teaching.md`),
    await noteOf('zh', (text) => text.replace('说出三方', '说出四方')),
  );
  const third = await packTeachingNotes(folder, head);
  const idIn = (bytes: Uint8Array | undefined) =>
    CasepackManifest.parse(
      JSON.parse(Buffer.from(unzipSync(bytes ?? new Uint8Array())['casepack.json'] ?? []).toString()),
    ).id;
  expect(idIn(third.bytes)).not.toBe(idIn(first.bytes));
});

test('a path that leads out of the pack is refused', () => {
  const entry = { role: 'teaching-note', content: new Uint8Array() } as const;
  const pack = {
    title: 'x',
    language: 'zh',
    edition: 'trainer',
    createdBy: { app: 'x', version: '1' },
    created: head.created,
    licence: 'x',
    requires: [],
  } satisfies PackHead;
  for (const path of ['data/../x.md', '/data/x.md', 'data/.x', 'data\\x.md', 'x.md']) {
    expect(() => writeCasepack([{ ...entry, path }], pack)).toThrow();
  }
});

describe('a note that does not fit its case is named, and nothing is packed', () => {
  const broken: [name: string, change: (text: string) => string, rule: string, at: string][] = [
    ['another question', (t) => t.replace('1. 企业', '1. 公司'), 'teaching-question', '1. 公司'],
    [
      'a fourth question',
      (t) => t.replace('## 关键', '4. 还有呢？\n\n## 关键'),
      'teaching-question',
      '4. 还有呢',
    ],
    ['85 minutes', (t) => t.replace('| 60 |', '| 55 |'), 'teaching-minutes', '## 课堂计划'],
    ['an unknown source', (t) => t.replace('三份。[@S4]', '三份。[@S9]'), 'citation-unknown', '三份。'],
    ['a heading of its own', (t) => t.replace('## 关键要点', '## 要点'), 'heading-order', '## 要点'],
    ['a missing section', (t) => t.replace(/## 后续进展[\s\S]*/, ''), 'heading-missing', '| 25'],
    ['another kind', (t) => t.replace('kind: teaching', 'kind: case'), 'front-value', 'kind: case'],
    [
      'a script',
      (t) => t.replace('## 关键要点\n', '## 关键要点\n\n<script>x</script>\n'),
      'raw-html',
      '<script>',
    ],
    ['a blank before digits', (t) => t.replace('钱分三份', '钱分 3 份'), 'han-latin-space', '钱分'],
  ];
  test.for(broken)('%s', async ([, change, rule, at]) => {
    const text = await noteOf('zh', change);
    await writeFile(join(folder, `${id}.teaching.md`), text);
    const { errors } = await checkCases(folder);
    const found = errors.filter((one) => one.rule === rule);
    expect(errors.map((one) => one.rule)).toContain(rule);
    expect(found[0]?.file).toBe(`${id}.teaching.md`);
    expect(found[0]?.line).toBe(text.slice(0, text.indexOf(at)).split('\n').length);
    expect((await packTeachingNotes(folder, head)).bytes).toBeUndefined();
  });

  test('a note in one language only', async () => {
    await rm(join(folder, `${id}.teaching.en.md`));
    const { warnings } = await checkCases(folder);
    const unpaired = warnings.filter(({ rule }) => rule === 'file-pair');
    expect(unpaired.map(({ file }) => file)).toEqual([`${id}.teaching.md`]);
    expect((await packTeachingNotes(folder, head)).bytes).toBeUndefined();
  });

  test('a note without its case', async () => {
    await rm(join(folder, `${id}.md`));
    await rm(join(folder, `${id}.en.md`));
    expect((await checkCases(folder)).errors.map((one) => one.rule)).toEqual([
      'teaching-case',
      'teaching-case',
    ]);
  });
});

test('no word of a teaching note is in the library that the program carries', async () => {
  const compiled = await compileLibrary(folder);
  expect(compiled).toContain('劲松');
  expect(compiled).not.toMatch(/teaching|两种答法|Two answers/);
});
