import { type DragEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { classNames } from '../class-names.ts';
import { GripIcon } from '../icons.tsx';
import styles from './ordered-list.module.css';

/** What a row gets to draw itself with. */
export interface OrderedRow {
  /** The handle that the row is dragged by; also a button, on which and beside which the keys move the row. */
  readonly grip: ReactNode;
  readonly index: number;
}

/**
 * A list whose order matters: rows are dragged by their grip, or moved by Ctrl/⌘ Shift ↑ ↓ from anywhere in the
 * row. The focus goes with the row that is moved.
 */
export function OrderedList<T extends { readonly id: string }>(props: {
  readonly label: string;
  readonly items: readonly T[];
  readonly onMove: (from: number, to: number) => void;
  /** Name of a row's grip, for those who listen. */
  readonly gripLabel: (item: T, index: number) => string;
  readonly children: (item: T, row: OrderedRow) => ReactNode;
  readonly className?: string | undefined;
  readonly rowClassName?: string | undefined;
}) {
  const { label, items, onMove, gripLabel, children, className, rowClassName } = props;
  const [dragged, setDragged] = useState<number>();
  const [over, setOver] = useState<number>();
  const list = useRef<HTMLOListElement>(null);

  const move = (from: number, to: number) => {
    if (to < 0 || to >= items.length || to === from) return;
    const rows = list.current?.children ?? [];
    const at = fieldsOf(rows[from]).indexOf(document.activeElement);
    onMove(from, to);
    // The same field of the same row, once it stands in its new place.
    if (at >= 0) requestAnimationFrame(() => focus(fieldsOf(list.current?.children[to])[at]));
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    if (!(event.ctrlKey || event.metaKey) || !event.shiftKey || event.nativeEvent.isComposing) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    event.stopPropagation();
    move(index, index + (event.key === 'ArrowUp' ? -1 : 1));
  };
  const onDrop = (event: DragEvent, index: number) => {
    if (dragged === undefined) return;
    event.preventDefault();
    move(dragged, index);
    setDragged(undefined);
    setOver(undefined);
  };

  return (
    <ol ref={list} aria-label={label} className={classNames(styles.list, className)}>
      {items.map((item, index) => (
        <li
          key={item.id}
          className={classNames(styles.row, rowClassName)}
          data-dragged={dragged === index}
          data-over={
            over === index && dragged !== index ? ((dragged ?? 0) < index ? 'below' : 'above') : undefined
          }
          onKeyDown={(event) => onKeyDown(event, index)}
          onDragOver={(event) => {
            if (dragged === undefined) return;
            event.preventDefault();
            setOver(index);
          }}
          onDrop={(event) => onDrop(event, index)}
        >
          {children(item, {
            index,
            grip: (
              <button
                type="button"
                className={styles.grip}
                aria-label={gripLabel(item, index)}
                aria-keyshortcuts="Control+Shift+ArrowUp Control+Shift+ArrowDown"
                draggable
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  event.dataTransfer.setData('text/plain', '');
                  setDragged(index);
                }}
                onDragEnd={() => {
                  setDragged(undefined);
                  setOver(undefined);
                }}
              >
                <GripIcon size={14} />
              </button>
            ),
          })}
        </li>
      ))}
    </ol>
  );
}

function fieldsOf(row: Element | undefined): (Element | null)[] {
  return [...(row?.querySelectorAll('button, input, textarea, [tabindex="0"]') ?? [])];
}

function focus(element: Element | null | undefined): void {
  if (element instanceof HTMLElement) element.focus();
}

/** The items with one moved to another place. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const next = [...items];
  const [item] = next.splice(from, 1);
  if (item !== undefined) next.splice(to, 0, item);
  return next;
}
