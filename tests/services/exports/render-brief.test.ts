import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BriefFormat, CitationStyle } from '#contract/exports.ts';
import type { RowId } from '#contract/rows.ts';
import { plainText } from '#domain/citation/text-run.ts';
import { makeBrief } from '#domain/comparison/brief.ts';
import { draftCells } from '#domain/comparison/draft-cell.ts';
import { createPress } from '#services/exports/pdf/press.ts';
import { renderBrief as render } from '#services/exports/render-brief.ts';
import { library, options, worked } from './sample.ts';

const run = promisify(execFile);
const languages = ['zh', 'en'] as const;
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const has = (program: string) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

/** Words without anything a program may add or take in setting them: blanks, joiners, its own hyphens. */
const bare = (words: string) => words.replace(/\s|\u200d|\u2060|\u2011|\u00ad|-/gu, '');

function judge(...programs: string[]): boolean {
  const missing = programs.filter((program) => !has(program));
  if (missing.length > 0) console.log(`skipped: ${missing.join(', ')} not on this machine`);
  return missing.length === 0;
}

const press = createPress({ fontsDir: 'build/fonts' });
const renderBrief = (source: Parameters<typeof render>[0]) => render(source, press);
afterAll(() => press.close());

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-brief-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(languages)('a brief in %s', (language) => {
  const brief = makeBrief(worked(language));
  const cells = brief.groups.flatMap((group) => group.rows.flatMap((row) => row.cells));

  it.each(BriefFormat.options)('is the same to the byte when written twice (%s)', async (format) => {
    const first = await renderBrief({ ...worked(language), format });
    const second = await renderBrief({ ...worked(language), format });
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
    expect(first.citations).toBeGreaterThan(20);
    expect(first.unsupported).toBe(1);
  });

  it.each(['html', 'md'] as const)('carries every cell, finding and reference (%s)', async (format) => {
    const { bytes } = await renderBrief({ ...worked(language), format });
    const words =
      format === 'html'
        ? (new JSDOM(text(bytes)).window.document.body.textContent ?? '')
        : text(bytes).replaceAll('\\', '').replaceAll('*', '').replace(/[<>]/g, '');
    for (const cell of cells) {
      for (const part of cell.runs) expect(bare(words)).toContain(bare(part.text));
    }
    for (const reference of brief.references) expect(bare(words)).toContain(bare(plainText(reference.runs)));
    for (const finding of brief.findings) {
      for (const part of [...finding.lead, ...finding.rest]) expect(bare(words)).toContain(bare(part.text));
    }
  });

  it('is a page that loads nothing, runs nothing, and whose tables name their cells', async () => {
    const { bytes } = await renderBrief({ ...worked(language), format: 'html' });
    const { document } = new JSDOM(text(bytes)).window;
    expect(document.querySelectorAll('script, link, img, iframe, object')).toHaveLength(0);
    expect(
      document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content'),
    ).toContain("default-src 'none'");
    expect(document.documentElement.lang).toBe(language === 'zh' ? 'zh-Hans' : 'en');
    for (const head of document.querySelectorAll('th')) {
      expect(['col', 'row', 'rowgroup']).toContain(head.getAttribute('scope'));
    }
    for (const link of document.querySelectorAll<HTMLAnchorElement>('sup a')) {
      expect(document.querySelector(link.getAttribute('href') ?? '#none')).not.toBeNull();
    }
    for (const link of document.querySelectorAll('li a')) {
      expect(link.getAttribute('href')).toMatch(/^https?:\/\//);
    }
  });

  it('is a Word document with styles, a head row that repeats, a page across and languages', async () => {
    const { bytes } = await renderBrief({ ...worked(language), format: 'docx' });
    const parts = unzipSync(bytes);
    expect(Object.keys(parts)[0]).toBe('[Content_Types].xml');
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    const styles = strFromU8(parts['word/styles.xml'] ?? new Uint8Array());
    expect(document).toContain('<w:pStyle w:val="Heading1"/>');
    expect(document).toContain('<w:pStyle w:val="Heading2"/>');
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(2);
    expect(document).toContain('w:orient="landscape"');
    expect(document).toContain(
      `<w:lang w:val="${language === 'zh' ? 'en-US' : 'en-GB'}" w:eastAsia="zh-CN"/>`,
    );
    expect(document).toContain('<w:vertAlign w:val="superscript"/>');
    expect(document).toContain('<w:u w:val="single"');
    expect(styles).toContain('w:eastAsia="SimSun"');
    expect(styles).toContain('w:eastAsia="SimHei"');
    const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array());
    expect(core.match(/2026-11-24T00:00:00Z/g)).toHaveLength(2);
    const used = new Set([...document.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map((match) => match[1]));
    for (const style of used) expect(styles).toContain(`w:styleId="${style}"`);
    const targets = strFromU8(parts['word/_rels/document.xml.rels'] ?? new Uint8Array());
    for (const [, target] of targets.matchAll(/Target="([^"]+)" TargetMode="External"/g)) {
      expect(target).toMatch(/^https?:\/\//);
    }
  });

  it.runIf(judge('soffice', 'pdftotext'))(
    'opens in LibreOffice, which prints every cell and the list of references',
    { timeout: 120_000 },
    async () => {
      const { bytes } = await renderBrief({ ...worked(language), format: 'docx' });
      const file = join(folder, `${language}.docx`);
      await writeFile(file, bytes);
      const profile = `-env:UserInstallation=file://${join(folder, `profile-${language}`)}`;
      await run('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, file]);
      // By raw order, since cells stand side by side.
      await run('pdftotext', ['-raw', join(folder, `${language}.pdf`), join(folder, `${language}.txt`)]);
      const printed = bare(await readFile(join(folder, `${language}.txt`), 'utf8'));
      for (const cell of cells) {
        for (const part of cell.runs) {
          if (bare(part.text).length > 1) expect(printed).toContain(bare(part.text));
        }
      }
      for (const reference of brief.references) {
        expect(printed).toContain(bare(plainText(reference.runs)).slice(0, 30));
      }
    },
  );

  it.runIf(judge('pandoc'))('is Markdown that Pandoc reads without a word of complaint', async () => {
    const { bytes } = await renderBrief({ ...worked(language), format: 'md' });
    const file = join(folder, `${language}.md`);
    await writeFile(file, bytes);
    const { stdout, stderr } = await run('pandoc', [
      '-f',
      'markdown',
      '-t',
      'json',
      '--fail-if-warnings',
      file,
    ]);
    expect(stderr).toBe('');
    const kinds = JSON.stringify(JSON.parse(stdout));
    expect(kinds.match(/"t":"Table"/g)).toHaveLength(2);
  });

  it.each(CitationStyle.options)('lists its references in the style asked for (%s)', async (style) => {
    const { bytes } = await renderBrief({ ...worked(language, { style }), format: 'html' });
    const list = [...new JSDOM(text(bytes)).window.document.querySelectorAll('li[id^="ref-"]')];
    expect(list.length).toBeGreaterThan(10);
    const journal =
      list.map((one) => one.textContent ?? '').find((one) => one.includes('Korea Journal')) ?? '';
    const expected = {
      'gb-2025': 'Korea Journal，2018，58（1）：70-95.',
      'gb-2015': 'Korea Journal, 2018, 58(1): 70-95[2026-11-24].',
      'apa-7': 'Korea Journal, 58(1), 70–95.',
      'chicago-notes': 'Korea Journal 58, no. 1 (2018): 70–95.',
      'chicago-author-date': 'Korea Journal 58 (1): 70–95.',
    };
    expect(journal).toContain(expected[style]);
  });
});

describe('hostile words', () => {
  const hostile =
    '<script>alert(1)</script> & "q" \u0000\u0007\ufffe\ud800\u202e 好]]> <!-- --> `x` | y\n# h';
  const source = worked('zh', { audience: hostile });
  const attacked = {
    ...source,
    comparison: {
      ...source.comparison,
      title: hostile,
      cells: [{ caseId: source.cases[0]?.id ?? ('' as never), row: 'funding' as const, summary: hostile }],
      findings: { funding: hostile },
    },
  };

  it('stay words in a page', async () => {
    const { bytes } = await renderBrief({ ...attacked, format: 'html' });
    const { document } = new JSDOM(text(bytes)).window;
    expect(document.querySelectorAll('script')).toHaveLength(0);
    expect(document.querySelector('h1')?.textContent).toContain('<script>alert(1)</script>');
    expect(document.body.textContent).not.toMatch(/[^\P{Cc}\n]|[\ufffe\u202e]/u);
  });

  it('leave the XML of a Word document well formed and the Markdown one table row long', async () => {
    const { bytes } = await renderBrief({ ...attacked, format: 'docx' });
    for (const [name, part] of Object.entries(unzipSync(bytes))) {
      if (!/\.(?:xml|rels)$/.test(name)) continue;
      const parsed = new new JSDOM('').window.DOMParser().parseFromString(strFromU8(part), 'application/xml');
      expect(parsed.querySelector('parsererror'), name).toBeNull();
    }
    const markdown = text((await renderBrief({ ...attacked, format: 'md' })).bytes);
    expect(markdown).not.toMatch(/^# h/m);
    expect(markdown.split('\n').filter((line) => line.startsWith('| 资源'))).toHaveLength(1);
  });

  it('make a file name that every system takes', async () => {
    const { fileName } = await renderBrief({ ...attacked, format: 'docx' });
    expect(fileName).not.toMatch(/[<>:"/\\|?*\p{Cc}]/u);
    expect(fileName).toMatch(/ 2026-11-24\.docx$|\.docx$/);
    const plain = await renderBrief({ ...worked('zh'), format: 'docx' });
    expect(plain.fileName).toBe('老旧小区更新：谁出钱，谁接手 2026-11-24.docx');
  });
});

describe('a brief that nobody has worked on', () => {
  it('has the drafts, what is not said, and no finding column', async () => {
    const cases = ['beijing-jinsong-model', 'beijing-responsible-planners'].map((id) => library.get(id));
    const rows: RowId[] = ['position', 'funding', 'transfer'];
    const { bytes, unsupported } = await renderBrief({
      comparison: { title: '劲松与责任规划师', rows, cells: [], findings: {} },
      cases,
      drafts: cases.flatMap((one) => draftCells(one, rows, 'zh')),
      format: 'html',
      options: options('zh', { audience: '' }),
      date: '2026-11-24',
    });
    const { document } = new JSDOM(text(bytes)).window;
    expect(unsupported).toBe(0);
    expect(document.querySelectorAll('.finding, u')).toHaveLength(0);
    expect(document.body.textContent).toContain('资金来源与规模：北京责任规划师制度');
    expect(document.querySelector('.for')?.textContent).toBe('2026年11月24日');
  });
});
