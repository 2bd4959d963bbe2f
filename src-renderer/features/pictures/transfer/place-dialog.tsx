import { useState } from 'react';
import type { Level } from '#contract/case.ts';
import type { OwnPlace } from '#contract/transfer.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { useLanguage, useT } from '../../../app/i18n/use-t.tsx';
import { Button } from '../../../ui/button/button.tsx';
import { Checkbox } from '../../../ui/choice/checkbox.tsx';
import { Dialog } from '../../../ui/dialog/dialog.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import { Select } from '../../../ui/select/select.tsx';
import styles from './transfer.module.css';

const NONE = 'none';

export type PlaceWords = Pick<OwnPlace, 'name' | 'level' | 'space'>;

/** The name of a place of the user's own, and what kind of place it is. */
export function PlaceDialog(props: {
  readonly place: OwnPlace | undefined;
  readonly onClose: () => void;
  readonly onKeep: (words: PlaceWords) => void;
}) {
  const { place, onClose, onKeep } = props;
  const t = useT();
  const language = useLanguage();
  const [name, setName] = useState(place?.name ?? '');
  const [level, setLevel] = useState<Level | null>(place?.level ?? null);
  const [space, setSpace] = useState<OwnPlace['space']>(place?.space ?? []);
  const isNamed = name.trim() !== '';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t(place === undefined ? 'transfer.place.new' : 'transfer.place.edit')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="filled"
            isDisabled={!isNamed}
            onPress={() => onKeep({ name: name.trim(), level, space })}
          >
            {t('transfer.place.keep')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          autoFocus
          label={t('transfer.place.name')}
          placeholder={t('transfer.place.example')}
          value={name}
          onChange={setName}
        />
        <Select
          label={t('pictures.list.level')}
          value={level ?? NONE}
          onChange={(id) => setLevel(id === NONE ? null : id)}
          items={[
            { id: NONE, label: t('transfer.place.any-level') },
            ...vocabulary.level.map((entry) => ({ id: entry.id, label: entry[language] })),
          ]}
        />
        <fieldset className={styles.spaces}>
          <legend>{t('pictures.list.space')}</legend>
          {vocabulary.space.map((entry) => (
            <Checkbox
              key={entry.id}
              isSelected={space.includes(entry.id)}
              onChange={(isIn) =>
                setSpace((old) => (isIn ? [...old, entry.id] : old.filter((id) => id !== entry.id)))
              }
            >
              {entry[language]}
            </Checkbox>
          ))}
        </fieldset>
      </div>
    </Dialog>
  );
}
