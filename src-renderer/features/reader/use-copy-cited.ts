import { useCallback } from 'react';
import type { Case } from '#contract/case-tree.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { showToast } from '../../ui/toast/toast-queue.ts';
import type { Passage } from './passage.ts';

/** Copies a passage with its case, its section, and the full text of every source that it rests on. */
export function useCopyCited(found: Case): (passage: Passage) => Promise<void> {
  const { client } = useApi();
  const t = useT();
  const describe = useFailure();
  return useCallback(
    async ({ language, section, start, end }) => {
      const text = found.texts[language];
      const part = text?.sections.find(({ id }) => id === section);
      if (text === undefined || part === undefined) return;
      const refs = [
        ...new Set(
          part.sentences.filter((one) => one.start < end && one.end > start).flatMap((one) => one.refs),
        ),
      ];
      try {
        const cited = await Promise.all(
          refs.map(async (ref) => `[${ref}] ${(await client.library.cite({ id: found.id, ref })).text}`),
        );
        const quote = t(language === 'zh' ? 'reader.copy.zh' : 'reader.copy.en', {
          quote: part.text.slice(start, end).replace(/\n/g, ' '),
          title: text.title,
          section: part.heading,
        });
        if (await copyText([quote, ...cited].join('\n'))) {
          showToast({ tone: 'done', title: t('reader.copied', { count: refs.length }) });
        }
      } catch (error) {
        const { what, next } = describe(error);
        showToast({ tone: 'failed', title: what, detail: next });
      }
    },
    [client, describe, found, t],
  );
}
