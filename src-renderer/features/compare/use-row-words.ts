import { useMemo } from 'react';
import { groupOfRow, type OwnRow, type RowGroup, type RowKey, rowGroups, rowTitle } from '#contract/rows.ts';
import { findEntry } from '#contract/vocabulary.ts';
import { useLanguage } from '../../app/i18n/use-t.tsx';

/** What rows are called and ask, the vocabulary's and the user's own alike. */
export interface RowWords {
  readonly title: (row: RowKey) => string;
  readonly asks: (row: RowKey) => string | undefined;
  readonly group: (group: RowGroup) => string;
  readonly groupOf: (row: RowKey) => RowGroup;
}

/** {@link RowWords} in the language of the interface. */
export function useRowWords(own: readonly OwnRow[]): RowWords {
  const language = useLanguage();
  return useMemo(
    () => ({
      title: (row) => rowTitle(row, own, language),
      asks: (row) => findEntry('row', row)?.define?.[language] ?? own.find((one) => one.id === row)?.asks,
      group: (group) => rowGroups.find((one) => one.id === group)?.[language] ?? group,
      groupOf: (row) => groupOfRow(row, own),
    }),
    [own, language],
  );
}
