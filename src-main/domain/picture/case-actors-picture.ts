import type { Actor } from '#contract/case.ts';
import type { Case } from '#contract/case-tree.ts';
import type { Mark } from '#contract/pictures.ts';
import { findEntry, vocabulary } from '#contract/vocabulary.ts';
import { actorsOf, inOrder, stagesOf, tiesOf } from './actors.ts';
import { widthOf, wrapWords } from './fit-words.ts';
import { circle, line, path, px, rect, text } from './marks.ts';
import { type Drawn, type Pen, whereAny } from './pen.ts';

const NAME = 13;
const SMALL = 12;
const LINE = 18;
const GAP = 12;
const HEAD = 28;
const SIGN = 11;
/** Where names begin when there are ties at their left, and when there are none. */
const LEFT = [22, 44] as const;

/** The actors of one case, a row each: the name, what it does, its stages as dots, and arcs to those acted on. */
export function caseActorsPicture(pen: Pen, one: Case): Drawn {
  const { say, language, width, notStated, label } = pen;
  const actors = inOrder(actorsOf(one));
  const { ties, unknown } = tiesOf(actors);
  const stages = vocabulary.lifecycle.map(({ id }) => id);
  const roleOf = ({ role }: Actor) => findEntry('role', role)?.[language] ?? role;
  const left = LEFT[ties.length > 0 ? 1 : 0];
  const longest = Math.max(...stages.map((id) => widthOf(label('stage', id))));
  const column = Math.max(34, Math.min(width > 700 ? 84 : 64, longest * SMALL + 40));
  const table = column * stages.length;
  const room = width - left - table - 16;
  const x = (stage: number) => width - table + column * (stage + 0.5);
  const marks: Mark[] = stages.map((id, index) =>
    text(x(index), 14, label('stage', id), { size: SMALL, fill: 'text-3', anchor: 'middle' }),
  );
  const anchors: number[] = [];
  let top = HEAD;
  for (const actor of actors) {
    const isLead = actor.lead === true;
    const y = top + LINE / 2 + 6;
    const name = wrapWords(actor.name[language], room / (NAME + 0.5), 3);
    const does = wrapWords(`${roleOf(actor)} · ${actor.does[language]}`, room / SMALL, 4);
    const at = stagesOf(actor).map((id) => stages.indexOf(id));
    anchors.push(y);
    marks.push(
      line(left, top, width, top, 'line'),
      rect(
        left - SIGN - 5.5,
        y - SIGN / 2,
        SIGN,
        SIGN,
        isLead
          ? { fill: 'text-2', rx: 2 }
          : { fill: 'none', stroke: 'line-strong', 'stroke-width': 1, rx: SIGN / 2 },
      ),
      ...name.map((words, row) =>
        text(left, top + LINE + 3 + row * LINE, words, { size: NAME, weight: 600 }),
      ),
      ...does.map((words, row) =>
        text(left, top + LINE + 3 + (name.length + row) * LINE, words, { size: SMALL, fill: 'text-3' }),
      ),
    );
    if (at.length > 1) marks.push(line(x(Math.min(...at)), y, x(Math.max(...at)), y, 'text-2', 1.5));
    marks.push(...at.map((stage) => circle(x(stage), y, 5, { fill: 'text-2' })));
    if (at.length === 0) {
      marks.push(
        text(width - table / 2, y + 4, notStated, { size: SMALL, fill: 'text-3', anchor: 'middle' }),
      );
    }
    top += (name.length + does.length) * LINE + GAP;
  }
  for (const [from, to] of ties) marks.push(...arrow(anchors[from] ?? 0, anchors[to] ?? 0, left));
  if (actors.length > 0) {
    marks.push(text(left, top + 20, say('actors.legend'), { size: SMALL, fill: 'text-3' }));
  }
  const comma = say('and');
  const leads = actors.filter(({ lead }) => lead === true).map(({ name }) => name[language]);
  const withWhom = (index: number) =>
    ties.flatMap(([from, to]) => (from === index ? (actors[to]?.name[language] ?? []) : [])).join(comma);
  const stageless = actors.filter((actor) => stagesOf(actor).length === 0).length;
  return {
    alt:
      actors.length === 0
        ? say('actors.alt-none')
        : say('actors.alt-case', {
            actors: actors.length,
            lead: leads.join(comma) || notStated,
            ties: ties.length,
          }),
    drawing: { width, height: top + 28, marks },
    table: () => ({
      head: [
        say('actors.name'),
        say('actors.role'),
        say('actors.does'),
        say('actors.with-whom'),
        say('actors.stages'),
        say('actors.refs'),
      ],
      rows: actors.map((actor, index) => ({
        cells: [
          actor.lead === true ? say('actors.leading', { name: actor.name[language] }) : actor.name[language],
          roleOf(actor),
          actor.does[language],
          withWhom(index) || '–',
          stagesOf(actor)
            .map((id) => label('stage', id))
            .join(comma) || notStated,
          actor.refs.join(' '),
        ],
        cases: [],
      })),
    }),
    notShown: whereAny(
      [actors.length === 0 ? 1 : 0, say('actors.silent', { count: 1 })],
      [stageless, say('actors.no-stage', { count: stageless })],
      [unknown, say('actors.unknown-tie', { count: unknown })],
    ),
  };
}

/** An arc at the left of the names from one row to another, with a head where it ends. */
function arrow(from: number, to: number, left: number): Mark[] {
  const edge = left - SIGN - 8;
  const bend = Math.min(left - 22, 8 + Math.abs(to - from) / 12);
  const line = `M${px(edge)} ${px(from)}C${px(edge - bend)} ${px(from)} ${px(edge - bend)} ${px(to)} ${px(edge)} ${px(to)}`;
  const head = `M${px(edge + 2)} ${px(to)}L${px(edge - 5)} ${px(to - 3.5)}V${px(to + 3.5)}Z`;
  return [
    path(line, { fill: 'none', stroke: 'accent', 'stroke-width': 1.5 }),
    path(head, { fill: 'accent' }),
  ];
}
