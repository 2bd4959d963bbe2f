import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { Annotation } from '#contract/annotations.ts';

/** So far above and below what is in sight the margin is drawn, CSS px. */
const beyond = 900;
/** A margin of so few notes is drawn whole. */
const few = 40;

/**
 * The notes whose words are in sight or near it: a margin of hundreds would be longer than the text, and slower
 * to draw than all of it. Those without a place are near the top.
 */
export function useNear(
  notes: readonly Annotation[],
  article: RefObject<HTMLElement | null>,
  always: string | undefined,
): readonly Annotation[] {
  const [near, setNear] = useState<ReadonlySet<string>>(new Set());
  const isWhole = notes.length <= few;
  useLayoutEffect(() => {
    if (!isWhole) setNear((old) => keepSame(old, readNear(article.current, notes)));
  }, [isWhole, notes, article]);
  useEffect(() => {
    const scroller = article.current?.closest('[data-scroller]');
    if (isWhole || scroller === null || scroller === undefined) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      setNear((old) => keepSame(old, readNear(article.current, notes)));
    };
    const ask = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    scroller.addEventListener('scroll', ask, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      scroller.removeEventListener('scroll', ask);
    };
  }, [isWhole, notes, article]);
  return isWhole ? notes : notes.filter(({ id }) => near.has(id) || id === always);
}

function readNear(article: HTMLElement | null, notes: readonly Annotation[]): ReadonlySet<string> {
  const found = new Set<string>();
  const scroller = article?.closest('[data-scroller]');
  if (article === null || scroller === null || scroller === undefined) return found;
  const { top, bottom } = scroller.getBoundingClientRect();
  const isNear = (y: number) => y > top - beyond && y < bottom + beyond;
  for (const mark of article.querySelectorAll<HTMLElement>('[data-marks]')) {
    if (!isNear(mark.getBoundingClientRect().top)) continue;
    for (const id of (mark.dataset.marks ?? '').split(' ')) found.add(id);
  }
  if (isNear(article.getBoundingClientRect().top)) {
    for (const { id, range } of notes) if (range === null) found.add(id);
  }
  return found;
}

function keepSame(old: ReadonlySet<string>, now: ReadonlySet<string>): ReadonlySet<string> {
  return old.size === now.size && [...now].every((id) => old.has(id)) ? old : now;
}
