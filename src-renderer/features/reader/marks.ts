import type { Annotation } from '#contract/annotations.ts';
import type { SectionId } from '#contract/case.ts';
import type { Language } from '#contract/ids.ts';

/** A saved mark where it stands in a section's text; offsets are UTF-16 units. */
export interface Mark {
  readonly annotation: Annotation;
  readonly start: number;
  readonly end: number;
}

/** A run of text under the same marks; `top` is the one whose colour is drawn. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly top: Mark | undefined;
  readonly marks: readonly Mark[];
}

/** The marks of one text by section, in reading order. Orphans have no place in it. */
export function marksBySection(
  annotations: readonly Annotation[],
  language: Language,
): ReadonlyMap<SectionId, readonly Mark[]> {
  const bySection = new Map<SectionId, Mark[]>();
  for (const annotation of annotations) {
    if (annotation.range === null || annotation.language !== language) continue;
    const { section, start, end } = annotation.range;
    const marks = bySection.get(section) ?? [];
    marks.push({ annotation, start, end });
    bySection.set(section, marks);
  }
  for (const marks of bySection.values()) marks.sort((a, b) => a.start - b.start || b.end - a.end);
  return bySection;
}

/** Cuts a run of text wherever a mark begins or ends in it. Of marks that overlap, the shortest is on top, and of two of the
 * same words the one made last. */
export function splitByMarks(text: string, start: number, marks: readonly Mark[]): readonly Piece[] {
  const end = start + text.length;
  const here = marks.filter((mark) => mark.start < end && mark.end > start);
  if (here.length === 0) return [{ text, start, top: undefined, marks: [] }];
  const cuts = new Set([start, end]);
  for (const mark of here) {
    if (mark.start > start) cuts.add(mark.start);
    if (mark.end < end) cuts.add(mark.end);
  }
  const points = [...cuts].sort((a, b) => a - b);
  return points.slice(0, -1).map((from, index) => {
    const to = points[index + 1] ?? end;
    const over = here.filter((mark) => mark.start < to && mark.end > from);
    const top = over.toSorted(
      (a, b) =>
        a.end - a.start - (b.end - b.start) || (a.annotation.createdAt < b.annotation.createdAt ? 1 : -1),
    )[0];
    return { text: text.slice(from - start, to - start), start: from, top, marks: over };
  });
}

/** Whether a mark says something beside its colour, so that it has a note in the margin. */
export function hasNote({ kind, body, tags }: Annotation): boolean {
  return body !== '' || tags.length > 0 || kind === 'question' || kind === 'answer' || kind === 'bookmark';
}
