import { type RefObject, useEffect, useRef } from 'react';

/** A press that has moved further than this, CSS px, is a drag and no click. */
const LEAST = 4;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What a drag over a drawing does: while it goes on, and when it ends. */
export interface Drag {
  readonly onMove: (from: Point, to: Point) => void;
  readonly onEnd: (from: Point, to: Point) => void;
  readonly onCancel: () => void;
}

/**
 * Follows drags of the main button over an element, in its own CSS px. Nothing is drawn anew by React while a drag
 * goes on: who listens moves what is there. Escape gives it up.
 */
export function useDrag(element: RefObject<SVGSVGElement | null>, drag: Drag | undefined): void {
  const latest = useRef(drag);
  latest.current = drag;
  const isWanted = drag !== undefined;
  useEffect(() => {
    const svg = element.current;
    if (svg === null || !isWanted) return;
    let from: Point | undefined;
    let isDragging = false;
    const at = (event: PointerEvent): Point => {
      const box = svg.getBoundingClientRect();
      return { x: event.clientX - box.left, y: event.clientY - box.top };
    };
    const stop = () => {
      from = undefined;
      isDragging = false;
    };
    const press = (event: PointerEvent) => {
      if (event.button === 0 && event.isPrimary) from = at(event);
    };
    const move = (event: PointerEvent) => {
      if (from === undefined) return;
      const to = at(event);
      if (!isDragging && Math.hypot(to.x - from.x, to.y - from.y) < LEAST) return;
      if (!isDragging) svg.setPointerCapture(event.pointerId);
      isDragging = true;
      event.preventDefault();
      latest.current?.onMove(from, to);
    };
    const release = (event: PointerEvent) => {
      if (from !== undefined && isDragging) {
        latest.current?.onEnd(from, at(event));
        // The click that follows a drag picks nothing.
        window.addEventListener('click', (click) => click.stopPropagation(), { capture: true, once: true });
      }
      stop();
    };
    const cancel = () => {
      if (isDragging) latest.current?.onCancel();
      stop();
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') cancel();
    };
    svg.addEventListener('pointerdown', press);
    svg.addEventListener('pointermove', move);
    svg.addEventListener('pointerup', release);
    svg.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', key);
    return () => {
      svg.removeEventListener('pointerdown', press);
      svg.removeEventListener('pointermove', move);
      svg.removeEventListener('pointerup', release);
      svg.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', key);
    };
  }, [element, isWanted]);
}
