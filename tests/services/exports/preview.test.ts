import { JSDOM } from 'jsdom';
import { afterAll, describe, expect, it } from 'vitest';
import { createPress } from '#services/exports/pdf/press.ts';
import { drawBrief, renderBrief } from '#services/exports/render-brief.ts';
import { worked } from './sample.ts';

const press = createPress({ fontsDir: 'build/fonts' });
afterAll(() => press.close());

describe('the preview of a brief', () => {
  it('has as many pages as the PDF, of the same sizes', async () => {
    const source = worked('zh');
    const [{ pages, missing }, { bytes }] = await Promise.all([
      drawBrief(source, press),
      renderBrief({ ...source, format: 'pdf' }, press),
    ]);
    const printed = Buffer.from(bytes).toString('latin1');
    expect(pages).toHaveLength(Number(/\/Count (\d+)/.exec(printed)?.[1]));
    expect(missing).toEqual([]);
    expect(pages[0]).toMatchObject({ width: 596, height: 842 });
    expect(pages[1]).toMatchObject({ width: 842, height: 596 });
  });

  it('is pictures that are whole in themselves, run nothing and fetch nothing', async () => {
    const { pages } = await drawBrief(worked('en'), press);
    for (const { svg } of pages) {
      const { document } = new JSDOM(svg, { contentType: 'image/svg+xml' }).window;
      expect(document.querySelectorAll('script, style, foreignObject, a, text')).toHaveLength(0);
      const uses = [...document.querySelectorAll('use')];
      expect(uses.length).toBeGreaterThan(50);
      for (const use of uses) {
        const target = use.getAttribute('href') ?? '';
        expect(document.getElementById(target.slice(1)), target).not.toBeNull();
      }
    }
  });
});
