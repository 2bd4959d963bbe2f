import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import { RowId } from '#contract/rows.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { useApi } from '../../app/api/use-api.tsx';
import type { RunChange } from '../../app/collect/use-own-changes.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Select } from '../../ui/select/select.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import styles from './notes-screen.module.css';
import { useCaseTitles } from './queries.ts';

/** Which cell of which comparison takes the quotes of the picked notes. */
export function CellDialog(props: {
  readonly ids: readonly Annotation['id'][];
  readonly run: RunChange;
  readonly onClose: () => void;
}) {
  const { ids, run, onClose } = props;
  const t = useT();
  const words = useWords();
  const titles = useCaseTitles();
  const { query } = useApi();
  const { data: comparisons } = useQuery(query.comparisons.list.queryOptions());
  const [chosen, setChosen] = useState<{ comparison?: string; caseId?: string; row: RowId }>({
    row: 'funding',
  });
  const comparison = comparisons?.find(({ id }) => id === chosen.comparison) ?? comparisons?.[0];
  const caseId = comparison?.caseIds.find((id) => id === chosen.caseId) ?? comparison?.caseIds[0];
  const put = async () => {
    if (comparison === undefined || caseId === undefined) return;
    const input = { ids: ids.slice(0, 100), comparisonId: comparison.id, caseId, row: chosen.row };
    if (await run((api) => api.exchange.toCell(input))) {
      showToast({ tone: 'done', title: t('notes.cell-done', { name: comparison.title }) });
      onClose();
    }
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('notes.to-cell')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="filled" isDisabled={comparison === undefined} onPress={() => void put()}>
            {t('notes.do-it')}
          </Button>
        </>
      }
    >
      {comparisons?.length === 0 && <p>{t('notes.no-comparison')}</p>}
      {comparison !== undefined && caseId !== undefined && (
        <div className={styles.fields}>
          <Select
            label={t('notes.comparison')}
            value={String(comparison.id)}
            onChange={(id) => setChosen((old) => ({ row: old.row, comparison: id }))}
            items={(comparisons ?? []).map(({ id, title }) => ({ id: String(id), label: title }))}
          />
          <Select
            label={t('notes.case')}
            value={String(caseId)}
            onChange={(id) => setChosen((old) => ({ ...old, caseId: id }))}
            items={comparison.caseIds.map((id) => ({
              id: String(id),
              label: titles.get(id)?.title ?? id,
            }))}
          />
          <Select
            label={t('notes.row')}
            value={chosen.row}
            onChange={(row) => setChosen((old) => ({ ...old, row }))}
            items={vocabulary.row.map((row) => ({
              id: RowId.parse(row.id),
              label: words({ zh: row.zh, en: row.en }),
            }))}
          />
        </div>
      )}
    </Dialog>
  );
}
