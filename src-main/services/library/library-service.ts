import type { Case } from '#contract/case-tree.ts';
import type { CaseSummary, LibraryList } from '#contract/library.ts';
import { placeName } from '#domain/case/place-name.ts';
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
