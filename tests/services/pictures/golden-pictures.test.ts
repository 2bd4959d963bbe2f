import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Case } from '#contract/case-tree.ts';
import { PictureName } from '#contract/pictures.ts';
import { openLibrary, toLibrary } from '#services/library/library.ts';
import { createPictureService } from '#services/pictures/picture-service.ts';
import { altered, wanted } from '../../domain/picture/awkward-cases.ts';
import { differing, readPng } from './read-png.ts';

// Pictures of cases that never change, beside which the ones drawn now are laid. `OKM_GOLDEN=write` draws them anew:
// look at each before it is kept.

/** Of a channel's 255; another version of a font or of the compiler may round otherwise. */
const CHANNEL = 24;
/** Share of the pixels that may differ by more than that: a moved word is above it, a changed edge below. */
const TOLERANCE = 0.0005;
/** Between our painter and another program's: edges are smoothed in different ways. */
const OTHER_CHANNEL = 96;
const OTHER_TOLERANCE = 0.01;

const jinsong = (await openLibrary({ casesDir: 'cases' })).get('beijing-jinsong-model');
const stages = (...ids: readonly ('inception' | 'plan' | 'build' | 'operate' | 'maintain')[]) =>
  ids.map((id) => ({ id, at: 'process' as const, refs: ['S1'] }));
const figure = (id: string, value: number, ref: string) => ({
  id,
  quantity: 'buildings',
  value,
  unit: { zh: '栋', en: 'buildings' },
  counts: { zh: '改造的楼', en: 'buildings renewed' },
  asOf: 2019,
  refs: [ref],
});
const dimension = (id: 'quality.place' | 'value.needs' | 'institution.lifecycle') => ({
  id,
  at: 'process' as const,
  quote: { zh: '一句话', en: 'A sentence' },
  refs: ['S1'],
});
const steady = (id: string, zh: string, front: Partial<Case['front']>): Case =>
  altered(jinsong, id, {
    title: { zh, en: `Case ${id}` },
    place: { country: 'CN', city: '北京市', point: [116.4, 39.9] },
    level: 'community',
    period: { start: 2015, status: 'ongoing' },
    challenges: ['demand-change'],
    dimensions: [dimension('quality.place')],
    lifecycle: stages('plan', 'build'),
    space: ['old-neighbourhood'],
    actors: [
      {
        name: { zh: '街道办事处', en: 'Subdistrict office' },
        role: 'government',
        lead: true,
        does: { zh: '牵头', en: 'leads' },
        stages: ['plan', 'build'],
        with: ['居民'],
        refs: ['S1'],
      },
      {
        name: { zh: '居民', en: 'Residents' },
        role: 'resident',
        does: { zh: '议事', en: 'talk it over' },
        stages: ['plan'],
        refs: ['S1'],
      },
    ],
    tools: ['participatory-design'],
    funding: 'not-stated',
    participation: 'not-stated',
    figures: [figure('a', 36, 'S1'), figure('b', 43, 'S4')],
    events: [{ date: '2018-07', what: { zh: '签约', en: 'Signed' }, refs: ['S1'] }],
    reviewed: '2026-11-24',
    ...front,
  });
const cases = [
  steady('one', '老旧小区改造', {
    type: 'project',
    dimensions: [dimension('quality.place'), dimension('value.needs')],
  }),
  steady('two', '社区花园', {
    type: 'community-engagement',
    lifecycle: stages('inception', 'plan', 'build', 'operate', 'maintain'),
    dimensions: [dimension('institution.lifecycle')],
    place: { country: 'BR', city: 'Porto Alegre', point: [-51.2, -30] },
    period: { start: 1989, end: 2004, status: 'ended' },
    figures: [],
  }),
  steady('three', '一个写得很长很长、长到图里放不下的题名，要在末尾截断', {
    type: 'event-driven',
    lifecycle: 'not-stated',
    place: { country: 'CN' },
    period: { start: 'not-stated', status: 'not-stated' },
    figures: [],
  }),
];
const service = createPictureService({
  library: toLibrary(cases.map((value) => ({ key: value.id, value, problems: [] }))),
  deliveries: { put: () => 'ticket', take: () => undefined },
  fontsDir: 'build/fonts',
});
const folder = mkdtempSync(join(tmpdir(), 'okm-golden-'));
afterAll(async () => {
  await service.close();
  rmSync(folder, { recursive: true, force: true });
});

const drawn = (name: (typeof PictureName.options)[number], format: 'png' | 'svg') =>
  service.write(wanted(name, { width: 640, view: 'cases' }), format, 'light');

test.each(PictureName.options)('%s is drawn as it was', async (name) => {
  const { bytes } = await drawn(name, 'png');
  const file = `tests/fixtures/pictures/${name}.png`;
  if (process.env.OKM_GOLDEN === 'write') writeFileSync(file, bytes);
  expect(differing(readPng(bytes), readPng(readFileSync(file)), CHANNEL)).toBeLessThanOrEqual(TOLERANCE);
});

test('a word that has moved by two pixels is seen', async () => {
  const { bytes } = await drawn('silence', 'png');
  const now = readPng(bytes);
  const moved = { ...now, rgb: now.rgb.slice() };
  const stride = now.width * 3;
  // The title's lines of pixels, two pixels to the right.
  for (let row = 60; row < 110; row += 1) {
    const from = row * stride;
    moved.rgb.set(now.rgb.subarray(from, from + stride - 6), from + 6);
  }
  expect(differing(now, moved, CHANNEL)).toBeGreaterThan(TOLERANCE);
});

const program = 'rsvg-convert';
const isThere = (process.env.PATH ?? '').split(delimiter).some((path) => existsSync(join(path, program)));

test.each(PictureName.options)('%s as SVG looks in another program as our PNG does', async (name) => {
  if (!isThere) {
    console.log(`skipped: ${program} is not on this machine`);
    return;
  }
  const [svg, png] = await Promise.all([drawn(name, 'svg'), drawn(name, 'png')]);
  const file = join(folder, `${name}.svg`);
  writeFileSync(file, svg.bytes);
  const ours = readPng(png.bytes);
  const theirs = execFileSync(program, ['--zoom', '2', '--format', 'png', file], { maxBuffer: 1 << 26 });
  expect(differing(ours, readPng(theirs), OTHER_CHANNEL)).toBeLessThanOrEqual(OTHER_TOLERANCE);
});
