import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { CaseType } from '#contract/case.ts';
import { CaseId } from '#contract/ids.ts';
import type { OwnCaseKey } from '#contract/own-cases.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { Select } from '../../ui/select/select.tsx';
import styles from './case-form.module.css';

/** Asks what a case cannot begin without. */
export function NewCaseDialog(props: {
  readonly onClose: () => void;
  readonly onMade: (key: OwnCaseKey) => void;
}) {
  const { onClose, onMade } = props;
  const t = useT();
  const words = useWords();
  const describe = useFailure();
  const { query } = useApi();
  const { mutateAsync: create, isPending } = useMutation(query.ownCases.create.mutationOptions());
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const [id, setId] = useState<string>();
  const [type, setType] = useState<CaseType>('project');
  const [error, setError] = useState<string>();
  // The English title proposes the id until the user writes one.
  const proposed = id ?? toId(en);
  const parsed = CaseId.safeParse(proposed);
  const title = { zh: zh.trim() || en.trim(), en: en.trim() || zh.trim() };
  const isReady = title.zh !== '' && parsed.success && !isPending;
  const make = async () => {
    if (!parsed.success || !isReady) return;
    try {
      const { key } = await create({ id: parsed.data, type, title });
      onMade(key);
    } catch (failed) {
      const { what, next } = describe(failed);
      setError(`${what}${next}`);
    }
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('own.new.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="filled" isDisabled={!isReady} onPress={() => void make()}>
            {t('own.new.do')}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <TextField label={t('own.title-zh')} lang="zh-Hans" value={zh} onChange={setZh} autoFocus />
        <TextField label={t('own.title-en')} lang="en" value={en} onChange={setEn} />
        <TextField
          label={t('own.id')}
          value={proposed}
          onChange={(value) => {
            setId(value);
            setError(undefined);
          }}
          description={t('own.id.note')}
          error={proposed !== '' && !parsed.success ? t('own.id.wrong') : error}
        />
        <Select
          label={t('own.type')}
          value={type}
          onChange={setType}
          items={CaseType.options.map((option) => {
            const entry = vocabulary.type.find((one) => one.id === option);
            return { id: option, label: entry ? words(entry) : option };
          })}
        />
      </div>
    </Dialog>
  );
}

function toId(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 56)
    .replace(/^-+|-+$/g, '');
}
