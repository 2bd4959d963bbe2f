import { expect, test } from 'vitest';
import type { Actor } from '#contract/case.ts';
import { drawPicture } from '#domain/picture/draw-picture.ts';
import { openLibrary } from '#services/library/library.ts';
import { altered, wanted } from './awkward-cases.ts';

const { cases, get } = await openLibrary({ casesDir: 'cases' });
const jinsong = get('beijing-jinsong-model');
const actor = (zh: string, role: Actor['role'], rest: Partial<Actor> = {}): Actor => ({
  name: { zh, en: zh },
  role,
  does: { zh: '做事', en: 'acts' },
  stages: 'not-stated',
  refs: ['S1'],
  ...rest,
});
const withActors = (id: string, actors: readonly Actor[]) => altered(jinsong, id, { actors: [...actors] });

test('a cell counts the cases in which such an actor acts at the stage, and has them', () => {
  const some = [
    withActors('a', [
      actor('街道', 'government', { stages: ['plan'], lead: true }),
      actor('居民', 'resident'),
    ]),
    withActors('b', [
      actor('区', 'government', { stages: ['plan'], with: ['居民'] }),
      actor('街', 'government', { stages: ['plan'] }),
      actor('居民', 'resident', { stages: ['build'], with: ['没有这个'] }),
    ]),
    altered(jinsong, 'silent', { actors: 'not-stated' }),
  ];
  const { table, notShown, alt } = drawPicture(some, wanted('actors'));
  const government = table.rows[0];
  const plan = table.head.indexOf('规划');
  expect(government?.cells[plan]).toBe('2');
  expect(government?.cellCases?.[plan]).toEqual(['a', 'b']);
  expect(government?.cells[table.head.indexOf('牵头')]).toBe('1');
  expect(government?.cells.at(-1)).toBe('居民 1');
  expect(notShown).toContain('1个参与方没有说明在哪个阶段，不在格里。');
  expect(notShown).toContain('1条往来写的名称不在参与方里，没有画。');
  expect(notShown).toContain('1个案例没有说明参与方，不在图里。');
  expect(alt).toContain('政府 × 居民，1个案例');
});

test('the arcs of the whole library end at seven rows, however many actors it has', () => {
  const { drawing } = drawPicture(cases, wanted('actors'));
  const arcs = JSON.stringify(drawing.marks).match(/"stroke":"(heat-3|line-2)"/g) ?? [];
  expect(arcs.length).toBeGreaterThan(8);
  expect(arcs.length).toBeLessThanOrEqual(21);
});

test('one case is drawn by name, with whom each acts as its table says', () => {
  const { table, drawing } = drawPicture(cases, wanted('actors', { cases: [jinsong.id] }));
  const actors = jinsong.front.actors;
  if (typeof actors === 'string') throw new Error('a case with actors is wanted');
  expect(table.rows).toHaveLength(actors.length);
  const tied = actors.find(({ with: others }) => others !== undefined && others.length > 0);
  const row = table.rows.find(({ cells }) => cells[0]?.startsWith(tied?.name.zh ?? '-'));
  expect(row?.cells).toContain(tied?.with?.join('、'));
  expect(drawing.height).toBeGreaterThan(100);
});
