import { useCallback } from 'react';
import type { Case } from '#contract/case-tree.ts';
import { useCopyCited } from '../../app/citation/use-copy-cited.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import type { Passage } from './passage.ts';

/** Copies a passage with its case, its section, and the full text of every source that it rests on. */
export function useCopyPassage(found: Case): (passage: Passage) => Promise<void> {
  const copyCited = useCopyCited();
  const t = useT();
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
      const words = t(language === 'zh' ? 'reader.copy.zh' : 'reader.copy.en', {
        quote: part.text.slice(start, end).replace(/\n/g, ' '),
        title: text.title,
        section: part.heading,
      });
      await copyCited({ words, sources: refs.map((ref) => ({ caseId: found.id, ref, mark: ref })) });
    },
    [copyCited, found, t],
  );
}
