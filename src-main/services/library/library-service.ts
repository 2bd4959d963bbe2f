import type { Case } from '#contract/case-tree.ts';
import { OkmError } from '#contract/errors.ts';
import type { CitationStyle } from '#contract/exports.ts';
import type { Glossary } from '#contract/glossary.ts';
import type { CaseSummary, FrameworkUse, LibraryList } from '#contract/library.ts';
import { frameworkUse } from '#domain/case/framework-use.ts';
import { placeName } from '#domain/case/place-name.ts';
import { referenceText } from '#domain/citation/format-reference.ts';
import type { Library } from './library.ts';

/** The library as screens and the command line ask for it. */
export function createLibraryService(library: Library, glossary: Glossary = []) {
  const list: LibraryList = {
    cases: library.cases.map(toSummary),
    leftOut: library.problems.filter((one) => one.severity === 'error'),
  };
  const framework: FrameworkUse = {
    source: frameworkSource(library),
    words: frameworkUse(library.cases),
  };
  return {
    library,
    list: () => list,
    framework: () => framework,
    glossary: () => glossary,
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

/** The article that the framework comes from; every case that it names cites it as S0. */
function frameworkSource({ cases }: Library): string {
  const items = cases.flatMap(({ front }) => (front.inSeed ? front.references : []));
  const item = items.find(({ id }) => id === 'S0');
  return item === undefined ? '' : referenceText(item, 'gb-2025');
}

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
