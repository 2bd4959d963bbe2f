import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './floating-bar.module.css';

/** White between the bar and what it is for, and between the bar and the window's edge, CSS px. */
const gap = 8;

/** A bar of tools above something in the window (below it where there is no room), without taking the focus. */
export function FloatingBar(props: {
  readonly label: string;
  /** What it is for, in the window's coordinates. */
  readonly rect: DOMRect;
  readonly children: ReactNode;
}) {
  const { label, rect, children } = props;
  const bar = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ readonly left: number; readonly top: number }>();
  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return;
    const { offsetWidth, offsetHeight } = element;
    const middle = rect.left + rect.width / 2 - offsetWidth / 2;
    const left = Math.max(gap, Math.min(window.innerWidth - offsetWidth - gap, middle));
    const above = rect.top - offsetHeight - gap;
    setPlace({
      left,
      top: above < gap ? Math.min(rect.bottom + gap, window.innerHeight - offsetHeight - gap) : above,
    });
  }, [rect]);
  return createPortal(
    <div
      ref={bar}
      role="toolbar"
      aria-label={label}
      className={styles.bar}
      style={
        place === undefined
          ? { visibility: 'hidden' }
          : { insetInlineStart: place.left, insetBlockStart: place.top }
      }
    >
      {children}
    </div>,
    document.body,
  );
}

/** A tool of a {@link FloatingBar}: pressing it leaves the selection and the focus where they are. */
export function FloatingBarButton(props: {
  readonly label: string;
  readonly keyHint?: string | undefined;
  readonly onPress: () => void;
  readonly children: ReactNode;
}) {
  const { label, keyHint, onPress, children } = props;
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={keyHint === undefined ? label : `${label} ${keyHint}`}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

/** A hairline between tools. */
export function FloatingBarLine() {
  return <span className={styles.line} />;
}
