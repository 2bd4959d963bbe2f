import type { Case } from '#contract/case-tree.ts';
import { OkmError } from '#contract/errors.ts';
import type { CitationStyle } from '#contract/exports.ts';
import type { CaseSummary, LibraryList } from '#contract/library.ts';
import { placeName } from '#domain/case/place-name.ts';
import { referenceText } from '#domain/citation/format-reference.ts';
import type { Library } from './library.ts';

/** The library as screens and the command line ask for it. */
export function createLibraryService(library: Library) {
  const list: LibraryList = {
    cases: library.cases.map(toSummary),
    leftOut: library.problems.filter((one) => one.severity === 'error'),
  };
  return {
    library,
    list: () => list,
    get: ({ id }: { id: string }): Case => library.get(id),
    /** @throws OkmError CASE_NOT_FOUND, INPUT_INVALID where the case has no such reference */
    cite({ id, ref, style = 'gb-2025' }: { id: string; ref: string; style?: CitationStyle | undefined }) {
      const item = library.get(id).front.references.find((one) => one.id === ref);
      if (!item) throw new OkmError('INPUT_INVALID', { path: 'ref', issue: 'not_in_case' });
      return { text: referenceText(item, style) };
    },
  };
}
export type LibraryService = ReturnType<typeof createLibraryService>;

function toSummary({ id, origin, front, texts, evidence }: Case): CaseSummary {
  const { title, type, level, place, period, lifecycle } = front;
  return {
    id,
    origin,
    title,
    type,
    level,
    place: placeName(place),
    start: period.start,
    end: period.end ?? null,
    status: period.status,
    lifecycle: typeof lifecycle === 'string' ? [] : lifecycle.map((stage) => stage.id),
    languages: (['zh', 'en'] as const).filter((language) => texts[language] !== undefined),
    sources: Object.values(evidence.sources).reduce((sum, count) => sum + count, 0),
  };
}
