import type { Drawing, Mark } from '#contract/pictures.ts';

export type Point = readonly [number, number];

/** Closed outlines filled as one, by the rule that winding decides. */
export interface Shape {
  readonly outlines: readonly (readonly Point[])[];
  readonly colour: string;
  readonly opacity: number;
}

/** Steps that a curve is drawn in: enough for letters at twice their size; more for long ones, one in so many px. */
const CURVE_STEPS = 6;
const MOST_STEPS = 60;
const STEP_LENGTH = 3;
const CIRCLE_STEPS = 32;

/** The marks of a plain drawing (no words, real colours) as filled outlines, back to front. */
export function toShapes({ marks }: Drawing): Shape[] {
  return marks.flatMap((mark) => shapesOf(mark, 0, 0));
}

function shapesOf({ tag, attributes, children }: Mark, dx: number, dy: number): Shape[] {
  const at = (name: string) => Number(attributes[name] ?? 0);
  const moved = (points: readonly Point[]) => points.map(([x, y]): Point => [x + dx, y + dy]);
  const paint = (closed: readonly (readonly Point[])[], open: readonly (readonly Point[])[]): Shape[] => {
    const shapes: Shape[] = [];
    const { fill, stroke } = attributes;
    if (typeof fill === 'string' && fill.startsWith('#')) {
      shapes.push({
        outlines: closed.map(moved),
        colour: fill,
        opacity: Number(attributes['fill-opacity'] ?? 1),
      });
    }
    if (typeof stroke === 'string' && stroke.startsWith('#')) {
      const width = Number(attributes['stroke-width'] ?? 1);
      shapes.push({
        outlines: open.flatMap((one) => strokeOf(moved(one), width)),
        colour: stroke,
        opacity: 1,
      });
    }
    return shapes;
  };
  switch (tag) {
    case 'g': {
      const [, x = '0', y = '0'] =
        /^translate\(([-\d.]+) ([-\d.]+)\)$/.exec(String(attributes.transform)) ?? [];
      return children.flatMap((child) => shapesOf(child, dx + Number(x), dy + Number(y)));
    }
    case 'rect': {
      const outline = rectOutline(at('x'), at('y'), at('width'), at('height'), at('rx'));
      return paint([outline], [closed(outline)]);
    }
    case 'circle': {
      const outline = circleOutline(at('cx'), at('cy'), at('r'));
      return paint([outline], [closed(outline)]);
    }
    case 'line': {
      const ends: Point[] = [
        [at('x1'), at('y1')],
        [at('x2'), at('y2')],
      ];
      return paint([], [ends]);
    }
    case 'path': {
      const { outlines, strokes } = readPath(String(attributes.d));
      return paint(outlines, strokes);
    }
    case 'text':
      return []; // a plain drawing has none
  }
}

function closed(outline: readonly Point[]): readonly Point[] {
  return [...outline, ...outline.slice(0, 1)];
}

function rectOutline(x: number, y: number, width: number, height: number, radius: number): Point[] {
  const r = Math.min(radius, width / 2, height / 2);
  if (r <= 0)
    return [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
    ];
  const corner = (cx: number, cy: number, from: number): Point[] =>
    Array.from({ length: 7 }, (_, step) => {
      const angle = from + (step / 6) * (Math.PI / 2);
      return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
    });
  return [
    ...corner(x + width - r, y + r, -Math.PI / 2),
    ...corner(x + width - r, y + height - r, 0),
    ...corner(x + r, y + height - r, Math.PI / 2),
    ...corner(x + r, y + r, Math.PI),
  ];
}

function circleOutline(cx: number, cy: number, r: number): Point[] {
  return Array.from({ length: CIRCLE_STEPS }, (_, step) => {
    const angle = (step / CIRCLE_STEPS) * 2 * Math.PI;
    return [cx + r * Math.cos(angle), cy + r * Math.sin(angle)];
  });
}

/** Each stretch of a line as a rectangle of its width; ends and corners as squares of it. */
function strokeOf(points: readonly Point[], width: number): Point[][] {
  const half = width / 2;
  return points.slice(1).flatMap((to, index) => {
    const from = points[index] ?? to;
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (length === 0) return [];
    const [nx, ny] = [(-(to[1] - from[1]) / length) * half, ((to[0] - from[0]) / length) * half];
    return [
      [
        [from[0] + nx, from[1] + ny],
        [to[0] + nx, to[1] + ny],
        [to[0] - nx, to[1] - ny],
        [from[0] - nx, from[1] - ny],
      ] satisfies Point[],
    ];
  });
}

const sizes: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6 };

/** Reads the commands that our drawings, the map and the fonts write: M L H V Q C Z, small letters relative. */
function readPath(d: string): { outlines: Point[][]; strokes: Point[][] } {
  const outlines: Point[][] = [];
  const strokes: Point[][] = [];
  let current: Point[] = [];
  let [x, y] = [0, 0];
  let start: Point = [0, 0];
  for (const [, letter = '', rest = ''] of d.matchAll(/([MLHVQCZmlhvqcz])([^MLHVQCZmlhvqcz]*)/g)) {
    const command = letter.toUpperCase();
    const isRelative = letter !== command;
    const size = sizes[command];
    if (size === undefined) {
      strokes.push([...closed(current)]);
      current = [];
      [x, y] = start;
      continue;
    }
    const given = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    for (let at = 0; at + size <= given.length; at += size) {
      const [fromX, fromY] = isRelative ? [x, y] : [0, 0];
      const numbers = given
        .slice(at, at + size)
        .map((value, index) => value + (command === 'V' || index % 2 === 1 ? fromY : fromX));
      const [a = 0, b = 0, c = 0, e = 0, f = 0, g = 0] = numbers;
      if (command === 'M' && at === 0) {
        if (current.length > 1) strokes.push(current);
        current = [];
        outlines.push(current);
        start = [a, b];
      }
      if (command === 'M' || command === 'L') [x, y] = [a, b];
      else if (command === 'H') x = a;
      else if (command === 'V') y = a;
      else {
        const [from, controls, to] = [
          [x, y] as const,
          command === 'Q' ? [[a, b] as const] : [[a, b] as const, [c, e] as const],
          (command === 'Q' ? [c, e] : [f, g]) as Point,
        ];
        const steps = stepsOf([from, ...controls, to]);
        for (let step = 1; step < steps; step += 1) {
          current.push(onCurve(from, controls, to, step / steps));
        }
        [x, y] = to;
      }
      current.push([x, y]);
    }
  }
  if (current.length > 1) strokes.push(current);
  return { outlines: outlines.map((one) => [...one]), strokes };
}

function stepsOf(points: readonly Point[]): number {
  const length = points.slice(1).reduce((sum, [x, y], index) => {
    const [fromX, fromY] = points[index] ?? [x, y];
    return sum + Math.hypot(x - fromX, y - fromY);
  }, 0);
  return Math.min(MOST_STEPS, Math.max(CURVE_STEPS, Math.ceil(length / STEP_LENGTH)));
}

/** A point of a Bézier curve by de Casteljau's way: halving between its points until one is left. */
function onCurve(from: Point, controls: readonly Point[], to: Point, share: number): Point {
  let points: readonly Point[] = [from, ...controls, to];
  while (points.length > 1) {
    points = points.slice(1).map(([x, y], index): Point => {
      const [px, py] = points[index] ?? [x, y];
      return [px + (x - px) * share, py + (y - py) * share];
    });
  }
  return points[0] ?? to;
}
