import { keepPreviousData, skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CaseSummary } from '#contract/library.ts';
import type { SearchHit, SearchInput, SearchOutput } from '#contract/search.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useLanguage, useWords } from '../../app/i18n/use-t.tsx';
import { useSettings } from '../../app/preferences/use-settings.ts';
import type { LibraryAddress } from './address.ts';

/** Hits of one call; more are asked for as the list is scrolled. */
const pageSize = 60;

/** The library's list of cases, by id. */
export function useSummaries() {
  const { query } = useApi();
  const list = useQuery(query.library.list.queryOptions());
  const byId = useMemo(
    () => new Map<string, CaseSummary>(list.data?.cases.map((summary) => [summary.id, summary])),
    [list.data],
  );
  return { byId, leftOut: list.data?.leftOut ?? [], isLoaded: list.data !== undefined };
}

export interface Results {
  readonly output: SearchOutput | undefined;
  readonly hits: readonly SearchHit[];
  readonly error: unknown;
  /** The hits are those of the query before, and the new ones are on their way. */
  readonly isOld: boolean;
  readonly fetchMore: (() => void) | undefined;
}

/**
 * What the search answers to the address. The answer before stays until the new one is there; the very first
 * screen needs no search and is filled from the list of cases while the index is still being read.
 */
export function useResults(address: LibraryAddress): Results {
  const { query } = useApi();
  const list = useQuery(query.library.list.queryOptions());
  const inWords = useWords();
  const language = useLanguage();
  const { recent } = useSettings();
  const input: SearchInput = {
    query: address.q ?? '',
    language,
    limit: pageSize,
    ...(address.filters === undefined ? {} : { filters: address.filters }),
    ...(address.years === undefined ? {} : { years: address.years }),
    ...(address.without === undefined ? {} : { without: address.without }),
    ...(address.independent === undefined ? {} : { independent: address.independent }),
    ...(address.sort === undefined ? {} : { sort: address.sort }),
    ...(address.sort === 'recent' ? { recent } : {}),
  };
  const found = useInfiniteQuery(
    query.search.query.infiniteOptions({
      input: (offset: number) => ({ ...input, offset }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const loaded = pages.reduce((sum, page) => sum + page.hits.length, 0);
        return last.hits.length > 0 && loaded < last.total + last.related ? loaded : undefined;
      },
      placeholderData: keepPreviousData,
    }),
  );
  const asksNothing = address.q === undefined && address.filters === undefined && address.years === undefined;
  const hits = useMemo(() => {
    if (found.data !== undefined) return found.data.pages.flatMap((page) => page.hits);
    return asksNothing ? (list.data?.cases.map((summary) => toHit(summary, inWords)) ?? []) : [];
  }, [found.data, asksNothing, list.data, inWords]);
  const canFetchMore = found.hasNextPage && !found.isFetchingNextPage;
  return {
    output: found.data?.pages[0],
    hits,
    error: found.error,
    isOld: found.isPlaceholderData,
    fetchMore: canFetchMore ? () => void found.fetchNextPage() : undefined,
  };
}

function toHit({ id, title, type }: CaseSummary, words: (title: CaseSummary['title']) => string): SearchHit {
  return {
    id,
    title: words(title),
    titleRanges: [],
    type,
    tier: 'match',
    score: 0,
    snippets: [],
    matched: [],
  };
}

/** How many notes the user has on each case. */
export function useNoteCounts(): ReadonlyMap<string, number> {
  const { query } = useApi();
  const { data } = useQuery(query.annotations.counts.queryOptions());
  return useMemo(() => new Map(data?.map(({ caseId, notes }) => [caseId, notes])), [data]);
}

/** A whole case, for the preview. */
export function usePreviewed(summary: CaseSummary | undefined) {
  const { query } = useApi();
  return useQuery(
    query.library.get.queryOptions({
      input: summary === undefined ? skipToken : { id: summary.id },
      placeholderData: keepPreviousData,
    }),
  );
}
