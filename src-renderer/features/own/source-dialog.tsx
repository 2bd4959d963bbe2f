import { useState } from 'react';
import { CslItem, CslType, SourceKind } from '#contract/case.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { Select } from '../../ui/select/select.tsx';
import styles from './case-form.module.css';

const NewReference = CslItem.omit({ id: true });

/** Asks for a source: what a reader needs to find it again. */
export function SourceDialog(props: {
  readonly onClose: () => void;
  readonly onAdd: (reference: Omit<CslItem, 'id'>) => void;
}) {
  const t = useT();
  const words = useWords();
  const [title, setTitle] = useState('');
  const [author, setAuthor] = useState('');
  const [container, setContainer] = useState('');
  const [issued, setIssued] = useState('');
  const [url, setUrl] = useState('');
  const [accessed, setAccessed] = useState('');
  const [type, setType] = useState<CslType>('webpage');
  const [kind, setKind] = useState<SourceKind>('official');
  const [language, setLanguage] = useState<'zh-CN' | 'en'>('zh-CN');
  const date = (value: string) => (/^\d{4}$/.test(value.trim()) ? Number(value) : value.trim());
  const names = author
    .split(/[;；]/)
    .flatMap((name) => (name.trim() === '' ? [] : [{ literal: name.trim() }]));
  const parsed = NewReference.safeParse({
    type,
    title: title.trim(),
    ...(names.length > 0 ? { author: names } : {}),
    ...(container.trim() === '' ? {} : { 'container-title': container.trim() }),
    ...(issued.trim() === '' ? {} : { issued: date(issued) }),
    ...(url.trim() === '' ? {} : { URL: url.trim() }),
    ...(accessed.trim() === '' ? {} : { accessed: date(accessed) }),
    language,
    custom: { kind, ...(issued.trim() === '' ? { undated: true } : {}) },
  });
  const wrong = new Set(parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0])));
  const errorOf = (field: string, value: string) =>
    value !== '' && wrong.has(field)
      ? t(field === 'URL' ? 'own.source.url-wrong' : 'own.source.date-wrong')
      : undefined;
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={t('own.add-source')}
      actions={
        <>
          <Button onPress={props.onClose}>{t('common.cancel')}</Button>
          <Button
            variant="filled"
            isDisabled={!parsed.success}
            onPress={() => parsed.success && props.onAdd(parsed.data)}
          >
            {t('own.source.do')}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <TextField label={t('own.source.title')} value={title} onChange={setTitle} autoFocus />
        <TextField label={t('own.source.author')} value={author} onChange={setAuthor} />
        <TextField label={t('own.source.container')} value={container} onChange={setContainer} />
        <div className={styles.pair}>
          <TextField
            label={t('own.source.issued')}
            value={issued}
            onChange={setIssued}
            placeholder="2019-05-10"
            error={errorOf('issued', issued)}
          />
          <TextField
            label={t('own.source.accessed')}
            value={accessed}
            onChange={setAccessed}
            placeholder="2026-11-24"
            error={errorOf('accessed', accessed)}
          />
        </div>
        <TextField label={t('own.source.url')} value={url} onChange={setUrl} error={errorOf('URL', url)} />
        <div className={styles.pair}>
          <Select
            label={t('own.source.type')}
            value={type}
            onChange={setType}
            items={CslType.options.map((id) => ({ id, label: t(`own.source.type.${id}`) }))}
          />
          <Select
            label={t('own.source.kind')}
            value={kind}
            onChange={setKind}
            items={SourceKind.options.map((id) => {
              const entry = vocabulary.sourceKind.find((one) => one.id === id);
              return { id, label: entry ? words(entry) : id };
            })}
          />
        </div>
        <Select
          label={t('own.source.language')}
          value={language}
          onChange={setLanguage}
          items={[
            { id: 'zh-CN', label: t('own.text.zh') },
            { id: 'en', label: t('own.text.en') },
          ]}
        />
      </div>
    </Dialog>
  );
}
