type Name = 'okm-find' | 'okm-find-current' | 'okm-passage';

/**
 * Paints ranges of the text without touching it, under a name that the style sheet knows. No range takes the
 * paint away.
 */
export function paint(name: Name, ranges: readonly Range[]): void {
  // Not there in the test environment without a layout, where nothing is painted anyway.
  if (!('highlights' in CSS)) return;
  if (ranges.length === 0) CSS.highlights.delete(name);
  else CSS.highlights.set(name, new Highlight(...ranges));
}

/** Scrolls so that a range stands in the upper half of what scrolls, where it is not in sight already. */
export function scrollToRange(range: Range, force = false): void {
  const rect = range.getBoundingClientRect();
  const scroller = range.startContainer.parentElement?.closest<HTMLElement>('[data-scroller]');
  if (scroller === null || scroller === undefined) return;
  const box = scroller.getBoundingClientRect();
  const isInSight = rect.top >= box.top + 40 && rect.bottom <= box.bottom - 40;
  if (isInSight && !force) return;
  scroller.scrollTop += rect.top - box.top - box.height * 0.3;
}
