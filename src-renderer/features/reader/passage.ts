import type { SectionId } from '#contract/case.ts';
import type { Language } from '#contract/ids.ts';

/** A run of a section's text; offsets are UTF-16 units, end exclusive. */
export interface Passage {
  readonly language: Language;
  readonly section: SectionId;
  readonly start: number;
  readonly end: number;
}

/** The runs that carry text of a section, in order. A citation's sign is not among them. */
function runsOf(section: Element): readonly HTMLElement[] {
  return [...section.querySelectorAll<HTMLElement>('[data-o]')];
}

function offsetOf(run: HTMLElement): number {
  return Number(run.dataset.o);
}

/** The section elements of an article, by section and language. */
export function findSection(root: ParentNode, section: string, language: Language): HTMLElement | null {
  return root.querySelector<HTMLElement>(
    `[data-section="${CSS.escape(section)}"][data-language="${language}"]`,
  );
}

/** The DOM range of a passage, or undefined when the text does not reach there. */
export function toRange(root: ParentNode, { section, language, start, end }: Passage): Range | undefined {
  const element = findSection(root, section, language);
  if (element === null) return undefined;
  const from = toPoint(element, start, 'start');
  const to = toPoint(element, end, 'end');
  if (from === undefined || to === undefined) return undefined;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

function toPoint(
  section: Element,
  offset: number,
  side: 'start' | 'end',
): { node: Text; offset: number } | undefined {
  for (const run of runsOf(section)) {
    const start = offsetOf(run);
    const end = start + (run.textContent?.length ?? 0);
    const holds = side === 'start' ? offset >= start && offset < end : offset > start && offset <= end;
    if (!holds) continue;
    let left = offset - start;
    const walker = document.createTreeWalker(run, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text)) continue;
      if (left <= node.length) return { node, offset: left };
      left -= node.length;
    }
  }
  return undefined;
}

/**
 * The passage that a DOM range covers, cut to the section in which it begins, and to text (what was dragged
 * over beside it is left off); undefined when there is no text in it.
 */
export function toPassage(range: Range): Passage | undefined {
  const place = sectionOf(range.startContainer) ?? firstSectionIn(range);
  if (place === undefined) return undefined;
  let start: number | undefined;
  let end: number | undefined;
  for (const run of runsOf(place.element)) {
    if (!range.intersectsNode(run)) continue;
    const from = offsetOf(run);
    const length = run.textContent?.length ?? 0;
    const first = run.contains(range.startContainer)
      ? within(run, range.startContainer, range.startOffset)
      : 0;
    const last = run.contains(range.endContainer) ? within(run, range.endContainer, range.endOffset) : length;
    if (first === last) continue;
    start ??= from + first;
    end = from + last;
  }
  if (start === undefined || end === undefined || end <= start) return undefined;
  return { language: place.language, section: place.section, start, end };
}

function within(run: HTMLElement, container: Node, offset: number): number {
  const range = document.createRange();
  range.selectNodeContents(run);
  range.setEnd(container, offset);
  return range.toString().length;
}

interface Place {
  readonly element: HTMLElement;
  readonly section: SectionId;
  readonly language: Language;
}

function sectionOf(node: Node): Place | undefined {
  const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>(
    '[data-section]',
  );
  return element === null || element === undefined ? undefined : toPlace(element);
}

function firstSectionIn(range: Range): Place | undefined {
  const root = range.commonAncestorContainer;
  if (!(root instanceof Element)) return undefined;
  for (const element of root.querySelectorAll<HTMLElement>('[data-section]')) {
    if (range.intersectsNode(element)) return toPlace(element);
  }
  return undefined;
}

function toPlace(element: HTMLElement): Place | undefined {
  const { section, language } = element.dataset;
  if (section === undefined || (language !== 'zh' && language !== 'en')) return undefined;
  // The attribute was written by SectionView from a section's id.
  return { element, section: section as SectionId, language };
}

/** The passage of a whole block, without the blanks around its text. */
export function blockPassage(block: HTMLElement): Passage | undefined {
  const range = document.createRange();
  range.selectNodeContents(block);
  return toPassage(range);
}
