import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBriefDocx } from '#services/exports/docx-in/read-brief.ts';
import { createPress } from '#services/exports/pdf/press.ts';
import { renderBrief } from '#services/exports/render-brief.ts';
import { library, worked } from './sample.ts';

const press = createPress({ fontsDir: 'build/fonts' });
afterAll(() => press.close());

const hasOffice = (process.env.PATH ?? '').split(delimiter).some((at) => existsSync(join(at, 'soffice')));

/** The document again, after its main part (or its parts) went through a program. */
function edited(bytes: Uint8Array, edit: (document: string) => string, drop: RegExp = /^$/): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => !drop.test(name));
  return zipSync(
    Object.fromEntries(
      parts.map(([name, data]) => [
        name,
        name === 'word/document.xml' ? strToU8(edit(strFromU8(data))) : data,
      ]),
    ),
  );
}
const noControls = (document: string) =>
  document.replace(/<w:sdtPr>.*?<\/w:sdtPr>/gs, '').replace(/<\/?w:sdt(?:Content)?>/g, '');
const refusal = (reason: string, detail?: unknown) =>
  expect.objectContaining({
    code: 'FILE_REFUSED',
    data: expect.objectContaining(detail === undefined ? { reason } : { reason, detail }),
  });

describe.each(['zh', 'en'] as const)('a brief in Word, in %s', (language) => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    const rendered = await renderBrief({ ...worked(language), format: 'docx', comparisonId: 'x' }, press);
    bytes = rendered.bytes;
  });
  const read = (document: Uint8Array) => readBriefDocx(document, 'brief.docx', library);
  const upkeep = language === 'zh' ? '街道每年补一点' : 'The subdistrict adds a little each year';
  const funding = language === 'zh' ? '账写全的只有劲松' : 'Only Jinsong accounts for its money';
  const changed = language === 'zh' ? '街道每年补两万元' : 'The subdistrict adds twenty thousand a year';

  it('has not been edited when nobody has edited it', () => {
    const { carried, recordKept, edits } = read(bytes);
    expect(edits).toEqual([]);
    expect(recordKept).toBe(true);
    expect(carried).toMatchObject({ id: 'x', language, caseIds: worked(language).cases.map(({ id }) => id) });
  });

  it('gives back an edited cell with its citations, and nothing else', () => {
    const lead = language === 'zh' ? '做成居民的平台' : 'a platform for residents';
    const { edits } = read(
      edited(bytes, (xml) => xml.replace(lead, `${lead}（2015）`).replace(upkeep, changed)),
    );
    expect(edits.map(({ row }) => row)).toEqual(['initiator-lead', 'upkeep']);
    expect(edits[0]?.after).toMatch(/（2015）[。.]\[@S2; @S5\]$/);
    expect(edits[1]?.after).toContain(changed);
    expect(edits[1]?.after).not.toMatch(/无来源|no source/);
  });

  it('gives back a finding, whose later sentences and sources stay', () => {
    const { edits } = read(edited(bytes, (xml) => xml.replaceAll(funding, `${funding} X`)));
    expect(edits).toHaveLength(1);
    expect(edits[0]).toMatchObject({ caseId: null, row: 'funding' });
    expect(edits[0]?.after).toContain(`${funding} X`);
    expect(edits[0]?.after).toContain('[@beijing-jinsong-model_S4]');
  });

  it('is read by its tags when a program has dropped the record', () => {
    const { recordKept, edits, carried } = read(
      edited(bytes, (xml) => xml.replace(upkeep, changed), /^customXml\//),
    );
    expect(recordKept).toBe(false);
    expect(carried.title).toBe(worked(language).comparison.title);
    // What differs from the cases' own words is the user's: also what was so when it was exported.
    expect(edits.map(({ row }) => row)).toEqual(['initiator-lead', 'funding', 'upkeep']);
    expect(edits[0]?.after).toMatch(/\[@S2; @S5\]$/);
  });

  it('is read by its words when a program has dropped the tags as well', () => {
    const program = (xml: string) => noControls(xml).replace(upkeep, changed);
    expect(read(edited(bytes, program)).edits.map(({ row }) => row)).toEqual(['upkeep']);
    const bare = read(edited(bytes, program, /^customXml\//));
    expect(bare.edits.map(({ row }) => row)).toEqual(['initiator-lead', 'funding', 'upkeep']);
  });

  it.runIf(hasOffice)(
    'comes back through LibreOffice with the edit, its receipts, and nothing else changed',
    { timeout: 120_000 },
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'okm-return-'));
      try {
        const file = join(folder, 'brief.docx');
        await writeFile(
          file,
          edited(bytes, (xml) => xml.replace(upkeep, changed)),
        );
        const to = join(folder, 'saved');
        const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
        const format = 'docx:MS Word 2007 XML';
        await promisify(execFile)('soffice', [
          '--headless',
          profile,
          '--convert-to',
          format,
          '--outdir',
          to,
          file,
        ]);
        const { edits, carried } = read(await readFile(join(to, 'brief.docx')));
        expect(edits.map(({ row }) => row)).toEqual(['upkeep']);
        expect(edits[0]?.after).toContain(changed);
        expect(carried.cells.find(({ row, own }) => row === 'initiator-lead' && own)?.text).toContain(
          '[@S2; @S5]',
        );
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  );

  it('says which column is lost', () => {
    const withoutSecond = edited(bytes, (xml) =>
      xml.replace(/<w:tr>(?:(?!<\/w:tr>).)*okm:(?:case|row):(?:(?!<\/w:tr>).)*<\/w:tr>/gs, (row) => {
        const cells = [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map((match) => match[0]);
        return row.replace(cells[2] ?? '', '');
      }),
    );
    expect(() => read(withoutSecond)).toThrow(refusal('column-lost'));
  });

  it('says in which row cells were merged', () => {
    const merged = edited(bytes, (xml) => {
      const at = xml.indexOf('okm:cell:funding');
      const cell = xml.lastIndexOf('<w:tcPr>', at);
      return `${xml.slice(0, cell)}<w:tcPr><w:gridSpan w:val="2"/>${xml.slice(cell + '<w:tcPr>'.length)}`;
    });
    expect(() => read(merged)).toThrow(
      refusal('merged', language === 'zh' ? '资金来源与规模' : expect.stringContaining('und')),
    );
  });
});

it('refuses a document that is none of ours, or carries macros', async () => {
  const { bytes } = await renderBrief({ ...worked('zh'), format: 'docx' }, press);
  const read = (document: Uint8Array) => () => readBriefDocx(document, 'x.docx', library);
  const empty = edited(bytes, (xml) => xml.replace(/<w:tbl>.*<\/w:tbl>/s, ''), /^customXml/);
  expect(read(empty)).toThrow(refusal('not-brief'));
  const macros = zipSync({ ...unzipSync(bytes), 'word/vbaProject.bin': strToU8('x') });
  expect(read(macros)).toThrow(refusal('macros'));
  const doctype = edited(bytes, (xml) =>
    xml.replace('<w:document', '<!DOCTYPE x [<!ENTITY a "b">]><w:document'),
  );
  expect(read(doctype)).toThrow(refusal('damaged'));
});

describe.each(['apa-7', 'chicago-notes', 'chicago-author-date'] as const)(
  'a brief that cites by %s',
  (style) => {
    const source = worked('zh', { style });

    it('comes back without edits when nothing was edited, with and without its record', async () => {
      const { bytes } = await renderBrief({ ...source, format: 'docx' }, press);
      const whole = readBriefDocx(bytes, 'brief.docx', library);
      expect(whole.recordKept).toBe(true);
      expect(whole.edits).toEqual([]);
    });

    it('keeps the sources of a cell whose words were edited', async () => {
      const { bytes } = await renderBrief({ ...source, format: 'docx' }, press);
      const parts = unzipSync(bytes);
      const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
      expect(xml).toContain('坚持做成居民的平台');
      parts['word/document.xml'] = strToU8(xml.replace('坚持做成居民的平台', '后来做成居民的平台'));
      const { edits } = readBriefDocx(zipSync(parts), 'brief.docx', library);
      expect(edits).toHaveLength(1);
      expect(edits[0]?.after).toMatch(/后来做成居民的平台。\[@S2; @S5\]$/);
    });
  },
);
