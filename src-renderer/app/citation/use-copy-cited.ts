import { useCallback } from 'react';
import type { CaseId } from '#contract/ids.ts';
import { copyText } from '../../ui/copy-text.ts';
import { showToast } from '../../ui/toast/toast-queue.ts';
import { useApi } from '../api/use-api.tsx';
import { useFailure } from '../api/use-failure.ts';
import { useT } from '../i18n/use-t.tsx';

/** Words to be copied with the full text of every source that they rest on. */
export interface CitedCopy {
  readonly words: string;
  /** In the order of their citations; `mark` is how the words call the source. */
  readonly sources: readonly { readonly caseId: CaseId; readonly ref: string; readonly mark: string }[];
}

/** Copies words as a citation: the words, then each source on a line of its own. Says what was copied. */
export function useCopyCited(): (copy: CitedCopy) => Promise<void> {
  const { client } = useApi();
  const t = useT();
  const describe = useFailure();
  return useCallback(
    async ({ words, sources }) => {
      try {
        const cited = await Promise.all(
          sources.map(async ({ caseId, ref, mark }) => {
            const { text } = await client.library.cite({ id: caseId, ref });
            return `[${mark}] ${text}`;
          }),
        );
        if (await copyText([words, ...cited].join('\n'))) {
          showToast({ tone: 'done', title: t('common.copied-cited', { count: cited.length }) });
        }
      } catch (error) {
        const { what, next } = describe(error);
        showToast({ tone: 'failed', title: what, detail: next });
      }
    },
    [client, describe, t],
  );
}
