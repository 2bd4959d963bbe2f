import { type CSSProperties, createElement, type ReactElement, useEffect, useRef } from 'react';
import type { Drawing, Mark } from '#contract/pictures.ts';
import styles from './pictures.module.css';

/**
 * A drawing on the page, its tokens as the theme's colours. A press on a mark picks the cases behind it; the table
 * below is the way there for the keyboard, so the drawing itself is one picture with one name.
 */
export function DrawingView(props: {
  readonly drawing: Drawing;
  readonly alt: string;
  readonly picked: readonly string[] | undefined;
  readonly onPick: (cases: readonly string[]) => void;
}) {
  const { drawing, alt, picked, onPick } = props;
  const svg = useRef<SVGSVGElement>(null);
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
  return (
    <svg
      ref={svg}
      role="img"
      aria-label={alt}
      className={styles.drawing}
      width={drawing.width}
      height={drawing.height}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
    >
      {drawing.marks.map((mark, index) => toElement(mark, String(index), wanted))}
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
