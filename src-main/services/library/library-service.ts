import type { Case } from '#contract/case-tree.ts';
import { OkmError } from '#contract/errors.ts';
import type { CitationStyle } from '#contract/exports.ts';
import type { Glossary } from '#contract/glossary.ts';
import type { FrameworkUse, LibraryList } from '#contract/library.ts';
import { frameworkUse } from '#domain/case/framework-use.ts';
import { referenceText } from '#domain/citation/format-reference.ts';
import type { Library } from './library.ts';

/** The library as screens and the command line ask for it. */
export function createLibraryService(library: Library, glossary: Glossary = []) {
  const source = frameworkSource(library);
  let framework: FrameworkUse | undefined;
  library.onChange(() => {
    framework = undefined;
  });
  return {
    library,
    list: (): LibraryList => ({
      cases: [...library.summaries()],
      leftOut: library.problems.filter((one) => one.severity === 'error'),
    }),
    framework(): FrameworkUse {
      framework ??= { source, words: frameworkUse([...library.all()]) };
      return framework;
    },
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
