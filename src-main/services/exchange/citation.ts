import type { CitationStyle } from '#contract/exports.ts';
import type { Language } from '#contract/ids.ts';
import { referenceText } from '#domain/citation/format-reference.ts';
import type { AnnotationRow } from '../annotations/annotation-row.ts';
import type { Library } from '../library/library.ts';

/** Where a note's words come from, as they are cited. */
export interface NoteCitation {
  readonly title: string;
  /** Heading of the section; empty for what stands in none. */
  readonly heading: string;
  /** `S1`, `S3`: the sources of the sentences that the note touches. */
  readonly refs: readonly string[];
  readonly references: readonly string[];
}

/** The sources of the sentences that a note stands on, in a citation style. */
export function citationOf(
  row: AnnotationRow,
  library: Library,
  { language, style }: { language: Language; style: CitationStyle },
): NoteCitation {
  const value = library.find(row.caseId);
  if (!value) return { title: row.caseId, heading: '', refs: [], references: [] };
  const section = value.texts[row.language === 'en' ? 'en' : 'zh']?.sections.find(
    ({ id }) => id === (row.spot?.section ?? row.section),
  );
  const { spot } = row;
  const figure =
    row.thing === 'figure' ? value.front.figures.find(({ id }) => id === row.thingId) : undefined;
  const touched = spot
    ? (section?.sentences.filter(({ start, end }) => start < spot.end && end > spot.start) ?? [])
    : [];
  const refs = [...new Set([...touched.flatMap((sentence) => sentence.refs), ...(figure?.refs ?? [])])];
  return {
    title: value.front.title[language],
    heading: section?.heading ?? '',
    refs,
    references: refs.flatMap((ref) => {
      const item = value.front.references.find(({ id }) => id === ref);
      return item ? [referenceText(item, style)] : [];
    }),
  };
}
