import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { okm } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'okm-cli-'));
const at = { dataDir: join(folder, 'data') };
const english = { ...at, lang: 'en_GB.UTF-8' };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('usage', () => {
  test('help shows commands and examples in the language of the system, or both', async () => {
    expect((await okm(['--help'], at)).out).toContain('例子');
    expect((await okm(['help'], english)).out).toContain('Examples');
    const both = (await okm(['--help', '--lang', 'both'], english)).out;
    expect(both).toContain('例子');
    expect(both).toContain('Examples');
  });

  test.each([
    [[], 'okm'],
    [['search'], '检索式'],
    [['search', '   '], '检索式'],
    [['show'], 'ID'],
    [['show', 'a', 'b'], 'ID'],
    [['compare'], 'ID'],
    [['brief', 'a', 'b'], '--out'],
    [['precedents'], '--level'],
    [['precedents', '--level', 'planet'], 'planet'],
    [['precedents', '--years', 'soon'], '--years'],
    [['dance'], 'dance'],
    [['search', 'x', '--limit', '0'], '--limit'],
    [['search', 'x', '--limit', 'many'], 'many'],
    [['search', 'x', '--limit', '501'], '501'],
    [['search', 'x', '--lang', 'fr'], 'fr'],
    [['search', 'x', '--json=yes'], '--json'],
    [['search', 'x', '--colour'], '--colour'],
    [['search', 'x', '--out'], '--out'],
    [['serve', '--port', '70000'], '70000'],
  ])('%j is wrong usage, and says why', async (argv, word) => {
    const { code, out, err } = await okm(argv, at);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(word);
  });
});

describe('precedents', () => {
  test('takes values in either language and gives reasons, and one that stopped', async () => {
    const given = [
      'precedents',
      '加装电梯',
      '--level',
      '社区',
      '--space',
      'old-neighbourhood',
      '--limit',
      '2',
    ];
    const { code, out } = await okm([...given, '--json'], at);
    const found = JSON.parse(out);
    expect(code).toBe(0);
    expect(found.site).toEqual({ text: '加装电梯', level: 'community', space: ['old-neighbourhood'] });
    expect(found.precedents).toHaveLength(2);
    const attributes = found.precedents[0].reasons.map(({ attribute }: { attribute: string }) => attribute);
    expect(attributes).toEqual(['level', 'space', 'text']);
    expect(found.setback.passage.refs.length).toBeGreaterThan(0);
    const plain = (await okm(given, { ...at, lang: 'en_GB.UTF-8' })).out;
    expect(plain).toContain('same       level: Community');
    expect(plain).toContain('Met the same situation');
  });

  test('says that there are none', async () => {
    const { code, out } = await okm(['precedents', '--years', '1000..1001'], at);
    expect([code, out.trim()]).toEqual([1, '没有找到。']);
  });
});

describe('search', () => {
  test('--json prints one object whose ranges point at the words found', async () => {
    const { code, out, err } = await okm(['search', '社区规划师', '--json', '--limit', '3'], at);
    expect([code, err]).toEqual([0, '']);
    expect(out.trimEnd()).not.toContain('\n');
    const found = JSON.parse(out) as {
      query: string;
      total: number;
      hits: {
        id: string;
        tier: string;
        score: number;
        snippets: { section: string; text: string; ranges: [number, number][] }[];
      }[];
    };
    expect(Object.keys(found)).toEqual(['query', 'total', 'hits']);
    expect(found.query).toBe('社区规划师');
    expect(found.hits).toHaveLength(3);
    expect(found.total).toBeGreaterThan(3);
    const words = found.hits.flatMap(({ snippets }) =>
      snippets.flatMap(({ text, ranges }) => ranges.map(([start, end]) => text.slice(start, end))),
    );
    expect(words.join()).toContain('社区规划师');
    for (const hit of found.hits) {
      expect(Object.keys(hit)).toEqual(['id', 'title', 'type', 'tier', 'score', 'snippets']);
      expect(['match', 'related']).toContain(hit.tier);
    }
  });

  test('a word with a hyphen excludes, and is no option', async () => {
    const all = JSON.parse((await okm(['search', '规划师', '--json', '--limit', '500'], at)).out) as {
      total: number;
    };
    const fewer = JSON.parse(
      (await okm(['search', '规划师', '-北京', '--json', '--limit', '500'], at)).out,
    ) as { total: number };
    expect(fewer.total).toBeLessThan(all.total);
  });

  test('nothing found is exit code 1, with JSON all the same', async () => {
    const { code, out } = await okm(['search', 'qqzzxxqq', '--json'], at);
    expect([code, JSON.parse(out)]).toEqual([1, { query: 'qqzzxxqq', total: 0, hits: [] }]);
    expect((await okm(['search', 'qqzzxxqq'], english)).out).toContain('Nothing was found.');
  });
});

describe('show', () => {
  test('prints the case with its citations and sources, in either language or both', async () => {
    const { code, out } = await okm(['show', 'beijing-jinsong-model', '--lang', 'both'], at);
    expect(code).toBe(0);
    expect(out).toContain('## 摘要');
    expect(out).toContain('## Summary');
    expect(out).toMatch(/\[S\d+(; S\d+)*\]/);
    expect(out).toMatch(/^\[S\d+\] /m);
  });

  test('names the nearest ids where there is no such case', async () => {
    const { code, out, err } = await okm(['show', 'beijing-jinsong'], english);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('beijing-jinsong-model');
    expect((await okm(['show', '../../../etc/passwd'], at)).code).toBe(1);
  });
});

