import type { Mark } from '#contract/pictures.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { heatOf } from './cross.ts';
import { fitWords } from './fit-words.ts';
import { group, line, path, px, rect, text } from './marks.ts';
import { type Drawn, type Pen, whereAny } from './pen.ts';
import { crossActors, type RoleCross } from './role-cross.ts';

const HEAD = 30;
const ROW = 58;
const CELL = 50;
const GAP = 4;
/** Room for the arcs, and for the names beside them. */
const ARCS = 132;
const NAMES = 168;
const THICK = 9;

/**
 * Who does what with whom over several cases: the roles as rows, the stages as columns, arcs between the roles that
 * act together. However many cases there are, there are seven rows: it cannot become a tangle.
 */
export function roleActorsPicture(pen: Pen): Drawn {
  const { say, label, width } = pen;
  const crossed = crossActors(pen.cases);
  const roles = vocabulary.role.map(({ id }) => id);
  const stages = vocabulary.lifecycle.map(({ id }) => id);
  const y = (role: number) => HEAD + role * ROW + CELL / 2;
  const left = ARCS + NAMES;
  const cell = Math.min(110, (width - left) / (stages.length + 1) - GAP);
  const x = (column: number) => left + column * (cell + GAP);
  const most = Math.max(0, ...crossed.cells.flat().map(({ length }) => length));
  const marks: Mark[] = [
    text(0, 14, say('actors.with'), { size: 12, fill: 'text-3' }),
    ...[...stages.map((id) => label('stage', id)), say('actors.leads')].map((words, index) =>
      text(x(index), 14, fitWords(words, cell / 12.5), { size: 13 }),
    ),
    ...arcs(crossed, y),
  ];
  for (const [row, id] of roles.entries()) {
    const members = crossed.roles[row] ?? [];
    const own = crossed.together(row, row).length;
    marks.push(
      line(ARCS, HEAD + row * ROW - GAP, x(stages.length + 1) - GAP, HEAD + row * ROW - GAP, 'line'),
      group(
        [
          text(ARCS + 8, y(row) - 3, label('actor', id), { size: 14, weight: 600 }),
          text(
            ARCS + 8,
            y(row) + 15,
            say(own > 0 ? 'actors.among' : 'actors.of-cases', { count: members.length, own }),
            { size: 12, fill: 'text-3' },
          ),
        ],
        members,
      ),
    );
    for (const column of stages.keys()) {
      const inCell = crossed.cells[row]?.[column] ?? [];
      const heat = heatOf(inCell.length, most);
      marks.push(
        group(
          [
            rect(x(column), y(row) - CELL / 2, cell, CELL, { fill: `heat-${heat}`, rx: 4 }),
            text(x(column) + cell / 2, y(row) + 6, String(inCell.length), {
              size: 16,
              anchor: 'middle',
              fill: heat > 3 ? 'on-heat-high' : 'on-heat-low',
            }),
          ],
          inCell,
        ),
      );
    }
    const leading = crossed.leads[row] ?? [];
    marks.push(
      group(
        [text(x(stages.length) + 8, y(row) + 6, String(leading.length), { size: 16, weight: 600 })],
        leading,
      ),
    );
  }
  const together = pairsOf(crossed);
  const [closest] = together;
  const first = indexOfMost(crossed.leads);
  const named = (role: number) => label('actor', roles[role] ?? '');
  const sayPair = ([a, b]: readonly [number, number]) => say('times', { a: named(a), b: named(b) });
  return {
    alt:
      crossed.actors === 0
        ? say('actors.alt-none')
        : closest === undefined
          ? say('actors.alt-few', { count: crossed.stated, actors: crossed.actors })
          : say('actors.alt', {
              count: crossed.stated,
              actors: crossed.actors,
              lead: named(first),
              number: crossed.leads[first]?.length ?? 0,
              pair: sayPair(closest.pair),
              ties: closest.cases.length,
            }),
    drawing: { width, height: HEAD + roles.length * ROW, marks },
    table: () => ({
      head: [
        say('actors.role'),
        say('actors.cases'),
        ...stages.map((id) => label('stage', id)),
        say('actors.leads'),
        say('actors.with-whom'),
      ],
      rows: roles.map((id, row) => {
        const cellCases = [crossed.roles[row] ?? [], ...(crossed.cells[row] ?? []), crossed.leads[row] ?? []];
        const partners = together
          .filter(({ pair: [a, b] }) => a === row || b === row)
          .map(({ pair: [a, b], cases }) => `${named(a === row ? b : a)} ${cases.length}`);
        const own = crossed.together(row, row).length;
        const all = own > 0 ? [...partners, `${named(row)} ${own}`] : partners;
        return {
          cells: [
            label('actor', id),
            ...cellCases.map(({ length }) => String(length)),
            all.join(say('and')) || '–',
          ],
          cases: crossed.roles[row] ?? [],
          cellCases: [[], ...cellCases, []],
        };
      }),
    }),
    notShown: [
      say('actors.meaning'),
      ...whereAny(
        [crossed.stageless, say('actors.no-stage', { count: crossed.stageless })],
        [crossed.tieless, say('actors.no-tie', { count: crossed.tieless })],
        [crossed.unknown, say('actors.unknown-tie', { count: crossed.unknown })],
        [
          pen.cases.length - crossed.stated,
          say('actors.silent', { count: pen.cases.length - crossed.stated }),
        ],
      ),
    ],
  };
}

interface Pair {
  readonly pair: readonly [number, number];
  readonly cases: readonly string[];
}

/** Two different roles that act together, the most often first. */
function pairsOf({ roles, together }: RoleCross): Pair[] {
  return roles
    .flatMap((_, a) =>
      roles.slice(a + 1).map((_, index): Pair => {
        const pair = [a, a + 1 + index] as const;
        return { pair, cases: together(...pair) };
      }),
    )
    .filter(({ cases }) => cases.length > 0)
    .toSorted((a, b) => b.cases.length - a.cases.length);
}

/** Arcs at the left of the rows, the thin ones beneath; those that count for something say how much. */
function arcs(crossed: RoleCross, y: (role: number) => number): Mark[] {
  const pairs = pairsOf(crossed);
  const most = pairs[0]?.cases.length ?? 1;
  const drawn = pairs.map(({ pair: [a, b], cases }) => {
    const [top, foot] = [y(a), y(b)];
    const bend = 14 + (b - a) * 21;
    const edge = ARCS - 4;
    const d = `M${px(edge)} ${px(top)}C${px(edge - bend)} ${px(top)} ${px(edge - bend)} ${px(foot)} ${px(edge)} ${px(foot)}`;
    const width = px(1 + (THICK - 1) * (cases.length / most));
    const isStrong = cases.length * 4 >= most;
    const arc = path(d, { fill: 'none', stroke: isStrong ? 'heat-3' : 'line-2', 'stroke-width': width });
    // Its middle: a cubic curve goes three quarters of the way to its handles.
    const words = text(edge - bend * 0.75, (top + foot) / 2 + 4.5, String(cases.length), {
      size: 12,
      weight: 600,
      anchor: 'middle',
    });
    return { arc: group([arc], cases), words: isStrong ? [group([words], cases)] : [] };
  });
  return [...drawn.map(({ arc }) => arc).toReversed(), ...drawn.flatMap(({ words }) => words)];
}

function indexOfMost(lists: readonly (readonly string[])[]): number {
  const lengths = lists.map(({ length }) => length);
  return lengths.indexOf(Math.max(0, ...lengths));
}
