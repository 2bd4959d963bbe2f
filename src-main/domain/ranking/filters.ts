import type { FacetId, SearchInput } from '#contract/search.ts';
import { fold } from '../analyser/fold.ts';
import type { Filter } from '../query/understand/understood.ts';
import type { DocumentHead } from './document.ts';

/** A condition on the data of a case, and the chip that stands for it. */
export interface Test {
  readonly key: FacetId | 'has';
  readonly chip: string;
  passes(document: DocumentHead): boolean;
}

/** Tests for the filters of a query. */
export function toTests(filters: readonly Filter[]): Test[] {
  return filters.map(({ clause, chip }) => {
    const flip = (passes: (document: DocumentHead) => boolean) =>
      clause.exclude ? (document: DocumentHead) => !passes(document) : passes;
    switch (clause.kind) {
      case 'has':
        return { key: 'has', chip, passes: flip((document) => document.noteCount > 0) };
      case 'years':
        return { key: 'year', chip, passes: flip((document) => isWithin(document.year, clause)) };
      case 'filter':
        return { key: clause.key, chip, passes: flip(testValues(clause.key, clause.values)) };
    }
    return clause satisfies never;
  });
}

/** Tests for what is ticked beside the query. */
export function ticksToTests({ filters = {}, years }: Pick<SearchInput, 'filters' | 'years'>): Test[] {
  const ticked = Object.entries(filters) as [FacetId, string[] | undefined][];
  const tests: Test[] = ticked.flatMap(([key, values]) =>
    values === undefined || values.length === 0
      ? []
      : [{ key, chip: `facet:${key}`, passes: testValues(key, values) }],
  );
  if (years && (years.from !== undefined || years.to !== undefined)) {
    tests.push({
      key: 'year',
      chip: 'facet:years',
      passes: (document) => isWithin(document.year, { from: years.from, to: years.to }),
    });
  }
  return tests;
}

function isWithin(
  year: number | undefined,
  { from, to }: { readonly from: number | undefined; readonly to: number | undefined },
): boolean {
  return year !== undefined && (from === undefined || year >= from) && (to === undefined || year <= to);
}

function testValues(key: FacetId, values: readonly string[]): (document: DocumentHead) => boolean {
  if (key === 'place') return testPlace(values);
  const wanted = new Set(values);
  return (document) =>
    (document.facets[key] ?? []).some(
      (value) =>
        wanted.has(value) ||
        (key === 'dimension' && wanted.has(value.split('.')[0] ?? '')) ||
        // A tag stands for those below it: 资金 for 资金/财政.
        (key === 'tag' && values.some((tag) => value.startsWith(`${tag}/`))),
    );
}

/** A place is named by its facet value, its country's code, or any part of a name of two characters or more. */
function testPlace(values: readonly string[]): (document: DocumentHead) => boolean {
  const exact = new Set(values);
  const parts = values.map((value) => fold(value).text.trim()).filter((value) => value.length > 1);
  return (document) =>
    (document.facets.place ?? []).some((value) => exact.has(value)) ||
    parts.some(
      (part) =>
        part === document.facets.place?.[0]?.toLowerCase() ||
        [...document.places, document.id.split('-')[0] ?? ''].some((name) => fold(name).text.includes(part)),
    );
}
