import type { SearchInput } from '#contract/search.ts';
import type { Ranked } from '#domain/ranking/rank.ts';

/**
 * Orders results as asked; by relevance they come ordered already, and without words, where nothing is more
 * relevant than anything else, the newest practice is first.
 */
export function sortRanked(
  ranked: readonly Ranked[],
  hasWords: boolean,
  sort: SearchInput['sort'] = 'relevance',
): Ranked[] {
  const byId = (a: Ranked, b: Ranked) => (a.document.id < b.document.id ? -1 : 1);
  const byYear = (a: Ranked, b: Ranked) =>
    (b.document.year ?? Number.NEGATIVE_INFINITY) - (a.document.year ?? Number.NEGATIVE_INFINITY) || 0;
  switch (sort) {
    case 'relevance':
      return hasWords ? [...ranked] : ranked.toSorted((a, b) => byYear(a, b) || byId(a, b));
    case 'year':
      return ranked.toSorted((a, b) => byYear(a, b) || byId(a, b));
    case 'place': {
      const place = ({ document }: Ranked) => (document.facets.place ?? []).at(-1) ?? '';
      return ranked.toSorted((a, b) => place(a).localeCompare(place(b), 'zh-Hans') || byId(a, b));
    }
    case 'recent':
      return ranked.toSorted((a, b) =>
        a.document.reviewed < b.document.reviewed
          ? 1
          : a.document.reviewed > b.document.reviewed
            ? -1
            : byId(a, b),
      );
  }
}
