import type { Drawing } from '#contract/pictures.ts';
import { type Shape, toShapes } from './shapes.ts';

/** Lines that each row of pixels is measured on. */
const SAMPLES = 4;

/** Paints a plain drawing, magnified; pixels as red, green, blue, one row after the other. */
export function paint(
  drawing: Drawing,
  scale: number,
): { width: number; height: number; pixels: Uint8Array } {
  const width = Math.round(drawing.width * scale);
  const height = Math.round(drawing.height * scale);
  const pixels = new Uint8Array(width * height * 3).fill(255);
  for (const shape of toShapes(drawing)) fillShape(shape, scale, { width, height, pixels });
  return { width, height, pixels };
}

interface Edge {
  readonly top: number;
  readonly bottom: number;
  /** Where it crosses `top`, and how far it goes aside in a row. */
  readonly x: number;
  readonly slope: number;
  readonly winding: 1 | -1;
}

interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

function fillShape({ outlines, colour, opacity }: Shape, scale: number, sheet: Sheet): void {
  const edges = edgesOf(outlines, scale).sort((a, b) => a.top - b.top);
  const first = edges[0];
  if (first === undefined) return;
  const rgb = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const lowest = edges.reduce((most, { bottom }) => Math.max(most, bottom), 0);
  const from = Math.max(0, Math.floor(first.top));
  const to = Math.min(sheet.height, Math.ceil(lowest));
  const cover = new Float32Array(sheet.width + 1);
  let next = 0;
  let active: Edge[] = [];
  for (let row = from; row < to; row += 1) {
    for (let edge = edges[next]; edge !== undefined && edge.top < row + 1; edge = edges[next]) {
      active.push(edge);
      next += 1;
    }
    active = active.filter(({ bottom }) => bottom > row);
    if (active.length === 0) continue;
    cover.fill(0);
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      coverLine(active, row + (sample + 0.5) / SAMPLES, cover, sheet.width);
    }
    blend(sheet, row, cover, rgb, opacity);
  }
}

/** Adds to each pixel the part of a line that lies inside, for one line of the samples. */
function coverLine(edges: readonly Edge[], y: number, cover: Float32Array, width: number): void {
  const crossings = edges
    .filter(({ top, bottom }) => top <= y && bottom > y)
    .map(({ x, top, slope, winding }) => ({ x: x + (y - top) * slope, winding }))
    .sort((a, b) => a.x - b.x);
  let winding = 0;
  let start = 0;
  for (const crossing of crossings) {
    if (winding === 0) start = crossing.x;
    winding += crossing.winding;
    if (winding !== 0) continue;
    const left = Math.max(0, start);
    const right = Math.min(width, crossing.x);
    for (let column = Math.floor(left); column < right; column += 1) {
      const part = Math.min(right, column + 1) - Math.max(left, column);
      cover[column] = (cover[column] ?? 0) + part / SAMPLES;
    }
  }
}

function blend(
  { width, pixels }: Sheet,
  row: number,
  cover: Float32Array,
  rgb: readonly number[],
  opacity: number,
): void {
  for (let column = 0; column < width; column += 1) {
    const part = Math.min(1, cover[column] ?? 0) * opacity;
    if (part <= 0) continue;
    const at = (row * width + column) * 3;
    for (const [channel, value] of rgb.entries()) {
      const under = pixels[at + channel] ?? 255;
      pixels[at + channel] = Math.round(under + (value - under) * part);
    }
  }
}

function edgesOf(outlines: Shape['outlines'], scale: number): Edge[] {
  return outlines.flatMap((outline) =>
    outline.flatMap(([x, y], index): Edge[] => {
      const [toX, toY] = outline[(index + 1) % outline.length] ?? [x, y];
      if (y === toY) return [];
      const [x1, y1, x2, y2] = [x * scale, y * scale, toX * scale, toY * scale];
      const slope = (x2 - x1) / (y2 - y1);
      return y1 < y2
        ? [{ top: y1, bottom: y2, x: x1, slope, winding: 1 }]
        : [{ top: y2, bottom: y1, x: x2, slope, winding: -1 }];
    }),
  );
}
