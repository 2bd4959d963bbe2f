import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BriefFormat } from '#contract/exports.ts';
import { plainText } from '#domain/citation/text-run.ts';
import { type BriefSource, makeBrief } from '#domain/comparison/brief.ts';
import { createPress } from '#services/exports/pdf/press.ts';
import { renderBrief } from '#services/exports/render-brief.ts';
import { worked } from './sample.ts';

const run = promisify(execFile);
const has = (program: string) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
const press = createPress({ fontsDir: 'build/fonts' });
const render = (source: BriefSource, format: BriefFormat) => renderBrief({ ...source, format }, press);
/** Words without blanks and joiners, which a program may add or take in setting them. */
const bare = (words: string) => words.replace(/\s|\u200d|\u2060|\u2011|\u00ad|-/gu, '');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-print-'));
});
afterAll(async () => {
  await press.close();
  await rm(folder, { recursive: true, force: true });
});

async function printed(bytes: Uint8Array, ...options: string[]): Promise<string> {
  const file = join(folder, 'brief.pdf');
  await writeFile(file, bytes);
  await run('pdftotext', [...options, file, join(folder, 'brief.txt')]);
  return readFile(join(folder, 'brief.txt'), 'utf8');
}

const poppler = ['pdftotext', 'pdffonts', 'pdfinfo'].every(has);

describe.each(['zh', 'en'] as const)('a printed brief in %s', (language) => {
  const source = worked(language);
  const brief = makeBrief(source);

  it.runIf(poppler)(
    'has every row, cell, finding and reference as text that can be found again',
    async () => {
      const { bytes, missing } = await render(source, 'pdf');
      expect(missing).toEqual([]);
      const words = bare(await printed(bytes, '-raw'));
      for (const { rows } of brief.groups) {
        for (const row of rows) {
          expect(words).toContain(bare(row.title));
          for (const cell of row.cells) {
            for (const part of cell.runs) expect(words).toContain(bare(part.text));
          }
        }
      }
      for (const { lead } of brief.findings)
        expect(words).toContain(bare(lead.map((one) => one.text).join('')));
      for (const one of brief.references) expect(words).toContain(bare(plainText(one.runs)).slice(0, 24));
    },
  );

  it.runIf(poppler)('is tagged, dated by its day, and carries all its fonts', async () => {
    const { bytes } = await render(source, 'pdf');
    await printed(bytes);
    const info = await run('pdfinfo', ['-isodates', join(folder, 'brief.pdf')]);
    expect(info.stdout).toMatch(/Tagged:\s+yes/);
    expect(info.stdout).toMatch(/CreationDate:\s+2026-11-24T00:00:00/);
    expect(info.stdout).toContain(brief.title);
    const fonts = (await run('pdffonts', [join(folder, 'brief.pdf')])).stdout.split('\n').slice(2);
    for (const font of fonts.filter((line) => line !== '')) expect(font).toMatch(/ yes yes yes /);
    expect(Buffer.from(bytes).includes('/Outlines')).toBe(true);
    expect(Buffer.from(bytes).includes('/Lang')).toBe(true);
  });

  it('says which characters are in no font, and reads no markup out of words', async () => {
    const title = '𠮷野 #eval("1") $x$ *bold* <rows> @ref \\u{41} [ref]';
    const { bytes, missing } = await render(
      { ...source, comparison: { ...source.comparison, title } },
      'pdf',
    );
    expect(missing).toEqual(['𠮷']);
    if (poppler) expect(await printed(bytes)).toContain('#eval("1") $x$ *bold* <rows> @ref \\u{41} [ref]');
  });

  it('is one line a row in CSV, with its sources', async () => {
    const { bytes } = await render(source, 'csv');
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const { data, errors } = Papa.parse<string[]>(new TextDecoder().decode(bytes).trimEnd());
    expect(errors).toEqual([]);
    expect(data).toHaveLength(1 + brief.groups.flatMap((group) => group.rows).length);
    const funding = data.find(([id]) => id === 'funding') ?? [];
    expect(funding.at(-1)).toContain('[1] ');
    expect(new Set(data.map((line) => line.length)).size).toBe(1);
  });

  it('is a workbook without formulas whose sheets hold every cell', async () => {
    const { bytes } = await render(source, 'xlsx');
    const parts = unzipSync(bytes);
    const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets).toHaveLength(3);
    for (const [, sheet] of sheets) expect(strFromU8(sheet)).not.toContain('<f>');
    const strings = bare(strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array()));
    for (const row of brief.groups.flatMap((group) => group.rows)) expect(strings).toContain(bare(row.title));
  });

  it('is JSON that says what each claim rests on', async () => {
    const { bytes } = await render(source, 'json');
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    expect(value).toMatchObject({ format: 'okm-brief', language, title: brief.title });
    expect(value).toHaveProperty('references.0.keys.0', expect.stringMatching(/^[a-z0-9-]+_S\d+$/));
  });
});

it.each(['=1+1', ' +SUM(A1)', '＝cmd', '"@x', '-2', '\t=1'])(
  'a cell of %j is no formula in CSV',
  async (words) => {
    const source = worked('zh');
    const id = source.cases[0]?.id ?? ('' as never);
    const cells = [{ caseId: id, row: 'funding' as const, summary: words }];
    const { bytes } = await render({ ...source, comparison: { ...source.comparison, cells } }, 'csv');
    const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes));
    expect(data.find((line) => line[0] === 'funding')?.[3]).toMatch(/^'/);
  },
);
