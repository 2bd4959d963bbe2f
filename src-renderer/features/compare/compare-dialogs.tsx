import { MAX_CASES, MIN_CASES, type OpenComparison } from '#contract/comparisons.ts';
import type { CaseSummary } from '#contract/library.ts';
import type { RowKey } from '#contract/rows.ts';
import { PickCasesDialog } from '../../app/cases/pick-cases-dialog.tsx';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { ExportDialog } from './export-dialog.tsx';
import type { Place } from './grid-place.ts';
import { LivingDialog } from './living-dialog.tsx';
import { OwnRowForm } from './own-row-form.tsx';
import { RowsDialog } from './rows-dialog.tsx';
import type { Edits } from './use-edits.ts';
import { useOwnRowDeeds } from './use-own-rows.ts';
import type { RowWords } from './use-row-words.ts';
import { VersionsDialog } from './versions-dialog.tsx';

/** A question over the comparison. */
export type CompareDialog =
  | { readonly kind: 'rows' | 'cases' | 'export' | 'versions' }
  | { readonly kind: 'row'; readonly row: RowKey }
  | { readonly kind: 'living'; readonly place?: Place };

/** The one dialog that is open, if any. */
export function CompareDialogs(props: {
  readonly dialog: CompareDialog | undefined;
  readonly open: OpenComparison;
  readonly edits: Edits;
  readonly rowWords: RowWords;
  readonly summaries: ReadonlyMap<string, CaseSummary>;
  readonly unsupported: number;
  readonly onClose: () => void;
  readonly onFail: (error: unknown) => void;
}) {
  const { dialog, open, edits, onClose, onFail } = props;
  const { comparison } = open;
  const deeds = useOwnRowDeeds();
  const words = useWords();
  const t = useT();
  const titleOf = (caseId: string) => {
    const found = open.cases.find(({ id }) => id === caseId)?.title ?? props.summaries.get(caseId)?.title;
    return found === undefined ? caseId : (words(found).split(/[:：]/)[0] ?? caseId);
  };
  switch (dialog?.kind) {
    case 'rows':
      return (
        <RowsDialog
          rows={comparison.rows}
          ownRows={open.ownRows}
          deeds={deeds}
          onClose={onClose}
          onChoose={(rows) => void edits.reshape({ rows }).catch(onFail)}
        />
      );
    case 'cases':
      return (
        <PickCasesDialog
          title={t('compare.choose-cases.title', { min: MIN_CASES, max: MAX_CASES })}
          action={(count) => t('compare.choose-cases.do', { count })}
          min={MIN_CASES}
          max={MAX_CASES}
          caseIds={comparison.caseIds}
          summaries={props.summaries}
          onClose={onClose}
          onChoose={(caseIds) => void edits.reshape({ caseIds }).catch(onFail)}
        />
      );
    case 'row':
      return (
        <OwnRowForm
          row={open.ownRows.find(({ id }) => id === dialog.row)}
          onClose={onClose}
          onKeep={(row) => void deeds.writeRow(row)}
        />
      );
    case 'versions':
      return (
        <VersionsDialog
          open={open}
          edits={edits}
          rowWords={props.rowWords}
          titleOf={titleOf}
          onClose={onClose}
          onFail={onFail}
        />
      );
    case 'living':
      return (
        <LivingDialog
          open={open}
          first={
            dialog.place === undefined ? undefined : { caseId: dialog.place.column, row: dialog.place.row }
          }
          edits={edits}
          rowWords={props.rowWords}
          titleOf={titleOf}
          onClose={onClose}
          onFail={onFail}
        />
      );
    case 'export':
      return (
        <ExportDialog
          comparisonId={comparison.id}
          rows={comparison.rows}
          ownRows={open.ownRows}
          unsupported={props.unsupported}
          onClose={onClose}
        />
      );
    default:
      return null;
  }
}