describe('compare and brief', () => {
  const two = ['beijing-jinsong-model', 'chengdu-5811-qinglong'];

  test('compare gives each row the cases in the order they were named', async () => {
    const { code, out } = await okm(['compare', ...two, '--json'], at);
    expect(code).toBe(0);
    const { cases, rows } = JSON.parse(out) as {
      cases: { id: string }[];
      rows: { row: string; cells: { case: string; text: string; refs: string[] }[] }[];
    };
    expect(cases.map((one) => one.id)).toEqual(two);
    expect(rows.map((one) => one.row)).toContain('funding');
    for (const { cells } of rows) {
      expect(cells.map((cell) => cell.case)).toEqual(two);
      for (const { text } of cells) expect(text).not.toBe('');
    }
  });

  test('one case, or seven, is no comparison', async () => {
    for (const ids of [two.slice(0, 1), [...two, 'a', 'b', 'c', 'd', 'e'], ['x', 'x']]) {
      const { code, err } = await okm(['compare', ...ids], at);
      expect(code).toBe(2);
      expect(err).toContain('二到六个');
    }
  });

  test.each(['docx', 'html', 'md'])(
    'brief writes the format that the ending .%s names, and the same bytes twice',
    async (ending) => {
      const files = [1, 2].map((number) => join(folder, `brief-${number}.${ending}`));
      process.env.SOURCE_DATE_EPOCH = '1790000000';
      for (const file of files) expect((await okm(['brief', ...two, '--out', file], at)).code).toBe(0);
      delete process.env.SOURCE_DATE_EPOCH;
      const [first, second] = files.map((file) => readFileSync(file));
      expect(first?.length).toBeGreaterThan(1000);
      expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true);
    },
  );

  test('brief in both languages is two files', async () => {
    const { code, out } = await okm(
      ['brief', ...two, '--out', join(folder, 'both.md'), '--lang', 'both', '--json'],
      at,
    );
    expect(code).toBe(0);
    const { files } = JSON.parse(out) as { files: { file: string; citations: number }[] };
    expect(files.map((one) => one.file)).toEqual([join(folder, 'both.md'), join(folder, 'both.en.md')]);
    expect(readFileSync(join(folder, 'both.en.md'), 'utf8')).toContain('Jinsong');
  });

  test('a format that is not known, and a place that is not there, write nothing', async () => {
    const unknown = await okm(['brief', ...two, '--out', join(folder, 'brief.odt')], at);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('.docx')]);
    const nowhere = join(folder, 'no', 'such', 'folder');
    const missing = await okm(['brief', ...two, '--out', join(nowhere, 'brief.md')], at);
    expect([missing.code, missing.err]).toEqual([4, expect.stringContaining('brief.md')]);
    expect(existsSync(nowhere)).toBe(false);
  });
});

describe('check', () => {
  test('--json prints one object with file, line, rule and message, and exit code 1 for an error', async () => {
    const file = join(folder, 'a-case.md');
    writeFileSync(
      file,
      '---\nid: a-case\nlanguage: zh\ntitle: {zh: 甲, en: A}\ntype: nonsense\n---\n\n## 摘要\n\n空。\n',
    );
    const { code, out, err } = await okm(['check', file, '--json'], english);
    expect([code, err]).toEqual([1, '']);
    const { cases, errors, warnings } = JSON.parse(out) as {
      cases: number;
      errors: { file: string; line: number; rule: string; message: string }[];
      warnings: unknown[];
    };
    expect([cases, Array.isArray(warnings)]).toEqual([1, true]);
    for (const error of errors)
      expect(Object.keys(error)).toEqual(expect.arrayContaining(['file', 'line', 'rule', 'message']));
    expect(errors.some((error) => error.line === 5)).toBe(true);
    expect(errors[0]?.message).not.toMatch(/[\u4e00-\u9fff]{4}/);
  });

  test('a file that is not there is input refused', async () => {
    const { code, err } = await okm(['check', join(folder, 'none.md')], at);
    expect([code, err]).toEqual([3, expect.stringContaining('none.md')]);
  });
});

describe('the data folder', () => {
  test('one that cannot be written still lets cases be read, and is left as it is', async ({ skip }) => {
    skip(process.getuid?.() === 0, 'the superuser may write everywhere');
    const dataDir = mkdtempSync(join(folder, 'readonly-'));
    chmodSync(dataDir, 0o500);
    expect((await okm(['show', 'beijing-jinsong-model'], { dataDir })).code).toBe(0);
    chmodSync(dataDir, 0o700);
  });

  test('one that is a file is no folder, and is said to be none', async () => {
    const dataDir = join(folder, 'a-file');
    writeFileSync(dataDir, 'mine');
    const { code } = await okm(['show', 'beijing-jinsong-model'], { dataDir });
    expect(code).toBe(0);
    expect(readFileSync(dataDir, 'utf8')).toBe('mine');
  });

  test('a damaged one is a clear message and exit code 4, and nothing is written over it', async () => {
    const dataDir = mkdtempSync(join(folder, 'damaged-'));
    writeFileSync(join(dataDir, 'okm.db'), '\u0000'.repeat(4096));
    const { code, out, err } = await okm(['search', 'x'], { dataDir, lang: 'en_GB' });
    expect([code, out]).toEqual([4, '']);
    expect(err).toContain('okm.db');
    expect(readFileSync(join(dataDir, 'okm.db'), 'utf8')).toBe('\u0000'.repeat(4096));
  });
});
