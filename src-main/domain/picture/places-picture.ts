import type { Case } from '#contract/case-tree.ts';
import type { Mark } from '#contract/pictures.ts';
import { countryName, placeName, romanisePlace } from '../case/place-name.ts';
import { type Cluster, clusterSpots } from './clusters.ts';
import { widthOf } from './fit-words.ts';
import { circle, path, rect, text, typeSign } from './marks.ts';
import { type Drawn, type Pen, titleOf, whereAny } from './pen.ts';
import { type LonLat, layWorld } from './world.ts';

/** Signs nearer than this, CSS px, are drawn as one with a number. */
const REACH = 24;
const LABEL = 12;
const SIGN = 12;

/** The cases on the land of the world: no boundary is drawn, and signs that would touch become one with a number. */
export function placesPicture(
  pen: Pen,
  options: { view: 'world' | 'cases'; zoom: number; centre: LonLat | undefined },
): Drawn {
  const { say, width, cases, language } = pen;
  const placed = cases.flatMap((one) => {
    const { point } = one.front.place;
    return point === undefined ? [] : [{ one, point }];
  });
  const map = layWorld({ width, points: placed.map(({ point }) => point), ...options });
  const spots = placed.flatMap(({ one, point }) => {
    const at = map.place(point);
    return at === undefined ? [] : [{ ...at, of: one }];
  });
  // The fullest places come first, so that a sign for several stands where most of its cases are.
  const crowd = new Map<string, number>();
  for (const { one } of placed) {
    const { country, province, city } = one.front.place;
    const key = city ?? province ?? country;
    crowd.set(key, (crowd.get(key) ?? 0) + 1);
  }
  const ordered = spots
    .map((spot) => {
      const { country, province, city } = spot.of.front.place;
      return { spot, crowd: crowd.get(city ?? province ?? country) ?? 0 };
    })
    .sort((a, b) => b.crowd - a.crowd)
    .map(({ spot }) => spot);
  const clusters = clusterSpots(ordered, REACH).toSorted((a, b) => b.members.length - a.members.length);
  const marks: Mark[] = [
    rect(0, 0, map.width, map.height, { fill: 'surface', rx: 6 }),
    path(map.land, { fill: 'track', stroke: 'line-2', 'stroke-width': 0.5 }),
  ];
  const signs = clusters.map(toSign);
  const labels = labelsFor(clusters, map.width, (cluster) => nameOf(cluster, pen));
  marks.push(...labels, ...signs.toReversed());
  // Thousands of cases lie in hundreds of places: each is put into words once.
  const names = new Map<string, string>();
  const byPlace = Map.groupBy(cases, ({ front: { place } }) => {
    const key = `${place.country} ${place.province} ${place.city} ${place.district}`;
    const name = names.get(key) ?? placeName(place)[language];
    names.set(key, name);
    return name;
  });
  const rows = [...byPlace].toSorted(
    ([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1),
  );
  const [most] = rows;
  const outside = placed.length - spots.length;
  return {
    alt:
      most === undefined || placed.length === 0
        ? say('places.alt-none')
        : say('places.alt', {
            count: placed.length,
            places: rows.length,
            most: most[0],
            number: most[1].length,
          }),
    drawing: { width: map.width, height: map.height, marks },
    table: () => ({
      head: [say('places.place'), say('places.count'), say('places.cases')],
      rows: rows.map(([place, members]) => ({
        cells: [place, String(members.length), members.map((one) => titleOf(one, pen)).join(say('and'))],
        cases: members.map(({ id }) => id),
      })),
    }),
    notShown: [
      say('places.note'),
      ...whereAny(
        [cases.length - placed.length, say('places.no-point', { count: cases.length - placed.length })],
        [outside, say('places.outside', { count: outside })],
      ),
    ],
    centre: map.centre,
    degrees: map.degrees,
  };
}

function toSign({ x, y, members }: Cluster<Case>): Mark {
  const cases = members.map(({ id }) => id);
  const [only] = members;
  if (members.length === 1 && only !== undefined) {
    const halo = circle(x, y, SIGN / 2 + 2.5, { fill: 'paper' });
    return { tag: 'g', attributes: {}, cases, children: [halo, typeSign(only.front.type, x, y, SIGN)] };
  }
  return {
    tag: 'g',
    attributes: {},
    cases,
    children: [
      circle(x, y, radiusOf(members.length), { fill: 'accent', stroke: 'paper', 'stroke-width': 1.5 }),
      text(x, y + 4.5, String(members.length), {
        size: 12,
        weight: 600,
        anchor: 'middle',
        fill: 'on-accent',
      }),
    ],
  };
}

function radiusOf(count: number): number {
  return Math.min(22, 8 + Math.sqrt(count) * 1.6);
}

/** Names beside the signs, the fullest first, those only that touch no sign and no name before them. */
function labelsFor(
  clusters: readonly Cluster<Case>[],
  width: number,
  nameOf: (cluster: Cluster<Case>) => string,
): Mark[] {
  interface Box {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }
  const taken: Box[] = clusters.map(({ x, y, members }) => {
    const radius = radiusOf(members.length);
    return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
  });
  const touches = (a: Box, b: Box) =>
    a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  // With thousands of signs there is no room for names, and looking for it would take the time of all else.
  return clusters.slice(0, 120).flatMap((cluster) => {
    const words = nameOf(cluster);
    const size = widthOf(words) * LABEL;
    const radius = radiusOf(cluster.members.length) + 4;
    const y = cluster.y - LABEL / 2 - 2;
    const boxes = [
      { x: cluster.x + radius, y, width: size, height: LABEL + 4 },
      { x: cluster.x - radius - size, y, width: size, height: LABEL + 4 },
    ];
    const free = boxes.find(
      (box) => box.x > 0 && box.x + box.width < width && !taken.some((one) => touches(one, box)),
    );
    if (free === undefined) return [];
    taken.push(free);
    return [text(free.x, cluster.y + 4.5, words, { size: LABEL, fill: 'text-2' })];
  });
}

/** The city of a sign; with others about it, their neighbourhood. */
function nameOf({ members }: Cluster<Case>, pen: Pen): string {
  const name = cityOf(members[0], pen);
  return members.every((one) => cityOf(one, pen) === name) ? name : pen.say('places.and-near', { name });
}

function cityOf(one: Case | undefined, { language }: Pen): string {
  const place = one?.front.place;
  if (place === undefined) return '';
  const name = place.city ?? place.province;
  if (name === undefined) return countryName(place.country)[language];
  return language === 'en' ? romanisePlace(name) : name.replace(/(?<=..)市$/, '');
}
