import { NoteCandidate } from '#contract/annotations.ts';
import { findCandidates } from '#domain/anchoring/candidates.ts';
import type { AnnotationRow } from './annotation-row.ts';
import type { CaseTexts } from './case-texts.ts';

const MOST = 6;
/** Words shown on either side of a candidate, UTF-16 units. */
const CONTEXT = 40;

/** Where a lost note may belong, with the words around, for a person to judge. */
export function candidatesOf(row: AnnotationRow, texts: CaseTexts): NoteCandidate[] {
  const text = texts.find(row.caseId, row.language);
  if (!text || row.thing !== 'text') return [];
  return findCandidates(row.place ?? row, text.sections, MOST).flatMap((one) => {
    const section = text.sections.find(({ id }) => id === one.section);
    if (!section) return [];
    return NoteCandidate.parse({
      ...one,
      before: section.text.slice(Math.max(0, one.start - CONTEXT), one.start),
      quote: section.text.slice(one.start, one.end),
      after: section.text.slice(one.end, one.end + CONTEXT),
    });
  });
}
