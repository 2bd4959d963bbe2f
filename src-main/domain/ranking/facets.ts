import { FacetId, type SearchOutput } from '#contract/search.ts';
import type { DocumentHead } from './document.ts';
import type { Test } from './filters.ts';

/**
 * Counts the values of each facet over the documents that pass all tests; a facet's own tests are left out
 * of its own count, so that its other values stay to be ticked.
 */
export function countFacets(
  documents: readonly DocumentHead[],
  tests: readonly Test[],
): SearchOutput['facets'] {
  // Lists are counted before their values: many cases share one and the same list.
  const lists = FacetId.options.map((facet) => ({ facet, counts: new Map<readonly string[], number>() }));
  for (const document of documents) {
    const failed = tests.filter((test) => !test.passes(document));
    for (const { facet, counts } of lists) {
      const values = document.facets[facet];
      if (!values || failed.some((test) => test.key !== facet)) continue;
      counts.set(values, (counts.get(values) ?? 0) + 1);
    }
  }
  const result: SearchOutput['facets'] = {};
  for (const { facet, counts } of lists) {
    const values = new Map<string, number>();
    for (const [list, count] of counts) {
      for (const value of list) values.set(value, (values.get(value) ?? 0) + count);
    }
    if (values.size === 0) continue;
    result[facet] = [...values]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }
  return result;
}
