import { FacetId, type SearchOutput } from '#contract/search.ts';
import type { SearchDocument } from './document.ts';
import type { Test } from './filters.ts';

/**
 * Counts the values of each facet over the documents that pass all tests; a facet's own tests are left out
 * of its own count, so that its other values stay to be ticked.
 */
export function countFacets(
  documents: readonly SearchDocument[],
  tests: readonly Test[],
): SearchOutput['facets'] {
  const counts = new Map<FacetId, Map<string, number>>(FacetId.options.map((facet) => [facet, new Map()]));
  for (const document of documents) {
    const failed = tests.filter((test) => !test.passes(document));
    for (const [facet, values] of counts) {
      if (failed.some((test) => test.key !== facet)) continue;
      for (const value of document.facets[facet] ?? []) values.set(value, (values.get(value) ?? 0) + 1);
    }
  }
  const result: SearchOutput['facets'] = {};
  for (const [facet, values] of counts) {
    if (values.size === 0) continue;
    result[facet] = [...values]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
  return result;
}
