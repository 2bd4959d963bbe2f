import { useState } from 'react';
import type { RowKey } from '#contract/rows.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Checkbox } from '../../ui/choice/checkbox.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import styles from './choose-dialog.module.css';

/** Which of the 25 rows to compare; those that are there keep their order, new ones follow. */
export function RowsDialog(props: {
  readonly rows: readonly RowKey[];
  readonly onClose: () => void;
  readonly onChoose: (rows: readonly RowKey[]) => void;
}) {
  const { rows, onClose, onChoose } = props;
  const t = useT();
  const language = useLanguage();
  const [chosen, setChosen] = useState<readonly RowKey[]>(rows);
  const toggle = (row: RowKey, isIn: boolean) =>
    setChosen((old) => (isIn ? [...old, row] : old.filter((other) => other !== row)));
  return (
    <Dialog
      isOpen
      width="wide"
      onClose={onClose}
      title={t('compare.choose-rows.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="filled"
            isDisabled={chosen.length === 0}
            onPress={() => {
              onChoose(chosen);
              onClose();
            }}
          >
            {t('compare.choose-rows.do', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className={styles.scroll}>
        <div className={styles.groups}>
          {vocabulary.rowGroup.map((group) => (
            <fieldset key={group.id} className={styles.group}>
              <legend>{group[language]}</legend>
              {vocabulary.row
                .filter((row) => row.group === group.id)
                .map((row) => (
                  <Checkbox
                    key={row.id}
                    isSelected={chosen.includes(row.id)}
                    onChange={(isIn) => toggle(row.id, isIn)}
                    className={styles.item}
                  >
                    <span>
                      {row[language]}
                      <span className={styles.define}>{row.define[language]}</span>
                    </span>
                  </Checkbox>
                ))}
            </fieldset>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
