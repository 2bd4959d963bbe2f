import { useCallback } from 'react';
import { splitCited } from '#contract/cited-text.ts';
import type { OpenComparison } from '#contract/comparisons.ts';
import { BriefOptions } from '#contract/exports.ts';
import { CaseId } from '#contract/ids.ts';
import type { RowKey } from '#contract/rows.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useCopyCited } from '../../app/citation/use-copy-cited.ts';
import { useLanguage, useT, useWords } from '../../app/i18n/use-t.tsx';
import { copyRich } from '../../ui/copy-rich.ts';
import { announce } from '../../ui/live-region/live-region.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import { bareRef } from './cited-words.tsx';
import type { Place } from './grid-place.ts';
import { cellOf } from './queries.ts';
import type { RowWords } from './use-row-words.ts';

/** Takes a cell, or the table in sight, to the clipboard. */
export interface Copies {
  /** Copies what stands at a place with its sources; false where there is nothing to copy. */
  readonly cell: (place: Place | undefined) => boolean;
  readonly table: (rows: readonly RowKey[], turned: boolean) => Promise<void>;
}

/** {@link Copies} of an open comparison. */
export function useCopies(open: OpenComparison, rowWords: RowWords): Copies {
  const { client } = useApi();
  const t = useT();
  const words = useWords();
  const language = useLanguage();
  const copyCited = useCopyCited();
  const { comparison } = open;
  const cell = useCallback(
    (place: Place | undefined) => {
      if (place === undefined || place.row === 'head' || place.column === 'name') return false;
      const { row } = place;
      const of = open.cases.find(({ id }) => id === place.column);
      const text = of === undefined ? comparison.findings[row] : cellOf(open, row, of.id)?.text;
      if (text === undefined || text === '') return false;
      const runs = splitCited(text);
      const refs = [...new Set(runs.flatMap((run) => run.refs))];
      const head = of === undefined ? rowWords.title(row) : `${words(of.title)} · ${rowWords.title(row)}`;
      const said = runs.map((run) => run.text + run.refs.map((ref) => `[${bareRef(ref)}]`).join('')).join('');
      const sources = refs.flatMap((ref) => {
        // A finding speaks of several cases, and says with each source whose it is.
        const caseId = CaseId.safeParse(ref.includes('_') ? ref.slice(0, ref.lastIndexOf('_')) : of?.id);
        return caseId.success ? [{ caseId: caseId.data, ref: bareRef(ref), mark: bareRef(ref) }] : [];
      });
      void copyCited({ words: `${head}${language === 'zh' ? '：' : ': '}${said}`, sources });
      return true;
    },
    [open, comparison, rowWords, words, copyCited, language],
  );
  const table = useCallback(
    async (rows: readonly RowKey[], turned: boolean) => {
      const copied = await client.exports.table({
        comparisonId: comparison.id,
        options: BriefOptions.parse({ language, order: 'own' }),
        rows: [...rows],
        turned,
      });
      if (!(await copyRich(copied))) return;
      showToast({ tone: 'done', title: t('compare.copied-table') });
      announce(t('compare.copied-table'));
    },
    [client, comparison.id, language, t],
  );
  return { cell, table };
}
