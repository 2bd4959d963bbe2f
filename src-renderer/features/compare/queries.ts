import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { Draft, OpenComparison } from '#contract/comparisons.ts';
import type { CaseId, ComparisonId } from '#contract/ids.ts';
import type { RowKey } from '#contract/rows.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useLanguage } from '../../app/i18n/use-t.tsx';

/** The saved comparisons, the last changed first. */
export function useComparisons() {
  const { query } = useApi();
  return useQuery(query.comparisons.list.queryOptions());
}

/** An open comparison in the language of the interface. */
export function useComparison(id: ComparisonId) {
  const { query } = useApi();
  const language = useLanguage();
  return useQuery(
    query.comparisons.get.queryOptions({ input: { id, language }, placeholderData: keepPreviousData }),
  );
}

/** The sentences that speak of a row, for the pane beside the table. */
export function usePassages(caseId: CaseId | undefined, row: RowKey | undefined) {
  const { query } = useApi();
  const language = useLanguage();
  return useQuery(
    query.comparisons.passages.queryOptions({
      input: caseId === undefined || row === undefined ? skipToken : { caseId, row, language },
    }),
  );
}

/** A cell as the table shows it. */
export interface ShownCell {
  readonly caseId: CaseId;
  readonly row: RowKey;
  readonly draft: Draft;
  /** The user's words, or the draft's. */
  readonly text: string;
  readonly isEdited: boolean;
  readonly isNothing: boolean;
  /** The user's words, and no source with them. */
  readonly isUnsupported: boolean;
}

/** The cell under a row and a case; undefined where the case has left the library. */
export function cellOf(open: OpenComparison, row: RowKey, caseId: CaseId): ShownCell | undefined {
  const draft = open.drafts.find((one) => one.row === row && one.caseId === caseId);
  if (draft === undefined) return undefined;
  const stored = open.comparison.cells.find((one) => one.row === row && one.caseId === caseId);
  const summary = stored?.summary ?? null;
  const text = summary ?? draft.text;
  const isNothing = summary === null ? draft.nothing !== null : isNothingWord(summary);
  return {
    caseId,
    row,
    draft,
    text,
    isEdited: summary !== null,
    isNothing,
    isUnsupported: summary !== null && !isNothing && !/\[@/.test(summary),
  };
}

function isNothingWord(text: string): boolean {
  return vocabulary.nothing.some((entry) => entry.zh === text.trim() || entry.en === text.trim());
}

/** Rows and presets of the user's own. */
export function useOwnRows() {
  const { query } = useApi();
  return useQuery(query.ownRows.list.queryOptions());
}
