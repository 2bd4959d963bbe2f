import type { Case } from '#contract/case-tree.ts';
import type { Mark } from '#contract/pictures.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { fitWords } from './fit-words.ts';
import { group, line, rect, text, typeSign } from './marks.ts';
import { type Drawn, drawnOfEach, type Pen, titleOf, whereAny } from './pen.ts';
import { valuesOf } from './values.ts';

const groupIds = ['after', 'broken', 'before', 'silent'] as const;
type Ending = (typeof groupIds)[number];

const TILE = 44;
const HEAD = 40;
const LEAST_TILE = 208;
const GAP = 20;
const BOX = 12;
const STEP = 17;
/** Height of the bar of all cases, and the room for all five. */
const BARS = 72;
const STEPS_WIDTH = 720;

/** Where professional service stops: the five stages of each case, the like together. */
export function lifeCyclePicture(pen: Pen): Drawn {
  const { say, cases, width } = pen;
  const stages = vocabulary.lifecycle.map(({ id }) => id);
  const sorted = inPatterns(cases);
  const groups = groupIds.map((id) => ({ id, members: sorted.filter((one) => endingOf(one) === id) }));
  const most = drawnOfEach(groups.filter(({ members }) => members.length > 0).length);
  const tooMany = groups.reduce((sum, { members }) => sum + Math.max(0, members.length - most), 0);
  const columns = Math.max(1, Math.floor((width + GAP) / (LEAST_TILE + GAP)));
  const tile = (width - GAP * (columns - 1)) / columns;
  const marks: Mark[] = [];
  let y = stageSteps(marks, pen);
  for (const { id, members } of groups) {
    if (members.length === 0) continue;
    const warn = id === 'broken';
    marks.push(
      line(0, y + 4, width, y + 4, 'line'),
      text(0, y + 26, say(`life-cycle.group-${id}`), {
        size: 14,
        weight: 600,
        fill: warn ? 'warn' : 'text',
      }),
      text(width, y + 26, String(members.length), { size: 14, anchor: 'end', fill: 'text-3' }),
    );
    y += HEAD;
    const shown = members.slice(0, most);
    for (const [index, one] of shown.entries()) {
      const left = (index % columns) * (tile + GAP);
      marks.push(caseTile(one, left, y + Math.floor(index / columns) * TILE, tile));
    }
    y += Math.ceil(shown.length / columns) * TILE + 8;
  }

  function caseTile(one: Case, left: number, top: number, room: number): Mark {
    const reached = new Set(valuesOf(one, 'stage'));
    const { type } = one.front;
    const last = stages.findLastIndex((id) => reached.has(id));
    const isBroken = endingOf(one) === 'broken';
    const children = [
      typeSign(type, left + 5, top + 8, 9),
      text(left + 16, top + 12.5, fitWords(titleOf(one, pen), (room - 18) / 13)),
      ...stages.map((id, index) =>
        rect(
          left + 16 + index * STEP,
          top + 19,
          BOX,
          BOX,
          reached.has(id)
            ? { fill: `type-${type}`, rx: 2 }
            : { fill: 'none', stroke: 'line-strong', 'stroke-width': 1, rx: 2 },
        ),
      ),
    ];
    if (isBroken) {
      const x = left + 16 + (last + 1) * STEP - (STEP - BOX) / 2;
      children.push(line(x, top + 16, x, top + 34, 'warn', 2));
    }
    return group(children, [one.id]);
  }

  const count = (id: Ending) => groups.find((one) => one.id === id)?.members.length ?? 0;
  return {
    alt:
      cases.length === 0
        ? say('life-cycle.alt-none')
        : say('life-cycle.alt', {
            count: cases.length,
            after: count('after'),
            broken: count('broken'),
            before: count('before'),
          }),
    drawing: { width, height: y + 4, marks },
    table: () => ({
      head: [say('life-cycle.case'), ...stages.map((id) => pen.label('stage', id))],
      rows: groups.flatMap(({ members }) =>
        members.map((one) => {
          const reached = new Set(valuesOf(one, 'stage'));
          const words = (id: string) => say(reached.has(id) ? 'life-cycle.yes' : 'life-cycle.no');
          return { cells: [titleOf(one, pen), ...stages.map(words)], cases: [one.id] };
        }),
      ),
    }),
    notShown: [
      say('life-cycle.meaning'),
      ...whereAny(
        [count('silent'), say('life-cycle.silent', { count: count('silent') })],
        [tooMany, say('too-many', { count: tooMany })],
      ),
    ],
  };
}

/**
 * How many cases reach each stage, one bar a stage, and where more of them fall away than at any other step; the
 * bars also say which square is which stage. Answers where the groups may begin.
 */
function stageSteps(marks: Mark[], { cases, label, width, say }: Pen): number {
  const stages = vocabulary.lifecycle.map(({ id }) => id);
  const counts = stages.map((id) => cases.filter((one) => valuesOf(one, 'stage').includes(id)).length);
  const room = Math.min(width, STEPS_WIDTH) / stages.length;
  const scale = BARS / Math.max(1, cases.length);
  const falls = counts.map((count, index) => (counts[index - 1] ?? count) - count);
  const steepest = falls.indexOf(Math.max(...falls));
  const foot = 22 + BARS;
  for (const [index, id] of stages.entries()) {
    const count = counts[index] ?? 0;
    const left = index * room;
    marks.push(
      rect(left, foot - count * scale, room - 6, count * scale, { fill: 'heat-3', rx: 2 }),
      rect(left, foot - 1, room - 6, 1, { fill: 'line-strong' }),
      text(left, foot - count * scale - 6, String(count), { size: 13, weight: 600 }),
      text(left, foot + 18, label('stage', id), { size: 13 }),
    );
    const fall = falls[index] ?? 0;
    if (index === steepest && fall > 0) {
      const words = say('life-cycle.fall', { count: fall });
      marks.push(
        line(left - 3, foot - (count + fall) * scale, left - 3, foot, 'warn', 2),
        text(left + 6 + String(count).length * 8 + 8, foot - count * scale - 6, words, {
          size: 12,
          fill: 'warn',
        }),
      );
    }
  }
  return foot + 40;
}

function endingOf(one: Case): Ending {
  const reached = new Set(valuesOf(one, 'stage'));
  if (reached.size === 0) return 'silent';
  if (reached.has('operate') || reached.has('maintain')) return 'after';
  return reached.has('build') ? 'broken' : 'before';
}

/** Equal patterns stand together, the fullest first; then by type. */
function inPatterns(cases: readonly Case[]): readonly Case[] {
  const keyed = cases.map((one) => {
    const reached = new Set(valuesOf(one, 'stage'));
    const pattern = vocabulary.lifecycle.map(({ id }) => (reached.has(id) ? '0' : '1')).join('');
    return { one, key: `${pattern} ${one.front.type} ${one.id}` };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ one }) => one);
}
