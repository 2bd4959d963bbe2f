import { useState } from 'react';
import type { OwnPreset, RowKey } from '#contract/rows.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { DeleteIcon, EditIcon } from '../../ui/icons.tsx';
import styles from './choose-dialog.module.css';
import { newOwnId } from './own-row-form.tsx';
import type { OwnRowDeeds } from './use-own-rows.ts';

/** The user's own sets of rows: take one, rename it, delete it; and the chosen rows kept as a new one. */
export function PresetLine(props: {
  readonly chosen: readonly RowKey[];
  readonly deeds: OwnRowDeeds;
  readonly onUse: (rows: readonly RowKey[]) => void;
}) {
  const { chosen, deeds, onUse } = props;
  const t = useT();
  const [naming, setNaming] = useState<{ readonly preset: OwnPreset | undefined; readonly name: string }>();
  const keep = () => {
    const name = naming?.name.trim() ?? '';
    if (naming === undefined || name === '') return;
    const { preset } = naming;
    void deeds.writePreset(
      preset === undefined ? { id: newOwnId(), name, rows: [...chosen] } : { ...preset, name },
    );
    setNaming(undefined);
  };
  return (
    <section className={styles.presets} aria-label={t('compare.own-presets')}>
      {deeds.own.presets.length > 0 && <h3 className={styles.presetsTitle}>{t('compare.own-presets')}</h3>}
      <ul>
        {deeds.own.presets.map((preset) => (
          <li key={preset.id} className={styles.line}>
            <Button variant="link" onPress={() => onUse(preset.rows)}>
              {t('compare.preset', { name: preset.name, rows: preset.rows.length })}
            </Button>
            <span className={styles.deeds}>
              <IconButton
                isSmall
                label={t('compare.own-preset.rename', { name: preset.name })}
                onPress={() => setNaming({ preset, name: preset.name })}
              >
                <EditIcon size={14} />
              </IconButton>
              <IconButton
                isSmall
                label={t('compare.own-preset.remove', { name: preset.name })}
                onPress={() => deeds.removePreset(preset)}
              >
                <DeleteIcon size={14} />
              </IconButton>
            </span>
          </li>
        ))}
      </ul>
      {naming === undefined ? (
        <Button
          variant="plain"
          isDisabled={chosen.length === 0}
          onPress={() => setNaming({ preset: undefined, name: '' })}
        >
          {t('compare.own-preset.save', { count: chosen.length })}
        </Button>
      ) : (
        <div className={styles.naming}>
          <TextField
            label={t('compare.own-preset.name')}
            isLabelHidden
            autoFocus
            placeholder={t('compare.own-preset.name')}
            value={naming.name}
            onChange={(name) => setNaming({ ...naming, name: name.slice(0, 60) })}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Enter') keep();
              if (event.key === 'Escape') {
                event.stopPropagation();
                setNaming(undefined);
              }
            }}
          />
          <Button isDisabled={naming.name.trim() === ''} onPress={keep}>
            {t('compare.own-preset.keep')}
          </Button>
        </div>
      )}
    </section>
  );
}
