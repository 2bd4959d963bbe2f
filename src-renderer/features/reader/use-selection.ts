import { type RefObject, useEffect, useState } from 'react';
import { type Passage, toPassage } from './passage.ts';

export interface Selected {
  readonly passage: Passage;
  readonly rect: DOMRect;
}

/** The passage of the case that is selected, once the pointer or the keys that select it have come to rest. */
export function useSelection(article: RefObject<HTMLElement | null>): Selected | undefined {
  const [selected, setSelected] = useState<Selected>();
  useEffect(() => {
    let isPressed = false;
    const read = () => {
      if (isPressed) return;
      setSelected(readSelection(article.current));
    };
    const press = (event: PointerEvent) => {
      isPressed = event.button === 0;
      // A press outside the text ends the selection; its bar should not wait for the release.
      if (!(event.target instanceof Node && article.current?.contains(event.target))) isPressed = false;
    };
    const release = () => {
      isPressed = false;
      // The browser clears a selection that was clicked on only after the release.
      setTimeout(read);
    };
    const drop = () => setSelected(undefined);
    document.addEventListener('selectionchange', read);
    document.addEventListener('pointerdown', press);
    document.addEventListener('pointerup', release);
    const scroller = article.current?.closest('[data-scroller]');
    scroller?.addEventListener('scroll', drop, { passive: true });
    return () => {
      document.removeEventListener('selectionchange', read);
      document.removeEventListener('pointerdown', press);
      document.removeEventListener('pointerup', release);
      scroller?.removeEventListener('scroll', drop);
    };
  }, [article]);
  return selected;
}

/** The selection of this moment as a passage of the article. */
export function readSelection(article: HTMLElement | null): Selected | undefined {
  const selection = window.getSelection();
  if (article === null || selection === null || selection.isCollapsed || selection.rangeCount === 0)
    return undefined;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(article)) return undefined;
  const passage = toPassage(range);
  if (passage === undefined) return undefined;
  // The bar stands over the first line of what is selected.
  const rects = [...range.getClientRects()].filter(({ width }) => width > 1);
  return { passage, rect: rects[0] ?? range.getBoundingClientRect() };
}
