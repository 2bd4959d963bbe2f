import { keepPreviousData, skipToken, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CaseSummary } from '#contract/library.ts';
import type { SearchHit, SearchInput, SearchOutput } from '#contract/search.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useLanguage } from '../../app/i18n/use-t.tsx';
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

/** What the search answers to the address. The answer before stays until the new one is there. */
export function useResults(address: LibraryAddress): Results {
  const { query } = useApi();
  const language = useLanguage();
  const input: SearchInput = {
    query: address.q ?? '',
    language,
    limit: pageSize,
    ...(address.filters === undefined ? {} : { filters: address.filters }),
    ...(address.years === undefined ? {} : { years: address.years }),
    ...(address.without === undefined ? {} : { without: address.without }),
    ...(address.sort === undefined ? {} : { sort: address.sort }),
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
  const hits = useMemo(() => found.data?.pages.flatMap((page) => page.hits) ?? [], [found.data]);
  const canFetchMore = found.hasNextPage && !found.isFetchingNextPage;
  return {
    output: found.data?.pages[0],
    hits,
    error: found.error,
    isOld: found.isPlaceholderData,
    fetchMore: canFetchMore ? () => void found.fetchNextPage() : undefined,
  };
}

/** How many notes the user has on each case. */
export function useNoteCounts(): ReadonlyMap<string, number> {
  const { query } = useApi();
  const { data } = useQuery(query.annotations.list.queryOptions({ input: {} }));
  return useMemo(() => {
    const counts = new Map<string, number>();
    for (const { caseId } of data ?? []) counts.set(caseId, (counts.get(caseId) ?? 0) + 1);
    return counts;
  }, [data]);
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
