import { afterAll, describe, expect, it } from 'vitest';
import { unknownNumbers } from '#domain/check/brief-numbers.ts';
import { briefLines } from '#services/exports/brief-lines.ts';
import { createPress } from '#services/exports/pdf/press.ts';
import { renderBrief } from '#services/exports/render-brief.ts';
import { worked } from './sample.ts';

const press = createPress({ fontsDir: 'build/fonts' });
afterAll(() => press.close());

describe.each(['docx', 'html', 'md'] as const)('a brief as %s', (format) => {
  it.each(['zh', 'en'] as const)('is checked alike in %s: an invented number is found', async (language) => {
    const source = worked(language);
    const id = source.cases[0]?.id ?? ('' as never);
    const summary = language === 'zh' ? '花了1234万元。' : 'It cost 12.34 million yuan.';
    const cells = [...source.comparison.cells, { caseId: id, row: 'funding' as const, summary }];
    const { bytes } = await renderBrief(
      { ...source, comparison: { ...source.comparison, cells }, format },
      press,
    );
    const { unknown } = unknownNumbers(briefLines(bytes, `brief.${format}`), source.cases);
    expect(unknown.map(({ value }) => value)).toEqual([12_340_000]);
  });
});

it('refuses what is no brief with the reason', () => {
  const refused = (bytes: Uint8Array, file: string, reason: string) =>
    expect(() => briefLines(bytes, file)).toThrow(
      expect.objectContaining({ code: 'FILE_REFUSED', data: expect.objectContaining({ reason }) }),
    );
  refused(new TextEncoder().encode('not a zip'), 'a.docx', 'not-docx');
  refused(new TextEncoder().encode('PK\u0003\u0004broken'), 'a.docx', 'damaged');
  refused(Uint8Array.of(0x41, 0xff, 0xfe), 'a.md', 'not-text');
  refused(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff), 'a.md', 'not-text');
});
