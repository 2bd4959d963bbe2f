import { describe, expect, test } from 'vitest';
import type { Mark } from '#contract/pictures.ts';
import { PictureName } from '#contract/pictures.ts';
import { drawPicture } from '#domain/picture/draw-picture.ts';
import { openLibrary } from '#services/library/library.ts';
import { altered, wanted } from './awkward-cases.ts';

const { cases, get } = await openLibrary({ casesDir: 'cases' });
const jinsong = get('beijing-jinsong-model');

const marksOf = (marks: readonly Mark[]): Mark[] =>
  marks.flatMap((mark) => [mark, ...marksOf(mark.children)]);
const drawn = (one: ReturnType<typeof drawPicture>) =>
  new Set(marksOf(one.drawing.marks).flatMap((mark) => mark.cases ?? []));
const numbers = (one: ReturnType<typeof drawPicture>) =>
  marksOf(one.drawing.marks)
    .flatMap(({ attributes }) => Object.values(attributes))
    .filter((value) => typeof value === 'number' || /NaN|Infinity/.test(value));

describe.each(PictureName.options)('%s', (name) => {
  test('is drawn of the bundled library in both languages, with every case in its table', () => {
    for (const language of ['zh', 'en'] as const) {
      const picture = drawPicture(cases, wanted(name, { language }));
      expect(picture.alt).not.toBe('');
      expect(picture.source).toContain(String(cases.length));
      if (name !== 'silence' && name !== 'accounts' && name !== 'actors')
        expect(new Set(picture.table.rows.flatMap((row) => row.cases)).size).toBe(cases.length);
    }
  });

  test.each([
    ['none', []],
    ['one', [jinsong]],
    [
      'one without a place, a year or a list',
      [
        altered(jinsong, 'bare', {
          place: { country: 'CN' },
          period: { start: 'not-stated', status: 'not-stated' },
          events: [],
          lifecycle: 'not-stated',
          dimensions: 'not-stated',
        }),
      ],
    ],
    [
      'one whose name is as long as a paragraph',
      [
        altered(jinsong, 'long', {
          title: { zh: '很长的题名'.repeat(20), en: 'A very long title '.repeat(10) },
        }),
      ],
    ],
  ])('keeps to its sheet with %s', (_, some) => {
    for (const language of ['zh', 'en'] as const) {
      const picture = drawPicture(some, wanted(name, { language, width: 640 }));
      expect(numbers(picture).filter((value) => !Number.isFinite(value))).toEqual([]);
      expect(picture.drawing.height).toBeGreaterThan(0);
      expect(picture.notShown.length).toBeGreaterThan(0);
    }
  });
});

test('the numbers of the matrix are those of the cases, and a nought is drawn', () => {
  const picture = drawPicture(cases, wanted('matrix'));
  const project = picture.table.rows.find(({ cells }) => cells[0] === '项目介入型');
  const place = picture.table.head.indexOf('场所精微营造');
  const own = cases.filter(
    ({ front }) =>
      front.type === 'project' &&
      typeof front.dimensions !== 'string' &&
      front.dimensions.some(({ id }) => id === 'quality.place'),
  );
  expect(project?.cells[place]).toBe(String(own.length));
  expect(marksOf(picture.drawing.marks).some(({ words }) => words === '0')).toBe(true);
});

test('what was narrowed away is in no picture, and the picture says by what it was narrowed', () => {
  const picture = drawPicture(cases, wanted('life-cycle', { filters: { type: ['event-driven'] } }));
  const own = cases.filter(({ front }) => front.type === 'event-driven');
  expect(drawn(picture)).toEqual(new Set(own.map(({ id }) => id)));
  expect(picture.source).toContain('只看：类型：事件参与型');
});

test('a case without years is counted under the timeline and stands in its table', () => {
  const undated = altered(jinsong, 'undated', {
    period: { start: 'not-stated', status: 'ongoing' },
    events: [],
  });
  const picture = drawPicture([jinsong, undated], wanted('timeline'));
  expect(drawn(picture).has('undated')).toBe(false);
  expect(picture.notShown.join('')).toContain('1个案例没有说明哪一年开始');
  expect(picture.table.rows.some((row) => row.cases.includes('undated'))).toBe(true);
});

test('an end before its start is said, not drawn backwards', () => {
  const backwards = altered(jinsong, 'backwards', { period: { start: 2020, end: 2010, status: 'ended' } });
  const picture = drawPicture([backwards], wanted('timeline'));
  expect(picture.notShown.join('')).toContain('1个案例写的结束早于开始');
  const widths = marksOf(picture.drawing.marks).flatMap(({ attributes }) => attributes.width ?? []);
  expect(widths.every((width) => Number(width) >= 0)).toBe(true);
});

