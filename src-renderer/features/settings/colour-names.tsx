import { useState } from 'react';
import { AnnotationColour } from '#contract/annotations.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { useSettings, useUpdateSettings } from '../../app/preferences/use-settings.ts';
import { TextField } from '../../ui/field/text-field.tsx';
import styles from './colour-names.module.css';

/** Names that the user gives to the five colours of marks; an empty one takes its own name again. */
export function ColourNames() {
  const t = useT();
  return (
    <div className={styles.names}>
      {AnnotationColour.options.map((colour) => (
        <ColourName key={colour} colour={colour} />
      ))}
      <p className={styles.note}>{t('settings.colours-note')}</p>
    </div>
  );
}

function ColourName({ colour }: { readonly colour: AnnotationColour }) {
  const t = useT();
  const { colourNames } = useSettings();
  const update = useUpdateSettings();
  const [name, setName] = useState(colourNames[colour] ?? '');
  const store = (given: string) => {
    const { [colour]: _, ...others } = colourNames;
    update({ colourNames: given === '' ? others : { ...others, [colour]: given } });
  };
  return (
    <div className={styles.row}>
      <span className={styles.swatch} data-colour={colour} aria-hidden="true" />
      <div className={styles.field}>
        <TextField
          label={t(`reader.colour.${colour}`)}
          isLabelHidden
          placeholder={t(`reader.colour.${colour}`)}
          value={name}
          onChange={(value) => {
            const given = value.slice(0, 40);
            setName(given);
            store(given.trim());
          }}
        />
      </div>
    </div>
  );
}
