import {
  type GeoPermissibleObjects,
  type GeoProjection,
  geoMercator,
  geoNaturalEarth1,
  geoPath,
} from 'd3-geo';
import { landJson } from './land.ts';
import { px } from './marks.ts';

export type LonLat = readonly [number, number];

const coordinates: number[][][][] = JSON.parse(landJson);
const land: GeoPermissibleObjects = { type: 'MultiPolygon', coordinates };

/** The part of the world without the ice: nobody has a case there, and it would take a fifth of the height. */
const inhabited: GeoPermissibleObjects = {
  type: 'LineString',
  coordinates: [
    [-179, -56],
    [-90, -56],
    [0, -56],
    [90, -56],
    [179, -56],
    [179, 78],
    [90, 78],
    [0, 78],
    [-90, 78],
    [-179, 78],
    [-179, -56],
  ],
};
/** Share of the world's width over its height, for the room that a map is given. */
const WIDE = 2.1;
/** Degrees about points that all lie at one place. */
const LEAST_SPREAD = 4;
const MARGIN = 40;
/** Px about the middle in which the map is taken to be even. */
const NEAR = 20;
/** Longitude in the middle: the Atlantic is cut nowhere, the Pacific is. */
const MIDDLE = 11;

export interface WorldMap {
  readonly width: number;
  readonly height: number;
  /** The land as the `d` of a path. */
  readonly land: string;
  readonly centre: LonLat;
  /** Degrees east and north of a CSS px about the middle. */
  readonly degrees: readonly [number, number];
  /** Where a point lies; undefined when it is out of sight. */
  place(point: LonLat): { readonly x: number; readonly y: number } | undefined;
}

/** Lays the world, or the part of it that some points need, into a width, magnified about a centre. */
export function layWorld(options: {
  readonly width: number;
  readonly points: readonly LonLat[];
  readonly view: 'world' | 'cases';
  readonly zoom: number;
  readonly centre: LonLat | undefined;
}): WorldMap {
  const { width, points, view, zoom } = options;
  const height = Math.round(width / WIDE);
  const isWorld = view === 'world' || points.length === 0;
  const projection = isWorld
    ? geoNaturalEarth1().rotate([-MIDDLE, 0]).fitSize([width, height], inhabited)
    : geoMercator().fitExtent(
        [
          [MARGIN, MARGIN],
          [width - MARGIN, height - MARGIN],
        ],
        around(points),
      );
  const middle: [number, number] = [width / 2, height / 2];
  const own = projection.invert?.(middle) ?? [MIDDLE, 0];
  const centre: LonLat = options.centre ?? [own[0], own[1]];
  if (zoom > 1 || options.centre !== undefined) magnify(projection, zoom, centre, middle);
  projection.clipExtent([
    [0, 0],
    [width, height],
  ]);
  const draw = geoPath(projection).digits(1);
  const [west, south] = projection.invert?.([middle[0] - NEAR, middle[1] + NEAR]) ?? [0, 0];
  const [east, north] = projection.invert?.([middle[0] + NEAR, middle[1] - NEAR]) ?? [0, 0];
  return {
    width,
    height,
    land: draw(land) ?? '',
    centre: [px(centre[0]), px(centre[1])],
    degrees: [(east - west) / (2 * NEAR), (north - south) / (2 * NEAR)],
    place([longitude, latitude]) {
      const found = projection([longitude, latitude]);
      if (found === null) return undefined;
      const [x, y] = found;
      return x < 0 || y < 0 || x > width || y > height ? undefined : { x, y };
    },
  };
}

function magnify(projection: GeoProjection, zoom: number, centre: LonLat, middle: [number, number]): void {
  projection.scale(projection.scale() * zoom);
  const at = projection([centre[0], centre[1]]);
  const [x, y] = projection.translate();
  if (at !== null) projection.translate([x + middle[0] - at[0], y + middle[1] - at[1]]);
}

function around(points: readonly LonLat[]): GeoPermissibleObjects {
  const spread = points.flatMap(([longitude, latitude]): [number, number][] => [
    [longitude - LEAST_SPREAD / 2, Math.max(-80, latitude - LEAST_SPREAD / 2)],
    [longitude + LEAST_SPREAD / 2, Math.min(80, latitude + LEAST_SPREAD / 2)],
  ]);
  return { type: 'MultiPoint', coordinates: spread };
}
