import { alikeOf } from '#domain/anchoring/alike.ts';
import { anchor } from '#domain/anchoring/anchor.ts';
import { toCodePoint } from '#domain/anchoring/code-points.ts';
import { numbersOf } from '#domain/anchoring/numbers.ts';
import { describeRange } from '#domain/anchoring/selectors.ts';
import type { AnnotationOutcome, AnnotationWords, SelectorColumns } from './annotation-row.ts';
import type { CaseTexts, NotedText } from './case-texts.ts';

type Kept = Pick<AnnotationOutcome, 'place'>;

/**
 * Where a note on a text or a figure stands now, from where it was sure to stand last. A place that is sure
 * is described anew, so that the next change is measured from it and not from the first.
 */
export function lookFor(row: AnnotationWords & Kept, texts: CaseTexts): AnnotationOutcome {
  const text = texts.find(row.caseId, row.language);
  const seenHash = text?.hash ?? '';
  const lost: AnnotationOutcome = { status: 'orphan', place: row.place, spot: null, seenHash };
  if (row.thing === 'cell') return { ...lost, status: 'anchored' };
  if (row.thing === 'figure') {
    const now = texts.figure(row.caseId, row.thingId ?? '', row.language);
    if (now === undefined) return lost;
    return { ...lost, status: sameFigure(row.exact, now) ? 'anchored' : 'to-confirm' };
  }
  if (!text) return lost;
  const from: SelectorColumns = row.place ?? row;
  const alike = row.place?.alike ?? row.alike ?? undefined;
  const found = anchor(
    { selectors: from, home: { id: from.section, textHash: from.textHash }, alike },
    text.sections,
  );
  if (found.status === 'orphan') return lost;
  const { status, ...spot } = found;
  if (status === 'to-confirm') return { status, place: row.place, spot, seenHash };
  return { status, place: placeAt(row, spot, text), spot, seenHash };
}

/** The last sure place, or null where it is the very one that the note was made on; unchanged, it stays as kept. */
function placeAt(
  row: AnnotationWords & Kept,
  spot: { section: string; start: number; end: number },
  text: NotedText,
): AnnotationOutcome['place'] {
  const section = text.sections.find(({ id }) => id === spot.section);
  if (!section) return null;
  const start = toCodePoint(section.text, spot.start);
  const isAt = (one: SelectorColumns) =>
    one.section === section.id && one.textHash === section.textHash && one.start === start;
  if (isAt(row)) return null;
  if (row.place && isAt(row.place)) return row.place;
  return describeAt(text, spot) ?? null;
}

/** The selectors of a range of a text as it is now, with its look-alikes; UTF-16 offsets. */
export function describeAt(
  text: NotedText,
  spot: { section: string; start: number; end: number },
): NonNullable<AnnotationOutcome['place']> | undefined {
  const selectors = selectorsAt(text, spot);
  return selectors && { ...selectors, alike: alikeOf(selectors, spot, text.sections) };
}

/** The selectors of a range of a text as it is now. */
export function selectorsAt(
  text: NotedText,
  spot: { section: string; start: number; end: number },
): SelectorColumns | undefined {
  const section = text.sections.find(({ id }) => id === spot.section);
  if (!section) return undefined;
  return {
    section: section.id,
    textHash: section.textHash,
    ...describeRange(section.text, spot.start, spot.end),
  };
}

/** A figure that reads otherwise is asked about; another wording of its name is not another figure. */
function sameFigure(before: string, now: string): boolean {
  return before === now || (before !== '' && numbersOf(before) === numbersOf(now));
}
