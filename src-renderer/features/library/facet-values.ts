import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { FacetId, SearchOutput } from '#contract/search.ts';
import { idsOf, type VocabularyList } from '#contract/vocabulary.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { localeOf } from '../../app/i18n/i18n.ts';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';

/** The controlled list behind a facet; the others are free: places, years, tags. */
const lists: Partial<Readonly<Record<FacetId, VocabularyList>>> = {
  type: 'type',
  level: 'level',
  dimension: 'dimensions',
  challenge: 'challenges',
  stage: 'lifecycle',
  space: 'space',
  actor: 'role',
  tool: 'tools',
  funding: 'funding',
  participation: 'participation',
  evidence: 'sourceKind',
};

export interface FacetValue {
  readonly value: string;
  readonly label: string;
  /** Undefined until the search has counted. */
  readonly count: number | undefined;
}

/** What a facet's value is called. Places come as `CN` and `CN/北京市`. */
export function useFacetLabel(): (facet: FacetId, value: string) => string {
  const words = useCaseWords();
  const { query } = useApi();
  const { data: collections } = useQuery(query.collections.list.queryOptions());
  const language = useLanguage();
  const t = useT();
  return useMemo(() => {
    const regions = new Intl.DisplayNames([localeOf[language]], { type: 'region' });
    return (facet, value) => {
      const list = lists[facet];
      if (list !== undefined) return words.label(list, value, 'short');
      if (facet === 'place')
        return value.includes('/') ? (value.split('/')[1] ?? value) : region(regions, value);
      if (facet === 'origin' && (value === 'own' || value === 'bundled')) return t(`library.origin.${value}`);
      if (facet === 'collection') return collections?.find(({ id }) => id === value)?.name ?? value;
      return words.label('nothing', value);
    };
  }, [words, language, t, collections]);
}

function region(names: Intl.DisplayNames, code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}

/** A facet's values in the order of their list, each with its count, those without a case as well. */
export function useFacetValues(
  facet: FacetId,
  facets: SearchOutput['facets'] | undefined,
): readonly FacetValue[] {
  const label = useFacetLabel();
  return useMemo(() => {
    const counted = facets?.[facet] ?? [];
    const list = lists[facet];
    const known: readonly string[] = list === undefined ? [] : idsOf(list);
    const counts = new Map(counted.map(({ value, count }) => [value, count]));
    const rest = counted.map(({ value }) => value).filter((value) => !known.includes(value));
    return [...known, ...rest].map((value) => ({
      value,
      label: label(facet, value),
      count: facets === undefined ? undefined : (counts.get(value) ?? 0),
    }));
  }, [facet, facets, label]);
}
