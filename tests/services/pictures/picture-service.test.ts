import { afterAll, expect, test } from 'vitest';
import type { Case } from '#contract/case-tree.ts';
import { PictureName } from '#contract/pictures.ts';
import { palettes } from '#domain/picture/palettes.ts';
import { openLibrary, toLibrary } from '#services/library/library.ts';
import { createPictureService } from '#services/pictures/picture-service.ts';
import { altered, wanted } from '../../domain/picture/awkward-cases.ts';
import { readPng } from './read-png.ts';

const library = await openLibrary({ casesDir: 'cases' });
const deliveries = { put: () => 'ticket', take: () => undefined };
const service = createPictureService({ library, deliveries, fontsDir: 'build/fonts' });
const of = (cases: readonly Case[]) =>
  createPictureService({
    library: toLibrary(cases.map((value) => ({ key: value.id, value, problems: [] }))),
    deliveries,
    fontsDir: 'build/fonts',
  });
afterAll(() => service.close());
const asText = ({ bytes }: { readonly bytes: Uint8Array }) => new TextDecoder().decode(bytes);

test.each(PictureName.options)(
  '%s leaves as SVG that needs no font and carries its words for those who listen',
  async (name) => {
    const file = await service.write(wanted(name), 'svg', 'light');
    const svg = asText(file);
    expect(svg).not.toMatch(/<text|NaN|undefined|href|style=|foreignObject|var\(/);
    expect(svg).toMatch(/<title>.+<\/title>\n<desc>.+59个案例/);
    expect(file.missing).toEqual([]);
  },
);

test('a title with marks of XML and control characters leaves as plain words', async () => {
  const title = { zh: '<script>&"\u0000\u202e坏</script>', en: 'x' };
  const bad = altered(library.get('beijing-jinsong-model'), 'bad', { title });
  const svg = asText(await of([bad]).write(wanted('timeline'), 'svg', 'light'));
  expect(svg).not.toContain('<script');
  expect(svg).not.toContain('\u0000');
});

test('characters that no font has are told', async () => {
  const odd = altered(library.get('beijing-jinsong-model'), 'odd', { title: { zh: '𠮷野家', en: 'x' } });
  const { missing } = await of([odd]).write(wanted('timeline'), 'svg', 'light');
  expect(missing).toEqual(['𠮷']);
});

test('PNG is twice the size of the drawing, on the theme’s ground, with ink on it', async () => {
  const { drawing } = service.draw(wanted('matrix'));
  const { bytes } = await service.write(wanted('matrix'), 'png', 'dark');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = view.getUint32(16);
  expect(width).toBe(2 * (drawing.width + 64));
  const rows = [...readPng(bytes).rgb];
  const ground = [1, 3, 5].map((at) => Number.parseInt(palettes.dark.paper.slice(at, at + 2), 16));
  expect(rows.slice(0, 3)).toEqual(ground);
  const inked = rows.filter((value, at) => value !== ground[at % 3]).length;
  expect(inked / rows.length).toBeGreaterThan(0.2);
});

test('the same library gives the same bytes', async () => {
  const [first, second] = await Promise.all(
    [1, 2].map(() => service.write(wanted('silence'), 'png', 'light')),
  );
  expect(Buffer.compare(first?.bytes ?? Buffer.of(1), second?.bytes ?? Buffer.of(2))).toBe(0);
});
