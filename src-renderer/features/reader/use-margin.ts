import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { layMargin } from './margin-layout.ts';

/** Least white between two things in the margin, CSS px. */
const gap = 16;

/** Something in the margin, and the words in the text to which it belongs. */
export interface MarginItem {
  readonly id: string;
  readonly findAnchor: () => Element | null;
}

export interface Placed {
  readonly top: number;
  /** Middle of the first line of the words, from the margin's top. */
  readonly line: number;
}

/**
 * Keeps each thing in the margin beside its line: measured after every drawing, and again whenever the text or
 * a thing changes its size. CSS px from the margin's top.
 */
export function useMargin(
  items: readonly MarginItem[],
  margin: RefObject<HTMLElement | null>,
  article: RefObject<HTMLElement | null>,
): ReadonlyMap<string, Placed> {
  const [placed, setPlaced] = useState<ReadonlyMap<string, Placed>>(new Map());
  const latest = useRef(items);
  latest.current = items;

  const measure = useCallback(() => {
    const box = margin.current;
    if (box === null) return;
    const origin = box.getBoundingClientRect().top;
    const wishes = latest.current.flatMap((item) => {
      const rect = item.findAnchor()?.getClientRects()[0];
      const own = box.querySelector<HTMLElement>(`[data-margin="${CSS.escape(item.id)}"]`);
      if (rect === undefined || own === null) return [];
      const line = rect.top + rect.height / 2 - origin;
      return [{ id: item.id, at: line - firstLine / 2, height: own.offsetHeight, line }];
    });
    // Of two things of one line, the one named first stands higher.
    wishes.sort((a, b) => a.at - b.at);
    const tops = layMargin(wishes, gap);
    const next = new Map(wishes.map(({ id, line }) => [id, { top: tops.get(id) ?? 0, line }]));
    setPlaced((now) => (isSame(now, next) ? now : next));
  }, [margin]);

  useLayoutEffect(measure);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other things in the margin are other things to watch
  useLayoutEffect(() => {
    const observer = new ResizeObserver(measure);
    if (article.current !== null) observer.observe(article.current);
    if (margin.current !== null) {
      observer.observe(margin.current);
      for (const child of margin.current.querySelectorAll('[data-margin]')) observer.observe(child);
    }
    document.fonts.addEventListener('loadingdone', measure);
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', measure);
    };
  }, [measure, article, margin, items]);
  return placed;
}

/** Height of the first line of what stands in the margin, so that its middle meets the line of the text. */
const firstLine = 20;

function isSame(a: ReadonlyMap<string, Placed>, b: ReadonlyMap<string, Placed>): boolean {
  if (a.size !== b.size) return false;
  for (const [id, { top, line }] of a) {
    const other = b.get(id);
    if (other === undefined || Math.abs(other.top - top) > 0.5 || Math.abs(other.line - line) > 0.5)
      return false;
  }
  return true;
}
