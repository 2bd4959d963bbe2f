import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react';
import { classNames } from '../class-names.ts';
import { useCursor } from './use-cursor.ts';
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
  /** Rows that can be picked for one deed: Shift with arrows or a click, Ctrl or ⌘ with a click or A. */
  readonly picking?: Picking<T> | undefined;
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

/** What the list asks of those who keep which rows are picked. */
export interface Picking<T> {
  readonly isAny: boolean;
  readonly has: (key: string) => boolean;
  readonly set: (items: readonly T[], isPicked: boolean) => void;
  readonly all: () => void;
  /** Given where a plain click or arrow ends the picking, as it does where rows show no box to tick. */
  readonly end?: (() => void) | undefined;
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
  const { id, items, keyOf, rememberAs } = props;
  const { cursor: selected, moveTo: moveCursor } = useCursor(props.selected);
  const select = (item: T) => {
    moveCursor(keyOf(item));
    props.onSelect(item);
  };
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

  const { picking } = props;
  const selectedIndex = items.findIndex((item) => keyOf(item) === selected);
  /** Goes one row on and picks both; back over rows that are picked, lets them go again. */
  const extend = (by: 1 | -1) => {
    const [from, to] = [items[selectedIndex], items[selectedIndex + by]];
    if (picking === undefined || from === undefined) return;
    if (to === undefined) picking.set([from], true);
    else {
      if (picking.has(keyOf(to))) picking.set([from], false);
      else picking.set([from, to], true);
      select(to);
      virtualizer.scrollToIndex(selectedIndex + by, { align: 'auto' });
    }
  };
  const click = (event: MouseEvent, item: T) => {
    const index = items.indexOf(item);
    const current = items[selectedIndex];
    if (picking !== undefined && event.shiftKey && selectedIndex >= 0) {
      picking.set(items.slice(Math.min(index, selectedIndex), Math.max(index, selectedIndex) + 1), true);
    } else if (picking !== undefined && (event.ctrlKey || event.metaKey)) {
      if (!picking.isAny && current !== undefined && current !== item) picking.set([current], true);
      picking.set([item], !picking.has(keyOf(item)));
    } else picking?.end?.();
    select(item);
  };

  const moveTo = (index: number) => {
    const item = items[Math.max(0, Math.min(items.length - 1, index))];
    if (item === undefined) return;
    picking?.end?.();
    select(item);
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
    if (picking !== undefined && event.key === 'a' && (event.ctrlKey || event.metaKey) && !event.altKey) {
      event.preventDefault();
      picking.all();
      return;
    }
    if (picking !== undefined && event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      extend(event.key === 'ArrowDown' ? 1 : -1);
      return;
    }
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
        {...(picking === undefined ? {} : { 'aria-multiselectable': true })}
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
              data-current={key === selected}
              role="option"
              aria-selected={picking?.isAny === true ? picking.has(key) : key === selected}
              aria-setsize={items.length}
              aria-posinset={row.index + 1}
              className={styles.row}
              style={{ transform: `translateY(${row.start}px)` }}
              onClick={(event) => click(event, item)}
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
