import {
  type CSSProperties,
  createElement,
  type ReactElement,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { Drawing, Mark } from '#contract/pictures.ts';
import styles from './pictures.module.css';
import { useDrag } from './use-drag.ts';

/** A stretch of a drawing across, CSS px. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * A drawing on the page, its tokens as the theme's colours. A press on a mark picks the cases behind it; the table
 * below is the way there for the keyboard, so the drawing itself is one picture with one name.
 */
export function DrawingView(props: {
  readonly drawing: Drawing;
  readonly alt: string;
  readonly picked: readonly string[] | undefined;
  readonly onPick: (cases: readonly string[]) => void;
  /** Dragging across marks a stretch; `marked` is the one that is. */
  readonly brush?: {
    readonly within: Stretch;
    readonly marked: Stretch | undefined;
    readonly onBrush: (stretch: Stretch) => void;
  };
  /** Dragging moves the drawing; so far, CSS px. */
  readonly onPan?: (dx: number, dy: number) => void;
}) {
  const { drawing, alt, picked, onPick, brush, onPan } = props;
  const svg = useRef<SVGSVGElement>(null);
  const moved = useRef<SVGGElement>(null);
  const band = useRef<SVGRectElement>(null);
  const latest = useRef(onPick);
  latest.current = onPick;
  useEffect(() => {
    const element = svg.current;
    const press = (event: MouseEvent) => {
      const mark = event.target instanceof Element ? event.target.closest('[data-cases]') : null;
      const cases = mark?.getAttribute('data-cases')?.split(' ') ?? [];
      if (cases.length > 0) latest.current(cases);
    };
    element?.addEventListener('click', press);
    return () => element?.removeEventListener('click', press);
  }, []);
  const wanted = picked?.join(' ');
  const showBand = (stretch: Stretch | undefined) => {
    band.current?.setAttribute('x', String(stretch?.from ?? 0));
    band.current?.setAttribute('width', String(stretch === undefined ? 0 : stretch.to - stretch.from));
  };
  const stretchOf = (a: number, b: number): Stretch => {
    const { from, to } = brush?.within ?? { from: 0, to: 0 };
    const clamp = (x: number) => Math.min(to, Math.max(from, x));
    return { from: clamp(Math.min(a, b)), to: clamp(Math.max(a, b)) };
  };
  useDrag(
    svg,
    brush !== undefined
      ? {
          onMove: (from, to) => showBand(stretchOf(from.x, to.x)),
          onEnd: (from, to) => brush.onBrush(stretchOf(from.x, to.x)),
          onCancel: () => showBand(brush.marked),
        }
      : onPan !== undefined
        ? {
            onMove: (from, to) =>
              moved.current?.setAttribute('transform', `translate(${to.x - from.x} ${to.y - from.y})`),
            onEnd: (from, to) => onPan(to.x - from.x, to.y - from.y),
            onCancel: () => moved.current?.removeAttribute('transform'),
          }
        : undefined,
  );
  // What was dragged stays where it was put until the drawing of the new place is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawing is what it waits for
  useLayoutEffect(() => moved.current?.removeAttribute('transform'), [drawing]);
  const marks = useMemo(
    () => drawing.marks.map((mark, index) => toElement(mark, String(index), wanted)),
    [drawing, wanted],
  );
  return (
    <svg
      ref={svg}
      role="img"
      aria-label={alt}
      className={styles.drawing}
      data-drag={brush !== undefined ? 'brush' : onPan !== undefined ? 'pan' : undefined}
      width={drawing.width}
      height={drawing.height}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
    >
      <g ref={moved}>{marks}</g>
      {brush !== undefined && (
        <rect
          ref={band}
          className={styles.band}
          y={0}
          height={drawing.height}
          x={brush.marked?.from ?? 0}
          width={brush.marked === undefined ? 0 : brush.marked.to - brush.marked.from}
        />
      )}
    </svg>
  );
}

function toElement(mark: Mark, key: string, wanted: string | undefined): ReactElement {
  const { fill, stroke, ...rest } = mark.attributes;
  const look: CSSProperties = {
    ...(fill === undefined ? {} : { fill: colourOf(fill) }),
    ...(stroke === undefined ? {} : { stroke: colourOf(stroke) }),
  };
  const attributes = Object.fromEntries(Object.entries(rest).map(([name, value]) => [camel(name), value]));
  const cases = mark.cases?.length === 0 ? undefined : mark.cases?.join(' ');
  return createElement(
    mark.tag,
    {
      key,
      ...attributes,
      style: look,
      ...(cases === undefined ? {} : { 'data-cases': cases, 'data-picked': cases === wanted }),
    },
    mark.words,
    ...mark.children.map((child, index) => toElement(child, String(index), wanted)),
  );
}

function colourOf(token: string | number): string {
  return token === 'none' ? 'none' : `var(--${token})`;
}

function camel(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
