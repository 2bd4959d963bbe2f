import { useState } from 'react';
import { OwnId, OwnRow, type RowGroup, rowGroups } from '#contract/rows.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { Select } from '../../ui/select/select.tsx';
import styles from './choose-dialog.module.css';

/** A new name for a row or preset of the user's own, that no other has. */
export function newOwnId(): OwnId {
  return OwnId.parse(`own-${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`);
}

/** What a row of the user's own is called, asks, and stands under. */
export function OwnRowForm(props: {
  readonly row: OwnRow | undefined;
  readonly onClose: () => void;
  readonly onKeep: (row: OwnRow) => void;
}) {
  const { row, onClose, onKeep } = props;
  const t = useT();
  const language = useLanguage();
  const [title, setTitle] = useState(row?.title ?? '');
  const [asks, setAsks] = useState(row?.asks ?? '');
  const [group, setGroup] = useState<RowGroup>(row?.group ?? 'own');
  const keep = () => {
    const made = OwnRow.safeParse({ id: row?.id ?? newOwnId(), title, asks, group });
    if (!made.success) return;
    onKeep(made.data);
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={row === undefined ? t('compare.own-row.new') : t('compare.own-row.edit', { row: row.title })}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="filled" isDisabled={title.trim() === ''} onPress={keep}>
            {row === undefined ? t('compare.own-row.add') : t('compare.own-row.keep')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          label={t('compare.own-row.title')}
          autoFocus
          value={title}
          onChange={(text) => setTitle(text.slice(0, 60))}
          placeholder={t('compare.own-row.title.example')}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep();
          }}
        />
        <TextField
          label={t('compare.own-row.asks')}
          value={asks}
          onChange={(text) => setAsks(text.slice(0, 300))}
          placeholder={t('compare.own-row.asks.example')}
        />
        <Select<RowGroup>
          label={t('compare.own-row.group')}
          value={group}
          onChange={setGroup}
          items={rowGroups.map((one) => ({ id: one.id as RowGroup, label: one[language] }))}
        />
      </div>
    </Dialog>
  );
}
