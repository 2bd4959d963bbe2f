import { useState } from 'react';
import { BriefFormat, BriefOptions, CitationStyle } from '#contract/exports.ts';
import type { ComparisonId, Language } from '#contract/ids.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { FailureNote } from '../../ui/blank/blank.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Segmented } from '../../ui/button/segmented.tsx';
import { RadioGroup } from '../../ui/choice/radio-group.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { WarnIcon } from '../../ui/icons.tsx';
import { announce } from '../../ui/live-region/live-region.tsx';
import { Select } from '../../ui/select/select.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import styles from './choose-dialog.module.css';

/** How the brief is to be written; then it is written and handed over. */
export function ExportDialog(props: {
  readonly comparisonId: ComparisonId;
  readonly unsupported: number;
  readonly onClose: () => void;
}) {
  const { comparisonId, unsupported, onClose } = props;
  const { client, deliver } = useApi();
  const t = useT();
  const describe = useFailure();
  const [format, setFormat] = useState<BriefFormat>('docx');
  const language = useLanguage();
  const [options, setOptions] = useState(() => BriefOptions.parse({ language }));
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<{ readonly what: string; readonly next: string }>();
  const set = (patch: Partial<BriefOptions>) => setOptions((old) => ({ ...old, ...patch }));

  const write = async () => {
    setWriting(true);
    setFailure(undefined);
    try {
      const delivery = await client.exports.brief({ comparisonId, format, options });
      await deliver(delivery);
      const { citations, unsupported: marked, fileName } = delivery;
      const title = t('compare.exported', { citations, unsupported: marked });
      showToast({ tone: 'done', title, detail: fileName });
      announce(title);
      onClose();
    } catch (error) {
      setFailure(describe(error));
      setWriting(false);
    }
  };

  return (
    <Dialog
      isOpen
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
      <div className={styles.form}>
        <RadioGroup
          label={t('compare.export.format')}
          value={format}
          onChange={setFormat}
          items={BriefFormat.options.map((id) => ({ id, label: t(`compare.export.format.${id}`) }))}
        />
        <TextField
          label={t('compare.export.audience')}
          value={options.audience}
          onChange={(audience) => set({ audience: audience.slice(0, 200) })}
          placeholder={t('compare.export.audience.example')}
        />
        <div className={styles.pair}>
          <Select<CitationStyle>
            label={t('compare.export.style')}
            value={options.style}
            onChange={(style) => set({ style })}
            items={CitationStyle.options.map((id) => ({ id, label: t(`compare.export.style.${id}`) }))}
          />
          <RadioGroup<Language>
            label={t('compare.export.language')}
            isInline
            value={options.language}
            onChange={(chosen) => set({ language: chosen })}
            items={[
              { id: 'zh', label: '中文', lang: 'zh-Hans' },
              { id: 'en', label: 'English', lang: 'en' },
            ]}
          />
        </div>
        {format !== 'md' && (
          <div className={styles.labelled}>
            <span aria-hidden="true">{t('compare.export.orientation')}</span>
            <Segmented<BriefOptions['orientation']>
              label={t('compare.export.orientation')}
              value={options.orientation}
              onChange={(orientation) => set({ orientation })}
              items={[
                { id: 'landscape', label: t('compare.export.landscape') },
                { id: 'portrait', label: t('compare.export.portrait') },
              ]}
            />
          </div>
        )}
        {unsupported > 0 && (
          <p className={styles.warn}>
            <WarnIcon size={14} />
            {t('compare.foot.unsupported', { count: unsupported })}
          </p>
        )}
        {failure !== undefined && <FailureNote what={failure.what} next={failure.next} />}
      </div>
    </Dialog>
  );
}
