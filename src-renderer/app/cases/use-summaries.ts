import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CaseSummary } from '#contract/library.ts';
import { useApi } from '../api/use-api.tsx';

/** The library's cases by id, for names and for those to add. */
export function useSummaries(): ReadonlyMap<string, CaseSummary> {
  const { query } = useApi();
  const { data } = useQuery(query.library.list.queryOptions());
  return useMemo(() => new Map(data?.cases.map((one) => [one.id as string, one])), [data]);
}
