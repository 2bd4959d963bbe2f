import type { SearchInput } from '#contract/search.ts';
import type { Ranked } from '#domain/ranking/rank.ts';

/**
 * Orders results as asked; by relevance they come ordered already, and without words, where nothing is more
 * relevant than anything else, the newest practice is first.
 */
export function sortRanked(
  ranked: readonly Ranked[],
  hasWords: boolean,
  { sort = 'relevance', recent = [] }: Pick<SearchInput, 'sort' | 'recent'>,
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
    case 'recent': {
      // Those that were read, the last first; then those that were not, as without this order.
      const places = new Map<string, number>(recent.map((id, at) => [id, at]));
      const placeOf = ({ document }: Ranked) => places.get(document.id) ?? recent.length;
      const others = hasWords ? ranked : ranked.toSorted((a, b) => byYear(a, b) || byId(a, b));
      return others.toSorted((a, b) => placeOf(a) - placeOf(b));
    }
  }
}
