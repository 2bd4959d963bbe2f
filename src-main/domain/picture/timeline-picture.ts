import type { Mark, PictureList } from '#contract/pictures.ts';
import { findEntry } from '#contract/vocabulary.ts';
import { fitWords } from './fit-words.ts';
import { circle, group, line, path, px, rect, text, typeSign } from './marks.ts';
import { type Drawn, drawnOfEach, type Pen, titleOf, whereAny } from './pen.ts';
import { groupSpans, type Span, toSpan, yearsOf } from './timeline-spans.ts';

const ROW = 26;
const GROUP = 34;
const AXIS = 30;
const BAR = 6;

/** Each case from its start to its end or on, with its dated facts, in groups. */
export function timelinePicture(
  pen: Pen,
  by: PictureList,
  window?: { readonly from: number; readonly to: number },
): Drawn {
  const { say, label } = pen;
  const spans = pen.cases.map(toSpan);
  const dated = spans.filter(({ start, events }) => start !== undefined || events.length > 0);
  const all = yearsOf(dated);
  const years = window !== undefined && window.to > window.from ? window : (all ?? { from: 2000, to: 2026 });
  const isIn = ({ start, end, events, isBackwards }: Span) => {
    const begins = start ?? Math.min(...events);
    const ends = end ?? (isBackwards || start === undefined ? Math.max(begins, ...events) : years.to);
    return begins < years.to + 1 && ends >= years.from;
  };
  const isDrawn = (year: number) => year >= years.from && year < years.to + 1;
  const shown = dated.filter(isIn);
  const groups = groupSpans(shown, by);
  const names = Math.min(260, Math.max(130, pen.width * 0.28));
  const left = names + 12;
  const right = pen.width - 12;
  const x = (year: number) => left + ((year - years.from) / (years.to + 1 - years.from)) * (right - left);
  const clamp = (year: number) => Math.min(right, Math.max(left, x(year)));
  const marks: Mark[] = [];
  let y = AXIS;
  const bodies: Mark[] = [];
  // The years are said again with each group: the top of a long picture is out of sight there.
  const heads: number[] = [];
  const most = drawnOfEach(groups.length);
  for (const { id, spans: inGroup } of groups) {
    const members = inGroup.slice(0, most);
    bodies.push(text(0, y + 22, label(by, id), { size: 13, weight: 600 }));
    bodies.push(
      text(names, y + 22, String(inGroup.length), { size: 12, fill: 'text-3', anchor: 'end' }),
      line(0, y + 4, right, y + 4, 'line'),
    );
    heads.push(y + 22);
    y += GROUP;
    for (const span of members) {
      bodies.push(spanMarks(span, y));
      y += ROW;
    }
  }
  const step =
    [1, 2, 5, 10, 20, 50].find((one) => ((right - left) / (years.to + 1 - years.from)) * one >= 46) ?? 100;
  for (let year = Math.ceil(years.from / step) * step; year <= years.to; year += step) {
    marks.push(line(x(year), AXIS - 6, x(year), y, 'line'));
    for (const base of [AXIS - 12, ...heads.slice(1)]) {
      marks.push(text(x(year), base, String(year), { size: 12, fill: 'text-3', anchor: 'middle' }));
    }
  }
  marks.push(...bodies);

  function spanMarks({ case: one, start, end, events }: Span, top: number): Mark {
    const middle = top + ROW / 2;
    const { type, period } = one.front;
    const fill = `type-${type}`;
    const children = [
      text(18, middle + 4.5, fitWords(titleOf(one, pen), (names - 22) / 13)),
      typeSign(type, 5, middle, 9),
    ];
    const isOver = period.status === 'ended' || period.status === 'stopped' || period.status === 'failed';
    const until = end === undefined ? (isOver ? (start ?? 0) : years.to + 1) : end + 1;
    if (start !== undefined && clamp(until) > clamp(start)) {
      const [from, to] = [clamp(start), clamp(until)];
      children.push(rect(from, middle - BAR / 2, to - from, BAR, { fill, 'fill-opacity': 0.35 }));
      const isCut = until > years.to + 1 || (end === undefined && !isOver);
      if (isCut && to - from > 8) {
        children.push(
          path(`M${px(to - 5)} ${px(middle - 5)}L${px(to)} ${px(middle)}L${px(to - 5)} ${px(middle + 5)}`, {
            fill: 'none',
            stroke: fill,
            'stroke-width': 1.5,
          }),
        );
      } else if (period.status === 'stopped' || period.status === 'failed') {
        children.push(line(to - 4, middle - 4, to + 4, middle + 4, fill, 2));
        children.push(line(to - 4, middle + 4, to + 4, middle - 4, fill, 2));
      } else if (end !== undefined) {
        children.push(line(to, middle - 6, to, middle + 6, fill, 2));
      }
    }
    for (const event of events) {
      if (!isDrawn(event)) continue;
      children.push(circle(x(event), middle, 2.5, { fill: 'text', stroke: 'paper', 'stroke-width': 1 }));
    }
    if (start !== undefined && isDrawn(start)) children.push(typeSign(type, x(start), middle, 11));
    return group(children, [one.id]);
  }

  const legend = ['ongoing', 'end', 'stop', 'event'] as const;
  const legendWords = legend
    .map((one) => say(`timeline.legend-${one}`))
    .join(pen.language === 'zh' ? '　' : '  ·  ');
  marks.push(text(left, y + 24, fitWords(legendWords, (right - left) / 12), { size: 12, fill: 'text-3' }));
  const ongoing = shown.filter(({ case: one }) => one.front.period.status === 'ongoing').length;
  const outsideFacts = shown.reduce(
    (sum, { events }) => sum + events.filter((one) => !isDrawn(one)).length,
    0,
  );
  const drawnRows = groups.reduce((sum, { spans: members }) => sum + members.length, 0);
  const tooMany = groups.reduce((sum, { spans: inGroup }) => sum + Math.max(0, inGroup.length - most), 0);
  const silent = groups.find(({ id }) => id === 'not-stated')?.spans.length ?? 0;
  const noStart = shown.filter(({ start }) => start === undefined).length;
  const backwards = shown.filter(({ isBackwards }) => isBackwards).length;
  return {
    alt:
      shown.length === 0
        ? say('timeline.alt-none')
        : say('timeline.alt', { count: shown.length, from: years.from, to: years.to, ongoing }),
    drawing: { width: pen.width, height: y + 36, marks },
    table: () => ({
      head: ['case', 'start', 'end', 'status', 'events'].map((one) =>
        say(`timeline.${one as 'case' | 'start' | 'end' | 'status' | 'events'}`),
      ),
      rows: pen.cases.map((one) => ({
        cells: [
          titleOf(one, pen),
          dateWords(one.front.period.start, pen),
          one.front.period.end === undefined ? '–' : dateWords(one.front.period.end, pen),
          findEntry('status', one.front.period.status)?.[pen.language] ?? pen.notStated,
          String(one.front.events.length),
        ],
        cases: [one.id],
      })),
    }),
    notShown: whereAny(
      [spans.length - dated.length, say('timeline.undated', { count: spans.length - dated.length })],
      [noStart, say('timeline.no-start', { count: noStart })],
      [backwards, say('timeline.backwards', { count: backwards })],
      [dated.length - shown.length, say('timeline.outside', { count: dated.length - shown.length })],
      [outsideFacts, say('timeline.facts-outside', { count: outsideFacts })],
      [tooMany, say('too-many', { count: tooMany })],
      [silent, say('timeline.silent', { count: silent, list: say(`list.${by}`) })],
      [drawnRows - shown.length, say('timeline.several', { list: say(`list.${by}`) })],
    ),
    ...(all === undefined ? {} : { years: all, axis: { left, right, from: years.from, to: years.to + 1 } }),
  };
}

function dateWords(date: string | number, { notStated, language }: Pen): string {
  return findEntry('nothing', String(date))?.[language] ?? (String(date) || notStated);
}
