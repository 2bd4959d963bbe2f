import { type RefObject, useEffect, useRef } from 'react';
import { elementAt, type Place } from './grid-place.ts';

/** Brings a cell into sight and puts the focus on it, once, where the address asks for it. */
export function useGoToCell(table: RefObject<HTMLElement | null>, place: Place | undefined): void {
  const gone = useRef(false);
  useEffect(() => {
    if (place === undefined || gone.current) return;
    const cell = elementAt(table.current, place);
    if (cell === undefined || cell === null) return;
    gone.current = true;
    cell.scrollIntoView({ block: 'center', inline: 'center' });
    cell.focus({ preventScroll: true });
  });
}
