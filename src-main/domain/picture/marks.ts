import type { CaseType } from '#contract/case.ts';
import type { Mark } from '#contract/pictures.ts';

type Paint = Readonly<Record<string, string | number>>;

const mark = (tag: Mark['tag'], attributes: Mark['attributes'], children: readonly Mark[] = []): Mark => ({
  tag,
  attributes,
  children,
});

export function group(children: readonly Mark[], cases?: readonly string[]): Mark {
  const marks = mark('g', {}, children);
  return cases === undefined ? marks : { ...marks, cases };
}

export const rect = (x: number, y: number, width: number, height: number, paint: Paint): Mark =>
  mark('rect', { x: px(x), y: px(y), width: px(Math.max(0, width)), height: px(height), ...paint });

export const circle = (cx: number, cy: number, r: number, paint: Paint): Mark =>
  mark('circle', { cx: px(cx), cy: px(cy), r: px(r), ...paint });

export const line = (x1: number, y1: number, x2: number, y2: number, stroke: string, width = 1): Mark =>
  mark('line', { x1: px(x1), y1: px(y1), x2: px(x2), y2: px(y2), stroke, 'stroke-width': width });

export const path = (d: string, paint: Paint): Mark => mark('path', { d, ...paint });

export interface TextLook {
  readonly size?: number;
  readonly fill?: string;
  readonly weight?: 400 | 600;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** Words on a line; `y` is their base line. */
export function text(x: number, y: number, words: string, look: TextLook = {}): Mark {
  const { size = 13, fill = 'text', weight = 400, anchor = 'start' } = look;
  const attributes = {
    x: px(x),
    y: px(y),
    fill,
    'font-size': size,
    'font-weight': weight,
    'text-anchor': anchor,
  };
  return { tag: 'text', attributes, children: [], words };
}

/** The sign of a case's type about a point: ● ■ ▲ ◆. The same shapes as everywhere in the program. */
export function typeSign(type: CaseType, x: number, y: number, size: number, fill = `type-${type}`): Mark {
  const half = size / 2;
  switch (type) {
    case 'plan-coordination':
      return circle(x, y, half, { fill });
    case 'community-engagement':
      return rect(x - half * 0.9, y - half * 0.9, size * 0.9, size * 0.9, { fill });
    case 'project':
      return path(`M${px(x)} ${px(y - half)}L${px(x + half)} ${px(y + half * 0.85)}H${px(x - half)}Z`, {
        fill,
      });
    case 'event-driven':
      return path(
        `M${px(x)} ${px(y - half)}L${px(x + half)} ${px(y)}L${px(x)} ${px(y + half)}L${px(x - half)} ${px(y)}Z`,
        { fill },
      );
  }
}

/** A tenth of a pixel is enough; equal pictures then have equal files. */
export function px(value: number): number {
  return Math.round(value * 10) / 10;
}
