import { useState } from 'react';
import { useT } from '../../app/i18n/use-t.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import styles from './comparison-bar.module.css';

/** The name of a comparison while it is changed: Enter or leaving keeps it, Esc does not. */
export function TitleField(props: { readonly title: string; readonly onKeep: (title: string) => void }) {
  const { title, onKeep } = props;
  const t = useT();
  const [text, setText] = useState(title);
  return (
    <div className={styles.naming}>
      <TextField
        label={t('compare.name')}
        isLabelHidden
        autoFocus
        value={text}
        onChange={setText}
        onBlur={() => onKeep(text.trim().slice(0, 200))}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') onKeep(text.trim().slice(0, 200));
          if (event.key === 'Escape') onKeep(title);
        }}
      />
    </div>
  );
}
