import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, expect, it } from 'vitest';
import { readBriefDocx } from '#services/exports/docx-in/read-brief.ts';
import { readReferenceDoc } from '#services/exports/docx-reference.ts';
import { createPress } from '#services/exports/pdf/press.ts';
import { renderBrief } from '#services/exports/render-brief.ts';
import { library, worked } from './sample.ts';

const press = createPress({ fontsDir: 'build/fonts' });
afterAll(() => press.close());

const namespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
/** As Chinese Word writes one: styles under numbers, heads in a face of the house. */
const styles = `<?xml version="1.0" encoding="UTF-8"?><w:styles ${namespaces}>
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:eastAsia="FangSong"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr><w:rPr><w:rFonts w:eastAsia="STZhongsong"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="House note"/></w:style>
</w:styles>`;
const template = (more: Record<string, Uint8Array> = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<w:document ${namespaces}><w:body/></w:document>`),
    'word/styles.xml': strToU8(styles),
    ...more,
  });

it('takes the styles of a template over by their names, and keeps its own in the template’s faces', async () => {
  const { bytes } = await renderBrief(
    { ...worked('zh'), format: 'docx', template: readReferenceDoc(template(), 't.docx') },
    press,
  );
  const parts = unzipSync(bytes);
  const merged = strFromU8(parts['word/styles.xml'] ?? new Uint8Array());
  expect(merged).toContain(
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>',
  );
  expect(merged).toContain('STZhongsong');
  expect(merged).not.toMatch(/SimSun|SimHei|numPr/);
  expect(merged).toContain('w:styleId="BriefBody"');
  const ids = [...merged.matchAll(/w:styleId="([^"]*)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  for (const [, style] of document.matchAll(/<w:pStyle w:val="([^"]*)"/g)) expect(ids).toContain(style);
  expect(document).not.toContain('w:rFonts');
  expect(readBriefDocx(bytes, 'x.docx', library).edits).toEqual([]);
});

it('refuses a template that is not a DOCX or carries macros', () => {
  const refused = (bytes: Uint8Array, reason: string) =>
    expect(() => readReferenceDoc(bytes, 't.docx')).toThrow(
      expect.objectContaining({ code: 'FILE_REFUSED', data: expect.objectContaining({ reason }) }),
    );
  refused(strToU8('%PDF-1.7'), 'not-docx');
  refused(zipSync({ 'a.txt': strToU8('x') }), 'not-docx');
  refused(template({ 'word/vbaProject.bin': strToU8('x') }), 'macros');
  refused(template({ 'word/styles.xml': strToU8('<w:styles') }), 'damaged');
});
