import { useState } from 'react';
import { BriefFormat, BriefOptions } from '#contract/exports.ts';
import type { ComparisonId, Language } from '#contract/ids.ts';
import { inGroupOrder, type OwnRow, type RowKey } from '#contract/rows.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { FailureNote } from '../../ui/blank/blank.tsx';
import { Button } from '../../ui/button/button.tsx';
import { RadioGroup } from '../../ui/choice/radio-group.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { WarnIcon } from '../../ui/icons.tsx';
import { announce } from '../../ui/live-region/live-region.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import styles from './export-dialog.module.css';
import { type ExportChoice, ExportOptions, hasPages } from './export-options.tsx';
import { ExportPreview } from './export-preview.tsx';

/** How the brief is to be written, beside its pages; then it is written and handed over. */
export function ExportDialog(props: {
  readonly comparisonId: ComparisonId;
  readonly rows: readonly RowKey[];
  readonly ownRows: readonly OwnRow[];
  readonly unsupported: number;
  readonly onClose: () => void;
}) {
  const { comparisonId, rows, ownRows, unsupported, onClose } = props;
  const { client, deliver } = useApi();
  const t = useT();
  const describe = useFailure();
  const language = useLanguage();
  const [choice, setChoice] = useState<ExportChoice>(() => ({
    format: 'docx',
    options: BriefOptions.parse({ language, order: isGrouped(rows, ownRows) ? 'groups' : 'own' }),
    languages: language,
    template: undefined,
    logoName: '',
  }));
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<{ readonly what: string; readonly next: string }>();
  const { format, options, languages, template } = choice;

  const write = async () => {
    setWriting(true);
    setFailure(undefined);
    try {
      const wanted: readonly Language[] = languages === 'both' ? ['zh', 'en'] : [languages];
      for (const one of wanted) {
        const delivery = await client.exports.brief({
          comparisonId,
          format,
          options: { ...options, language: one },
          ...(template === undefined || format !== 'docx' ? {} : { template }),
        });
        await deliver(delivery);
        const { citations, unsupported: marked, fileName } = delivery;
        const title = t('compare.exported', { citations, unsupported: marked });
        showToast({ tone: 'done', title, detail: fileName });
        announce(title);
      }
      onClose();
    } catch (error) {
      setFailure(describe(error));
      setWriting(false);
    }
  };

  return (
    <Dialog
      isOpen
      width="full"
      onClose={onClose}
      title={t('compare.export.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="filled" isDisabled={isWriting} onPress={() => void write()}>
            {isWriting ? t('compare.export.writing') : t(`compare.export.do.${format}`)}
          </Button>
        </>
      }
    >
      <div className={styles.halves}>
        <div className={styles.form}>
          <RadioGroup
            label={t('compare.export.format')}
            value={format}
            onChange={(next) => setChoice((old) => ({ ...old, format: next }))}
            items={BriefFormat.options.map((id) => ({ id, label: t(`compare.export.format.${id}`) }))}
          />
          <ExportOptions choice={choice} onChange={(patch) => setChoice((old) => ({ ...old, ...patch }))} />
          {unsupported > 0 && (
            <p className={styles.warn}>
              <WarnIcon size={14} />
              {t('compare.foot.unsupported', { count: unsupported })}
            </p>
          )}
          {failure !== undefined && <FailureNote what={failure.what} next={failure.next} />}
        </div>
        <section
          className={styles.preview}
          aria-label={t('compare.export.preview')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by key
          tabIndex={0}
        >
          {hasPages(format) ? (
            <ExportPreview comparisonId={comparisonId} options={options} isTwin={format !== 'pdf'} />
          ) : (
            <p className={styles.caption}>{t('compare.export.preview.none')}</p>
          )}
        </section>
      </div>
    </Dialog>
  );
}

/** Whether the rows stand by their groups, as a brief sets them unless the user has moved them otherwise. */
function isGrouped(rows: readonly RowKey[], ownRows: readonly OwnRow[]): boolean {
  return inGroupOrder(rows, ownRows).every((row, index) => row === rows[index]);
}
