import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Annotation } from '#contract/annotations.ts';
import { BriefPicture } from '#contract/exports.ts';
import { AnnotationId } from '#contract/ids.ts';
import { makeBrief } from '#domain/comparison/brief.ts';
import { createBriefPictures } from '#services/exports/brief-pictures.ts';
import { createPress } from '#services/exports/pdf/press.ts';
import { readLogo } from '#services/exports/read-logo.ts';
import { renderBrief } from '#services/exports/render-brief.ts';
import { writePng } from '#services/pictures/png.ts';
import { worked } from './sample.ts';

const run = promisify(execFile);
const has = (program: string) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
const press = createPress({ fontsDir: 'build/fonts' });
const draw = createBriefPictures('build/fonts');
const png = writePng({ width: 30, height: 10, pixels: new Uint8Array(900).fill(90) }, 1);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-furnished-'));
});
afterAll(async () => {
  await press.close();
  await rm(folder, { recursive: true, force: true });
});

const source = worked('zh', {
  cover: true,
  notes: true,
  organisation: '某市规划局',
  logo: Buffer.from(png).toString('base64'),
  pictures: BriefPicture.options.slice(),
});
const [first] = source.cases;
if (first === undefined) throw new Error('no case');

function note(body: string, more: Partial<Annotation> = {}): Annotation {
  return {
    id: AnnotationId.parse(crypto.randomUUID()),
    caseId: first?.id ?? ('' as never),
    language: 'zh',
    kind: 'note',
    colour: 'yellow',
    body,
    tags: [],
    target: {
      source: '',
      section: null,
      textHash: '',
      selector: [
        { type: 'TextPositionSelector', start: 0, end: 5 },
        { type: 'TextQuoteSelector', prefix: '', exact: '居民拿主意', suffix: '' },
      ],
    },
    status: 'anchored',
    range: null,
    replyTo: null,
    createdAt: '2026-11-24T00:00:00.000Z',
    modifiedAt: '2026-11-24T00:00:00.000Z',
    ...more,
  };
}
const annotations = [
  note('下次要问：钱从哪里来？'),
  note('', { kind: 'highlight' }),
  note('别人写的', { by: { id: 'p1', name: '王' } }),
  note('删掉的', { removedAt: '2026-11-24T00:00:00.000Z' }),
];

describe('a furnished brief', () => {
  it('has the user’s own notes and nobody else’s, with the words they stand on', () => {
    const { notes } = makeBrief({ ...source, annotations });
    expect(notes).toEqual([
      { about: expect.stringContaining('清河'), quote: '居民拿主意', lines: ['下次要问：钱从哪里来？'] },
    ]);
    expect(makeBrief(worked('zh')).notes).toEqual([]);
  });

  it('carries contents, pictures with words for the blind, notes and logo in Word', async () => {
    const { bytes } = await renderBrief({ ...source, annotations, format: 'docx' }, press, draw);
    const parts = unzipSync(bytes);
    const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(xml).toContain('TOC');
    expect([...xml.matchAll(/<wp:docPr [^>]*descr="([^"]+)"/g)].length).toBeGreaterThanOrEqual(5);
    expect(xml).toContain('下次要问：钱从哪里来？');
    expect(Object.keys(parts).filter((name) => name.startsWith('word/media/')).length).toBe(5);
    const headers = Object.entries(parts).filter(([name]) => /^word\/header\d+\.xml$/.test(name));
    expect(headers.map(([, part]) => strFromU8(part)).every((part) => part.includes('某市规划局'))).toBe(
      true,
    );
    // Word leads from the contents to bookmarks: each must be there.
    for (const [, target] of xml.matchAll(/w:anchor="([^"]+)"/g)) {
      expect(xml).toContain(`w:name="${target}"`);
    }
    const again = await renderBrief({ ...source, annotations, format: 'docx' }, press, draw);
    expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  it.runIf(has('pdftotext') && has('pdfimages'))('prints all of it, contents with page numbers', async () => {
    const { bytes } = await renderBrief({ ...source, annotations, format: 'pdf' }, press, draw);
    const file = join(folder, 'brief.pdf');
    await writeFile(file, bytes);
    const { stdout } = await run('pdftotext', ['-layout', file, '-']);
    expect(stdout).toMatch(/八项比较[ .\u2060]+\d/u);
    expect(stdout).toContain('下次要问：钱从哪里来？');
    expect(stdout).toMatch(/图\s*1/);
    expect((await run('pdfimages', ['-list', file])).stdout).toMatch(/image\s+30\s+10/);
  });

  it('is one HTML file with its pictures inside', async () => {
    const { bytes } = await renderBrief({ ...source, annotations, format: 'html' }, press, draw);
    const { document } = new JSDOM(new TextDecoder().decode(bytes)).window;
    const images = [...document.querySelectorAll('img')];
    expect(images).toHaveLength(5);
    for (const image of images)
      expect(image.getAttribute('src')).toMatch(/^data:image\/(?:png|svg\+xml);base64,/);
    for (const image of document.querySelectorAll('figure img')) {
      expect(image.getAttribute('alt')?.length).toBeGreaterThan(10);
    }
    for (const link of document.querySelectorAll('nav a')) {
      expect(document.querySelector(link.getAttribute('href') ?? '')).not.toBeNull();
    }
  });

  it('has its rows by group when asked, else as the comparison has them', () => {
    const rows = ['upkeep', 'funding', 'initiator-lead'] as const;
    const comparison = { ...source.comparison, rows: [...rows] };
    const order = (options: typeof source.options) =>
      makeBrief({ ...source, comparison, options }).groups.flatMap((group) => group.rows.map(({ id }) => id));
    expect(order({ ...source.options, order: 'own' })).toEqual([...rows]);
    expect(order({ ...source.options, order: 'groups' })).toEqual(['initiator-lead', 'funding', 'upkeep']);
  });
});

describe('a logo', () => {
  it.each([
    ['text', Buffer.from('<svg onload="alert(1)"/>')],
    ['nothing', Buffer.alloc(0)],
    ['a PNG cut short', png.slice(0, png.length - 20)],
    [
      'a PNG with a byte changed',
      Uint8Array.from(png, (byte, at) => (at === png.length - 20 ? byte ^ 1 : byte)),
    ],
    ['a JPEG without a frame', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xd9)],
  ])('that is %s is refused before anything is written', async (_, bytes) => {
    const logo = Buffer.from(bytes).toString('base64');
    expect(() => readLogo(bytes, 'a.png')).toThrow(
      expect.objectContaining({
        code: 'FILE_REFUSED',
        data: { file: 'a.png', reason: 'not-picture', detail: '' },
      }),
    );
    if (logo === '') return;
    const options = { ...source.options, logo };
    await expect(renderBrief({ ...source, options, format: 'csv' }, press, draw)).rejects.toMatchObject({
      code: 'FILE_REFUSED',
    });
  });

  it('is read with its size', () => {
    expect(readLogo(png, 'a.png')).toMatchObject({ type: 'png', width: 30, height: 10 });
  });
});
