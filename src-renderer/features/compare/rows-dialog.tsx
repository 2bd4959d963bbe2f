import { useState } from 'react';
import { groupOfRow, type OwnRow, type RowKey, rowGroups } from '#contract/rows.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { Checkbox } from '../../ui/choice/checkbox.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { DeleteIcon, EditIcon, PlusIcon } from '../../ui/icons.tsx';
import styles from './choose-dialog.module.css';
import { OwnRowForm } from './own-row-form.tsx';
import { PresetLine } from './preset-line.tsx';
import { withRow } from './row-order.ts';
import type { OwnRowDeeds } from './use-own-rows.ts';
import { useRowWords } from './use-row-words.ts';

/** Which rows to compare, the vocabulary's and the user's own; those that are there keep their order. */
export function RowsDialog(props: {
  readonly rows: readonly RowKey[];
  /** Own rows of the comparison, also those that were since taken away. */
  readonly ownRows: readonly OwnRow[];
  readonly deeds: OwnRowDeeds;
  readonly onClose: () => void;
  readonly onChoose: (rows: readonly RowKey[]) => void;
}) {
  const { rows, deeds, onClose, onChoose } = props;
  const t = useT();
  const language = useLanguage();
  const own = [
    ...deeds.own.rows,
    ...props.ownRows.filter(({ id }) => deeds.own.rows.every((one) => one.id !== id)),
  ];
  const words = useRowWords(own);
  const [chosen, setChosen] = useState<readonly RowKey[]>(rows);
  const [form, setForm] = useState<{ readonly row: OwnRow | undefined }>();
  const toggle = (row: RowKey, isIn: boolean) =>
    setChosen((old) => (isIn ? withRow(old, row, own) : old.filter((other) => other !== row)));
  const known: readonly RowKey[] = [...vocabulary.row.map(({ id }) => id), ...own.map(({ id }) => id)];
  return (
    <>
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
            {rowGroups.map((group) => {
              const members = known.filter((row) => groupOfRow(row, own) === group.id);
              if (members.length === 0) return null;
              return (
                <fieldset key={group.id} className={styles.group}>
                  <legend>{group[language]}</legend>
                  {members.map((row) => {
                    const mine = deeds.own.rows.find((one) => one.id === row);
                    return (
                      <div key={row} className={styles.line}>
                        <Checkbox
                          isSelected={chosen.includes(row)}
                          onChange={(isIn) => toggle(row, isIn)}
                          className={styles.item}
                        >
                          <span>
                            {words.title(row)}
                            <span className={styles.define}>{words.asks(row)}</span>
                          </span>
                        </Checkbox>
                        {mine !== undefined && (
                          <span className={styles.deeds}>
                            <IconButton
                              isSmall
                              label={t('compare.own-row.edit', { row: mine.title })}
                              onPress={() => setForm({ row: mine })}
                            >
                              <EditIcon size={14} />
                            </IconButton>
                            <IconButton
                              isSmall
                              label={t('compare.own-row.remove', { row: mine.title })}
                              onPress={() => {
                                deeds.removeRow(mine);
                                toggle(mine.id, false);
                              }}
                            >
                              <DeleteIcon size={14} />
                            </IconButton>
                          </span>
                        )}
                      </div>
                    );
                  })}
                </fieldset>
              );
            })}
          </div>
        </div>
        <Button variant="plain" icon={<PlusIcon size={14} />} onPress={() => setForm({ row: undefined })}>
          {t('compare.own-row.new')}
        </Button>
        <PresetLine chosen={chosen} deeds={deeds} onUse={setChosen} />
      </Dialog>
      {form !== undefined && (
        <OwnRowForm
          row={form.row}
          onClose={() => setForm(undefined)}
          onKeep={(row) => {
            void deeds.writeRow(row).then(() => {
              if (form.row === undefined) setChosen((old) => withRow(old, row.id, [...own, row]));
            });
          }}
        />
      )}
    </>
  );
}
