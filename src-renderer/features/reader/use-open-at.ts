import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { SectionId } from '#contract/case.ts';
import type { Language } from '#contract/ids.ts';
import type { PaneAddress } from './address.ts';
import { paint, scrollToRange } from './highlight.ts';
import { findSection, type Passage, toRange } from './passage.ts';

/** How far each text was read, CSS px, while the program runs. */
const places = new Map<string, number>();

/**
 * Opens the text where the address says: at a passage, which is painted until the text is clicked; at a note;
 * at a section; else where it was left.
 */
export function useOpenAt(props: {
  readonly address: PaneAddress;
  readonly article: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly caseId: string;
  readonly languages: readonly Language[];
}): void {
  const { address, article, scroller, caseId, languages } = props;
  const key = `${caseId} ${languages.join()}`;
  const { at, note } = address;
  const opened = useRef('');

  useLayoutEffect(() => {
    const box = scroller.current;
    const root = article.current;
    if (box === null || root === null) return;
    const wanted = `${key} ${at ?? ''} ${note ?? ''}`;
    if (opened.current === wanted) return;
    opened.current = wanted;
    const passage = readPassage(at, languages[0] ?? 'zh');
    if (passage !== undefined) goToPassage(root, box, passage);
    else if (note === undefined) box.scrollTop = places.get(key) ?? 0;
  });

  // A note's mark is there only when the notes have been read.
  const hasGone = useRef(false);
  useEffect(() => {
    if (note === undefined || hasGone.current) return;
    const mark = article.current?.querySelector<HTMLElement>(`[data-marks~="${CSS.escape(note)}"]`);
    if (mark === null || mark === undefined) return;
    hasGone.current = true;
    mark.scrollIntoView({ block: 'center' });
    mark.focus({ preventScroll: true });
  });

  useEffect(() => {
    const box = scroller.current;
    if (box === null) return;
    const keep = () => places.set(key, box.scrollTop);
    box.addEventListener('scroll', keep, { passive: true });
    const clear = () => paint('okm-passage', []);
    box.addEventListener('pointerdown', clear);
    return () => {
      box.removeEventListener('scroll', keep);
      box.removeEventListener('pointerdown', clear);
      clear();
    };
  }, [scroller, key]);
}

function readPassage(at: string | undefined, language: Language): Passage | undefined {
  const [id, start, end] = at?.split('.') ?? [];
  const section = SectionId.safeParse(id).data;
  if (section === undefined) return undefined;
  return { language, section, start: Number(start ?? 0), end: Number(end ?? 0) };
}

function goToPassage(root: HTMLElement, box: HTMLElement, passage: Passage): void {
  const range = passage.end > passage.start ? toRange(root, passage) : undefined;
  if (range !== undefined) {
    paint('okm-passage', [range]);
    scrollToRange(range, true);
    const block = range.startContainer.parentElement?.closest<HTMLElement>('[data-block]');
    block?.focus({ preventScroll: true });
    return;
  }
  const section = findSection(root, passage.section, passage.language);
  if (section === null) return;
  const head = section.querySelector<HTMLElement>('h2');
  box.scrollTop =
    passage.section === 'summary'
      ? 0
      : section.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
  head?.focus({ preventScroll: true });
}