test('a case outside the years in view is counted', () => {
  const picture = drawPicture(cases, wanted('timeline', { years: { from: 1970, to: 1975 } }));
  expect(picture.notShown.join('')).toMatch(/\d+个案例整个在这段年份之外/);
});

test('5,000 cases at one place are one sign with their number', () => {
  const many = Array.from({ length: 5000 }, (_, index) => altered(jinsong, `case-${index}`, {}));
  const picture = drawPicture(many, wanted('places'));
  const words = marksOf(picture.drawing.marks).flatMap((mark) => mark.words ?? []);
  expect(words).toContain('5000');
  expect(picture.table.rows).toHaveLength(1);
});

test('a case without a point is counted under the map and stands in its table', () => {
  const { point: _, ...place } = jinsong.front.place;
  const picture = drawPicture([altered(jinsong, 'nowhere', { place })], wanted('places'));
  expect(picture.notShown.join('')).toContain('1个案例没有坐标');
  expect(picture.table.rows[0]?.cases).toEqual(['nowhere']);
});

test('signs on the map never lie upon one another', () => {
  const picture = drawPicture(cases, wanted('places', { width: 1200 }));
  const signs = picture.drawing.marks
    .filter((mark) => mark.cases !== undefined)
    .map(({ children: [first] }) => [Number(first?.attributes.cx), Number(first?.attributes.cy)] as const);
  for (const [index, [x, y]] of signs.entries()) {
    for (const [otherX, otherY] of signs.slice(index + 1))
      expect(Math.hypot(otherX - x, otherY - y)).toBeGreaterThanOrEqual(23.8);
  }
});

test('built, then unmanaged: a case whose service ends with the building stands there and nowhere else', () => {
  const stages = (ids: readonly ('inception' | 'plan' | 'build' | 'operate')[]) =>
    ids.map((id) => ({ id, at: 'process' as const, refs: ['S1'] }));
  const broken = altered(jinsong, 'broken', { lifecycle: stages(['plan', 'build']) });
  const whole = altered(jinsong, 'whole', { lifecycle: stages(['plan', 'build', 'operate']) });
  const { alt } = drawPicture([broken, whole], wanted('life-cycle'));
  expect(alt).toBe('2个案例里，服务到运营或维护的1个，到建设为止的1个，建设以前停下的0个。');
});

test.each(['timeline', 'life-cycle'] as const)(
  'of 3,000 cases %s draws what can be read, counts the rest, and its table has all',
  (name) => {
    const many = Array.from({ length: 3000 }, (_, index) => altered(jinsong, `case-${index}`, {}));
    const picture = drawPicture(many, wanted(name));
    const left = 3000 - drawn(picture).size;
    expect(left).toBeGreaterThan(2000);
    expect(picture.notShown.join('')).toContain(`还有${left}个案例画不下`);
    expect(picture.table.rows).toHaveLength(3000);
  },
);

test('one number told twice by the same sources is not called a disagreement of sources', () => {
  const figure = (id: string, value: number, refs: readonly string[]) => ({
    id,
    quantity: 'buildings',
    value,
    unit: { zh: '栋', en: 'buildings' },
    counts: { zh: '楼', en: 'buildings' },
    asOf: 'not-stated' as const,
    refs: [...refs],
  });
  const said = (second: readonly string[]) => {
    const figures = [figure('a', 3, ['S1']), figure('b', 4, second)];
    const { drawing } = drawPicture([altered(jinsong, 'one', { figures })], wanted('accounts'));
    return marksOf(drawing.marks).flatMap(({ words }) => words ?? []);
  };
  expect(said(['S1'])).toContain('同一来源，两个数');
  expect(said(['S2'])).toContain('说法不一');
});

test('accounts of one number that differ come first, each with who says so', () => {
  const picture = drawPicture([jinsong], wanted('accounts'));
  const values = picture.table.rows
    .filter(({ cells }) => /^(?:36|43)栋$/.test(cells[3] ?? ''))
    .map(({ cells }) => `${cells[3]} ${cells[4]}`);
  expect(values.toSorted()).toEqual(['36栋 S1 报道', '43栋 S4 主办方']);
  expect(marksOf(picture.drawing.marks).some(({ words }) => words === '说法不一')).toBe(true);
});
