import type { Mark } from '#contract/pictures.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { reportCase, silences } from '../report/library-report.ts';
import { reportTexts } from '../report/report-texts.ts';
import { cross, percentOf } from './cross.ts';
import { fitWords } from './fit-words.ts';
import { group, line, rect, text, typeSign } from './marks.ts';
import { type Drawn, type Pen, titleOf } from './pen.ts';

const ROW = 40;
const HEAD = 34;
/** Narrower parts of a bar hold no sign; the table has their numbers. */
const SIGN_ROOM = 14;

/** What the cases do not say: one row a silence, the cases of each type that keep it as bars on one scale. */
export function silencePicture(pen: Pen): Drawn {
  const { say, cases, width, language } = pen;
  const reports = new Map(cases.map((one) => [one.id, new Set(reportCase(one).silent)]));
  const words = reportTexts[language].silences;
  const types = vocabulary.type.map(({ id }) => id);
  const rows = silences
    .map((id) => ({
      id,
      words: capital(words[id]),
      members: cases.filter((one) => reports.get(one.id)?.has(id)),
    }))
    .toSorted((a, b) => b.members.length - a.members.length);
  const names = Math.min(320, width * 0.36);
  const left = names + 12;
  const right = width - 84;
  const scale = (right - left) / Math.max(1, cases.length);
  const marks: Mark[] = [];
  let at = left;
  for (const type of types) {
    const label = pen.label('type', type);
    marks.push(typeSign(type, at + 5, 10, 9), text(at + 16, 14.5, label, { size: 12, fill: 'text-3' }));
    at += 36 + label.length * (language === 'zh' ? 12 : 6.6);
  }
  for (const [index, { members, words: name }] of rows.entries()) {
    const y = HEAD + index * ROW;
    const children: Mark[] = [
      line(0, y, width, y, 'line'),
      text(0, y + 25, fitWords(name, names / 14), { size: 14 }),
      rect(left, y + 12, cases.length * scale, 16, {
        fill: 'track',
        stroke: 'line',
        'stroke-width': 0.5,
        rx: 2,
      }),
    ];
    let x = left;
    for (const type of types) {
      const count = members.filter(({ front }) => front.type === type).length;
      if (count === 0) continue;
      const room = Math.max(1, count * scale - 1);
      children.push(rect(x, y + 12, room, 16, { fill: `type-${type}`, rx: 2 }));
      // In grey the four colours are two: the sign says which it is.
      if (room >= SIGN_ROOM) children.push(typeSign(type, x + room / 2, y + 20, 8, 'paper'));
      x += count * scale;
    }
    children.push(
      text(right + 12, y + 25, String(members.length), { size: 14, weight: 600 }),
      text(width, y + 25, `${percentOf(members.length, cases.length)}%`, {
        size: 12,
        fill: 'text-3',
        anchor: 'end',
      }),
    );
    marks.push(
      group(
        children,
        members.map(({ id }) => id),
      ),
    );
  }
  const [most] = rows;
  const cells = emptyCells(pen);
  return {
    alt:
      most === undefined || cases.length === 0
        ? say('silence.alt-none')
        : say('silence.alt', { count: cases.length, most: most.words, number: most.members.length }),
    drawing: { width, height: HEAD + rows.length * ROW + 4, marks },
    table: () => ({
      head: [say('silence.what'), say('silence.count'), say('silence.share'), say('silence.cases')],
      rows: rows.map(({ words: name, members }) => ({
        cells: [
          name,
          String(members.length),
          `${percentOf(members.length, cases.length)}%`,
          members.map((one) => titleOf(one, pen)).join(say('and')) || '–',
        ],
        cases: members.map(({ id }) => id),
      })),
    }),
    notShown: [
      say('silence.note'),
      ...(cells.length === 0 ? [] : [say('silence.cells', { cells: cells.join(say('and')) })]),
    ],
  };
}

/** Types without a case at a stage, or in a dimension. */
function emptyCells({ cases, label, say }: Pen): string[] {
  return (['stage', 'dimension'] as const).flatMap((list) => {
    const { rows, columns, cells } = cross(cases, 'type', list);
    return rows.flatMap((row, at) =>
      columns.flatMap((column, index) =>
        cells[at]?.[index]?.length === 0
          ? [say('times', { a: label('type', row.id), b: label(list, column.id) })]
          : [],
      ),
    );
  });
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
