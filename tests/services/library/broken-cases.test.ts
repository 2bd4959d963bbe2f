import { cp, mkdir, mkdtemp, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkCases } from '#services/library/check.ts';
import { compileLibrary, openLibrary } from '#services/library/library.ts';

const good = 'project/beijing-jinsong-model';
const other = 'community-engagement/beijing-qinghe-community-planners';
const original = await readFile(`cases/${good}.md`, 'utf8');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-cases-'));
  for (const name of [good, other]) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    for (const end of ['.md', '.en.md']) await cp(`cases/${name}${end}`, join(folder, `${name}${end}`));
  }
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const path = () => join(folder, `${good}.md`);
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

/** Breaks the good case by one change and checks the folder. */
async function checkBroken(change: (text: string) => string) {
  const text = change(original);
  expect(text, 'the change must change something').not.toBe(original);
  await writeFile(path(), text);
  const report = await checkCases(folder);
  return {
    text,
    errors: report.errors,
    rules: [...report.errors, ...report.warnings].map((one) => one.rule),
  };
}

test('finds nothing wrong in the cases it begins with', async () => {
  expect((await checkCases(folder)).errors).toEqual([]);
});

describe('a broken case is named with file, line, reason and what would be right', () => {
  const cases: [
    name: string,
    change: (text: string) => string,
    rule: string,
    at: string,
    zh: RegExp,
    en: RegExp,
  ][] = [
    [
      'broken YAML',
      (t) => t.replace(/^level: .*$/m, 'level: [community'),
      'front-yaml',
      'period:',
      /YAML/,
      /not valid YAML/,
    ],
    [
      'an unknown type',
      (t) => t.replace(/^type: project$/m, 'type: projekt'),
      'front-value',
      'type: projekt',
      /最接近的是 project/,
      /nearest is project/,
    ],
    [
      'an unknown level',
      (t) => t.replace(/^level: .*$/m, 'level: comunity'),
      'front-value',
      'level: comunity',
      /community/,
      /community/,
    ],
    [
      'a misspelt key',
      (t) => t.replace(/^aliases:/m, 'aliasses:'),
      'front-key',
      'aliasses:',
      /最接近的是 aliases/,
      /nearest is aliases/,
    ],
    [
      'an empty field',
      (t) => t.replace(/^level: .*$/m, 'level:'),
      'front-value',
      'level:\n',
      /level/,
      /level/,
    ],
    [
      'a missing field',
      (t) => t.replace(/^level: .*\n/m, ''),
      'front-missing-key',
      'id: ',
      /not-stated/,
      /not-stated/,
    ],
    [
      'a citation without a reference',
      (t) => t.replace('[@S4]', '[@S44]'),
      'citation-unknown',
      '[@S44]',
      /最接近的是 S4/,
      /nearest is S4/,
    ],
    [
      'script in the text',
      (t) => t.replace('## 摘要\n', '## 摘要\n\n<script>alert(1)</script>\n'),
      'raw-html',
      '<script>',
      /HTML/,
      /HTML/,
    ],
    [
      'inline HTML',
      (t) => t.replace('## 摘要\n\n', '## 摘要\n\n<b onclick="x()">字</b>'),
      'raw-html',
      '<b onclick',
      /HTML/,
      /HTML/,
    ],
    [
      'a link that runs',
      (t) => t.replace('## 摘要\n\n', '## 摘要\n\n[看](javascript:alert(1))'),
      'link-target',
      '[看]',
      /链接/,
      /link/,
    ],
    [
      'headings out of order',
      (t) => t.replace('## 成效', '## 效果'),
      'heading-order',
      '## 效果',
      /成效/,
      /成效/,
    ],
    ['no front matter', (t) => t.replace('---\n', ''), 'front-missing', '', /---/, /---/],
    [
      'a bidirectional override',
      (t) => t.replace('## 摘要\n\n', '## 摘要\n\n\u202e'),
      'text-character',
      '\u202e',
      /U\+202E/,
      /U\+202E/,
    ],
    [
      'quotes nested too deep',
      (t) => t.replace('## 摘要\n\n', '## 摘要\n\n>>>>> 深\n\n'),
      'text-limit',
      '>>>>> 深',
      /quoteDepth/,
      /quoteDepth/,
    ],
    [
      'an alias bomb',
      (t) =>
        t.replace(
          /^level:.*$/m,
          `x-a: &a [1]\n${Array.from({ length: 60 }, (_, i) => `x-${i}: *a`).join('\n')}`,
        ),
      'front-yaml',
      '',
      /YAML/,
      /YAML/,
    ],
    [
      'a key twice',
      (t) => t.replace(/^level: (.*)$/m, 'level: $1\nlevel: $1'),
      'front-yaml',
      '',
      /YAML/,
      /YAML/,
    ],
    [
      'a quote that is not in its section',
      (t) => t.replace(/quote: \{zh: ./, 'quote: {zh: 从来没有写过的话'),
      'quote-missing',
      '',
      /原句/,
      /quote/,
    ],
    [
      'a source without a date',
      (t) => t.replace(/, undated: true/, ''),
      'reference-date',
      '',
      /issued/,
      /issued/,
    ],
  ];
  test.for(cases)('%s', async ([, change, rule, at, zh, en]) => {
    const { text, errors } = await checkBroken(change);
    const found = errors.find((one) => one.rule === rule);
    expect(errors.map((one) => one.rule)).toContain(rule);
    expect(found?.file).toBe(`${good}.md`);
    if (at !== '') expect(found?.line).toBe(lineOf(text, at));
    expect(found?.message.zh).toMatch(zh);
    expect(found?.message.en).toMatch(en);
  });

  test('an id that another case has', async () => {
    const copy = join(folder, 'project', 'second.md');
    await writeFile(copy, original);
    const { errors } = await checkCases(folder);
    expect(errors.map((one) => [one.file, one.rule])).toContainEqual(['project/second.md', 'file-name']);
  });

  test('a file of 50 MB, without reading it', async () => {
    await truncate(path(), 50 * 1024 * 1024);
    const { errors } = await checkCases(folder);
    expect(errors).toMatchObject([{ file: `${good}.md`, rule: 'file-size', actual: `${50 * 1024 * 1024}` }]);
  });

  test('a file in another encoding, with the byte', async () => {
    const head = Buffer.from('---\nid: x\ntitle: ');
    await writeFile(
      path(),
      Buffer.concat([head, Buffer.from([0xb1, 0xb1, 0xbe, 0xa9]), Buffer.from('\n---\n')]),
    );
    const { errors } = await checkCases(folder);
    expect(errors[0]).toMatchObject({ rule: 'file-encoding', line: 3 });
    expect(errors[0]?.message.en).toContain(`byte ${head.length}`);
  });

  test('a link instead of a file', async () => {
    await rm(path());
    await symlink('/etc/hostname', path());
    expect((await checkCases(folder)).errors.map((one) => one.rule)).toContain('file-name');
  });
});

test('the library opens with the rest and lists what it left out', async () => {
  await writeFile(path(), original.replace(/^type: project$/m, 'type: projekt'));
  const library = await openLibrary({ casesDir: folder });
  expect(library.cases.map((one) => one.id)).toEqual(['beijing-qinghe-community-planners']);
  expect(library.problems.filter((one) => one.severity === 'error')).toMatchObject([
    { file: `${good}.md`, rule: 'front-value' },
  ]);
});

test('a case keeps its Chinese text when only the English one is broken', async () => {
  await writeFile(join(folder, `${good}.en.md`), 'no front matter');
  const library = await openLibrary({ casesDir: folder });
  expect(library.get('beijing-jinsong-model').texts.zh?.sections).toHaveLength(9);
  expect(library.get('beijing-jinsong-model').texts.en).toBeUndefined();
});

test('a compiled library is read where it fits and parsed anew where a file has changed', async () => {
  const compiledFile = join(folder, 'cases.json');
  await writeFile(compiledFile, await compileLibrary(folder));
  await writeFile(path(), original.replace('劲松', '劲松改'));
  const library = await openLibrary({ casesDir: folder, compiledFile });
  expect(library.get('beijing-jinsong-model')).toEqual(
    (await openLibrary({ casesDir: folder })).get('beijing-jinsong-model'),
  );
  await writeFile(compiledFile, '{"version":0}');
  expect((await openLibrary({ casesDir: folder, compiledFile })).cases).toHaveLength(2);
});
