import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type CaseId, ComparisonId } from '#contract/ids.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useLanguage } from '../../app/i18n/use-t.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';

/** Makes a comparison of cases and opens it; where one of the very same cases is saved, opens that. */
export function useMake(): (caseIds: readonly CaseId[], how?: 'push' | 'replace') => void {
  const { query, client } = useApi();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const language = useLanguage();
  const describe = useFailure();
  const { mutateAsync: create } = useMutation(query.comparisons.create.mutationOptions());
  return useCallback(
    (caseIds, how = 'push') => {
      const work = async () => {
        const saved = await client.comparisons.list();
        const wanted = [...caseIds].sort().join();
        const same = saved.find((one) => [...one.caseIds].sort().join() === wanted);
        const id = same?.id ?? ComparisonId.parse(crypto.randomUUID());
        if (same === undefined) {
          await create({ id, caseIds: [...caseIds], language });
          await queryClient.invalidateQueries({ queryKey: query.comparisons.key() });
        }
        await navigate({
          to: '/compare/{-$comparisonId}',
          params: { comparisonId: id },
          search: {},
          replace: how === 'replace',
        });
      };
      work().catch((error: unknown) => {
        const { what, next } = describe(error);
        showToast({ tone: 'failed', title: what, detail: next });
      });
    },
    [client, create, describe, language, navigate, query, queryClient],
  );
}
