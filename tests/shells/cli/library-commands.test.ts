import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLibrary } from '#services/library/library.ts';
import { runCli } from '../../../src-main/shells/cli/main.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-cli-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs one command line in this process. */
async function okm(...argv: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const casesDir = resolve('cases');
  const code = await runCli([...argv, '--data', join(folder, 'data')], {
    env: { LANG: 'en_GB.UTF-8' },
    terminal: {
      out: (line) => out.push(line),
      err: (line) => err.push(line),
      json: (value) => out.push(JSON.stringify(value)),
    },
    places: { version: '0', casesDir, compiledDir: '', fontsDir: '', rendererDir: '', preloadFile: '' },
    serve: () => Promise.resolve(0),
  });
  return { code, out, err };
}

test('report --json gives every case with its sentences, sources and figures', async () => {
  const { code, out } = await okm('report', '--json');
  const { cases } = await openLibrary({ casesDir: 'cases' });
  const report = JSON.parse(out[0] ?? '') as { cases: Record<string, unknown>[] };
  expect(code).toBe(0);
  expect(out).toHaveLength(1);
  expect(report.cases.map((one) => one.id)).toEqual(cases.map((one) => one.id));
  const jinsong = report.cases.find((one) => one.id === 'beijing-jinsong-model');
  expect(jinsong).toMatchObject({
    type: 'project',
    inSeed: false,
    languages: ['zh', 'en'],
    sentences: { total: expect.any(Number), factual: expect.any(Number) },
    citedShare: 1,
    sources: { law: 0, press: 6, promoter: 1 },
    figures: 24,
  });
});

test('report writes Markdown and HTML in both languages, with nothing that runs', async () => {
  const { code, out } = await okm('report', '--out', folder);
  expect(code).toBe(0);
  expect(out).toHaveLength(4);
  const zh = await readFile(join(folder, 'library-report.zh.md'), 'utf8');
  expect(zh).toMatch(/^# 案例库报告\n/);
  expect(zh).toContain('| 类型 | 需求响应精准化 |');
  expect(zh).toContain('## 库里没有说的');
  const html = await readFile(join(folder, 'library-report.en.html'), 'utf8');
  expect(html).toContain('<html lang="en">');
  expect(html).toContain("default-src 'none'");
  expect(html).toContain('<th scope="row">Project</th>');
  expect(html).not.toMatch(/<script|https?:/);
});

test('new begins a case whose check says what is left to do, and never writes over one', async () => {
  const begun = await okm(
    'new',
    'case',
    'ningbo-lane',
    '--type',
    'project',
    '--title',
    '宁波里弄',
    '--out',
    folder,
  );
  expect(begun.code).toBe(0);
  const file = join(folder, 'project', 'ningbo-lane.md');
  const checked = await okm('check', file, '--json');
  expect(checked.code).toBe(1);
  const { errors } = JSON.parse(checked.out[0] ?? '') as { errors: { rule: string; file: string }[] };
  expect(new Set(errors.map(({ rule }) => rule))).toEqual(new Set(['section-empty']));
  expect(errors).toHaveLength(18);
  await writeFile(file, 'mine');
  const again = await okm('new', 'case', 'ningbo-lane', '--type', 'project', '--out', folder);
  expect(again.code).toBe(3);
  expect(await readFile(file, 'utf8')).toBe('mine');
});

test.for([
  [['new', 'case', 'ningbo-lane', '--type', 'projct'], /use project/],
  [['new', 'case', 'Ningbo Lane', '--type', 'project'], /Ningbo Lane/],
  [['new', 'pack'], /case and the case’s id/],
  [['check', '--format', 'xml'], /xml/],
] as const)('%j is wrong usage and says why', async ([argv, reason]) => {
  const { code, err } = await okm(...argv);
  expect(code).toBe(2);
  expect(err.join('\n')).toMatch(reason);
});

test('check speaks to a pipeline in workflow commands', async () => {
  await okm('new', 'case', 'ningbo-lane', '--type', 'project', '--out', folder);
  const { code, out } = await okm('check', join(folder, 'project', 'ningbo-lane.md'), '--format', 'github');
  expect(code).toBe(1);
  expect(out[0]).toMatch(
    /^::error file=ningbo-lane\.en\.md,line=\d+,col=1,title=section-empty::The section /,
  );
  expect(out.every((line) => /^::(error|warning) /.test(line))).toBe(true);
});
