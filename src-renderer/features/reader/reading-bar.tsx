import { type RefObject, useLayoutEffect, useState } from 'react';
import { useT } from '../../app/i18n/use-t.tsx';
import styles from './reading-bar.module.css';

interface Tick {
  readonly id: string;
  readonly colour: string;
  /** Place in the whole text, 0 to 1. */
  readonly at: number;
}

/**
 * Where the marks are in the whole text, as short strokes along its edge; a click goes there. For the keys there
 * are , and . which step through the same marks.
 */
export function ReadingBar(props: {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly article: RefObject<HTMLElement | null>;
  /** Whatever the places of the marks depend on. */
  readonly marks: unknown;
  readonly onGo: (id: string) => void;
}) {
  const { scroller, article, marks, onGo } = props;
  const t = useT();
  const [ticks, setTicks] = useState<readonly Tick[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured again whenever the marks are drawn anew
  useLayoutEffect(() => {
    const root = article.current;
    const box = scroller.current;
    if (root === null || box === null) return;
    const measure = () => setTicks(readTicks(root, box));
    // After the first paint: the bar is not what the reader waits for.
    const soon = requestAnimationFrame(measure);
    const watcher = new ResizeObserver(measure);
    watcher.observe(root);
    return () => {
      cancelAnimationFrame(soon);
      watcher.disconnect();
    };
  }, [article, scroller, marks]);
  if (ticks.length === 0) return null;
  return (
    <div className={styles.bar} aria-hidden="true" title={t('reader.bar')}>
      {ticks.map(({ id, colour, at }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: hidden from readers of the page, who have , and .
        // biome-ignore lint/a11y/useKeyWithClickEvents: hidden from readers of the page, who have , and .
        <span
          key={id}
          className={styles.tick}
          data-colour={colour}
          style={{ insetBlockStart: `${at * 100}%` }}
          onClick={() => onGo(id)}
        />
      ))}
    </div>
  );
}

function readTicks(root: HTMLElement, box: HTMLElement): Tick[] {
  const top = box.getBoundingClientRect().top - box.scrollTop;
  const height = Math.max(1, box.scrollHeight);
  const seen = new Map<string, Tick>();
  for (const mark of root.querySelectorAll<HTMLElement>('[data-mark]')) {
    const { mark: id = '', colour = 'yellow' } = mark.dataset;
    if (!seen.has(id)) seen.set(id, { id, colour, at: (mark.getBoundingClientRect().top - top) / height });
  }
  return [...seen.values()];
}
