/**
 * Puts the focus on the next or the previous of some elements, from where it is or, when it is elsewhere, from
 * the upper edge of what is in sight. Keeps the element in the upper half of the window.
 */
export function stepThrough(root: HTMLElement | null, selector: string, by: 1 | -1): void {
  if (root === null) return;
  const all = [...root.querySelectorAll<HTMLElement>(selector)].filter(isFirstOfItsMark);
  if (all.length === 0) return;
  const from = document.activeElement;
  const next =
    from !== null && root.contains(from) && from !== root ? nextFrom(all, from, by) : inSight(all, root);
  if (next === undefined) return;
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: next.offsetHeight > window.innerHeight * 0.6 ? 'start' : 'center' });
}

function nextFrom(all: readonly HTMLElement[], from: Element, by: 1 | -1): HTMLElement | undefined {
  const at = from instanceof HTMLElement ? all.indexOf(from) : -1;
  if (at >= 0) return all[at + by] ?? all[at];
  const follows = (element: HTMLElement) =>
    (from.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
    !from.contains(element);
  const contained = by === 1 ? all.find((element) => from.contains(element)) : undefined;
  return (
    contained ??
    (by === 1 ? all.find(follows) : all.findLast((element) => !follows(element) && !element.contains(from)))
  );
}

function inSight(all: readonly HTMLElement[], root: HTMLElement): HTMLElement | undefined {
  const top = root.closest('[data-scroller]')?.getBoundingClientRect().top ?? 0;
  return all.find((element) => element.getBoundingClientRect().top >= top) ?? all.at(-1);
}

/** A mark that runs over several lines or words is several elements; the first stands for it. */
function isFirstOfItsMark(element: HTMLElement, index: number, all: readonly HTMLElement[]): boolean {
  const { mark } = element.dataset;
  return mark === undefined || all[index - 1]?.dataset.mark !== mark;
}
