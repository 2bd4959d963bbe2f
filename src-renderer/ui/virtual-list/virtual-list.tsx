import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { classNames } from '../class-names.ts';
import styles from './virtual-list.module.css';

/** What a search box above the list may ask of it. */
export interface VirtualListHandle {
  readonly focus: () => void;
  readonly element: HTMLElement | null;
}

export interface VirtualListProps<T> {
  /** Prefix of the rows' ids; also names the list for `aria-controls`. */
  readonly id: string;
  readonly label: string;
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** First guess of a row's height, CSS px; the true height is measured. */
  readonly estimateHeight: (item: T) => number;
  readonly selected: string | undefined;
  readonly onSelect: (item: T) => void;
  readonly onOpen: (item: T) => void;
  /** Other keys of the focused list; true when the key was used. */
  readonly onKey?: (event: KeyboardEvent, item: T | undefined) => boolean;
  readonly renderRow: (item: T, isSelected: boolean) => ReactNode;
  /** Name under which the place in the list is remembered while the program runs. */
  readonly rememberAs?: string;
  readonly isDimmed?: boolean;
  /** Asks for more rows, when the last ones come into sight. */
  readonly onEndInSight?: () => void;
  readonly className?: string | undefined;
  /** After the last row, inside what scrolls. */
  readonly footer?: ReactNode;
  readonly handle?: Ref<VirtualListHandle>;
}

const remembered = new Map<string, { readonly offset: number; readonly measured: VirtualItem[] }>();

/** The id that a row carries, for `aria-activedescendant`. */
export function rowId(listId: string, key: string): string {
  return `${listId}-${key}`;
}

/**
 * A list of any length of which only the rows in sight are drawn: one stop of the tab key, moved through with
 * the arrow keys, its rows numbered for screen readers, its place kept for coming back.
 */
export function VirtualList<T>(props: VirtualListProps<T>) {
  const { id, items, keyOf, selected, rememberAs } = props;
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const before = rememberAs === undefined ? undefined : remembered.get(rememberAs);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => {
      const item = items[index];
      return item === undefined ? 0 : props.estimateHeight(item);
    },
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
    overscan: 6,
    initialOffset: before?.offset ?? 0,
    ...(before === undefined ? {} : { initialMeasurementsCache: before.measured }),
  });

  const latest = useRef(virtualizer);
  latest.current = virtualizer;
  useEffect(() => {
    if (rememberAs === undefined) return;
    return () => {
      const { scrollOffset, measurementsCache } = latest.current;
      remembered.set(rememberAs, { offset: scrollOffset ?? 0, measured: measurementsCache });
    };
  }, [rememberAs]);

  const lastDrawn = virtualizer.getVirtualItems().at(-1)?.index ?? -1;
  const { onEndInSight } = props;
  useEffect(() => {
    if (items.length > 0 && lastDrawn >= items.length - 1) onEndInSight?.();
  }, [lastDrawn, items.length, onEndInSight]);

  const selectedIndex = items.findIndex((item) => keyOf(item) === selected);
  const moveTo = (index: number) => {
    const item = items[Math.max(0, Math.min(items.length - 1, index))];
    if (item === undefined) return;
    props.onSelect(item);
    virtualizer.scrollToIndex(items.indexOf(item), { align: 'auto' });
  };

  useImperativeHandle(props.handle, () => ({
    focus: () => {
      list.current?.focus({ preventScroll: true });
      if (selectedIndex < 0) moveTo(0);
    },
    element: list.current,
  }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, virtualizer.getVirtualItems().length - virtualizer.options.overscan * 2);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: selectedIndex + 1,
      ArrowUp: selectedIndex < 0 ? 0 : selectedIndex - 1,
      Home: 0,
      End: items.length - 1,
      PageDown: selectedIndex + page,
      PageUp: selectedIndex - page,
    };
    const step = steps[event.key];
    const current = items[selectedIndex];
    if (props.onKey?.(event, current) === true) event.preventDefault();
    else if (step !== undefined) {
      event.preventDefault();
      moveTo(step);
    } else if (event.key === 'Enter' && current !== undefined) {
      event.preventDefault();
      props.onOpen(current);
    }
  };

  return (
    <div ref={box} className={classNames(styles.box, props.className)}>
      <div
        ref={list}
        id={id}
        role="listbox"
        aria-label={props.label}
        tabIndex={0}
        onKeyDown={onKeyDown}
        className={styles.list}
        data-dimmed={props.isDimmed === true}
        style={{ blockSize: virtualizer.getTotalSize() }}
        {...(selectedIndex < 0 || selected === undefined
          ? {}
          : { 'aria-activedescendant': rowId(id, selected) })}
      >
        {virtualizer.getVirtualItems().map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          const key = keyOf(item);
          return (
            // The keys are the list's, which has the focus; a row itself is never focused.
            // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names its current row
            // biome-ignore lint/a11y/useKeyWithClickEvents: see the list's own onKeyDown
            <div
              key={row.key}
              id={rowId(id, key)}
              ref={virtualizer.measureElement}
              data-index={row.index}
              role="option"
              aria-selected={key === selected}
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
              className={styles.row}
              style={{ transform: `translateY(${row.start}px)` }}
              onClick={() => props.onSelect(item)}
              onDoubleClick={() => props.onOpen(item)}
            >
              {props.renderRow(item, key === selected)}
            </div>
          );
        })}
      </div>
      {props.footer}
    </div>
  );
}
