import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { classNames } from '../class-names.ts';
import styles from './tabs.module.css';

export interface TabItem<T extends string> {
  readonly id: T;
  readonly label: string;
  readonly count?: number | undefined;
}

/** Ids by which a tab and its panel name each other, wherever each of them stands. */
function idsOf(name: string, id: string) {
  return { tab: `${name}-tab-${id}`, panel: `${name}-panel-${id}` };
}

/**
 * Names of panes, one of which is shown: one stop of the tab key, moved through with the arrow keys. The panes
 * may stand anywhere, as {@link TabPanel}s of the same name. `bar` has no line under the current one.
 */
export function TabBar<T extends string>(props: {
  /** Joins bar and panels; once in the window. */
  readonly name: string;
  readonly label: string;
  readonly items: readonly TabItem<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly look?: 'lined' | 'bar';
}) {
  const { name, label, items, value, onChange, look = 'lined' } = props;
  const bar = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = items.findIndex(({ id }) => id === value);
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: items.length - 1,
    };
    const step = steps[event.key];
    const next = step === undefined ? undefined : items.at(step % items.length);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onChange(next.id);
    bar.current?.querySelector<HTMLElement>(`[id="${idsOf(name, next.id).tab}"]`)?.focus();
  };
  return (
    <div
      ref={bar}
      role="tablist"
      aria-label={label}
      className={classNames(styles.list, styles[look])}
      onKeyDown={onKeyDown}
    >
      {items.map(({ id, label: words, count }) => {
        const isCurrent = id === value;
        const ids = idsOf(name, id);
        return (
          <button
            key={id}
            type="button"
            role="tab"
            id={ids.tab}
            aria-selected={isCurrent}
            aria-controls={isCurrent ? ids.panel : undefined}
            tabIndex={isCurrent ? 0 : -1}
            className={styles.tab}
            onClick={() => onChange(id)}
          >
            {words}
            {count !== undefined && <span className={styles.count}>{count}</span>}
          </button>
        );
      })}
    </div>
  );
}

/** What the tab of this id shows; draw only the current one. */
export function TabPanel(props: {
  readonly name: string;
  readonly id: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}) {
  const ids = idsOf(props.name, props.id);
  return (
    <div
      role="tabpanel"
      id={ids.panel}
      aria-labelledby={ids.tab}
      className={classNames(styles.panel, props.className)}
    >
      {props.children}
    </div>
  );
}
