import { type RefObject, useEffect, useState } from 'react';

export interface InSight {
  /** The section that is being read: the last whose head has passed the upper third of the window. */
  readonly section: string | undefined;
  /** The sources cited in what is in sight, each once. */
  readonly refs: readonly string[];
  readonly isScrolled: boolean;
}

const nothing: InSight = { section: undefined, refs: [], isScrolled: false };

/** What of the text is in sight, as it is scrolled. `article` is looked at again when `content` changes. */
export function useInSight(
  scroller: RefObject<HTMLElement | null>,
  article: RefObject<HTMLElement | null>,
  content: unknown,
): InSight {
  const [inSight, setInSight] = useState<InSight>(nothing);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn anew is looked at anew
  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const next = lookAt(box, article.current);
      setInSight((now) => (isSame(now, next) ? now : next));
    };
    const ask = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    ask();
    box.addEventListener('scroll', ask, { passive: true });
    const observer = new ResizeObserver(ask);
    observer.observe(box);
    return () => {
      cancelAnimationFrame(frame);
      box.removeEventListener('scroll', ask);
      observer.disconnect();
    };
  }, [scroller, article, content]);
  return inSight;
}

function lookAt(box: HTMLElement, article: HTMLElement | null): InSight {
  if (article === null) return nothing;
  const { top, bottom } = box.getBoundingClientRect();
  const line = top + (bottom - top) / 3;
  let section: string | undefined;
  for (const element of article.querySelectorAll<HTMLElement>('[data-section]')) {
    section ??= element.dataset.section;
    if (element.getBoundingClientRect().top <= line) section = element.dataset.section;
  }
  // At the very end the last section is read, however short it is.
  if (box.scrollTop > 0 && box.scrollTop + box.clientHeight >= box.scrollHeight - 2) {
    section = [...article.querySelectorAll<HTMLElement>('[data-section]')].at(-1)?.dataset.section ?? section;
  }
  const refs = new Set<string>();
  for (const sign of article.querySelectorAll<HTMLElement>('[data-ref]')) {
    const rect = sign.getBoundingClientRect();
    if (rect.bottom > top && rect.top < bottom && sign.dataset.ref !== undefined) refs.add(sign.dataset.ref);
  }
  return { section, refs: [...refs], isScrolled: box.scrollTop > 4 };
}

function isSame(a: InSight, b: InSight): boolean {
  return a.section === b.section && a.isScrolled === b.isScrolled && a.refs.join() === b.refs.join();
}
