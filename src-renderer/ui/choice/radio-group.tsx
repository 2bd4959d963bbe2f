import type { ReactNode } from 'react';
import { RadioGroup as AriaRadioGroup, Label, Radio } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import styles from './choice.module.css';

/** One of a few, each on its own line or side by side. */
export function RadioGroup<T extends string>(props: {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly items: readonly {
    readonly id: T;
    readonly label: ReactNode;
    readonly lang?: string | undefined;
  }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly isInline?: boolean;
}) {
  const { label, items, value, onChange, isInline = false, isLabelHidden = false } = props;
  return (
    <AriaRadioGroup
      className={classNames(styles.group, isInline && styles.inline)}
      value={value}
      onChange={(picked) => {
        const item = items.find(({ id }) => id === picked);
        if (item !== undefined) onChange(item.id);
      }}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {!isLabelHidden && <Label className={styles.groupLabel ?? ''}>{label}</Label>}
      {items.map((item) => (
        <Radio key={item.id} value={item.id} className={styles.radio ?? ''}>
          <span className={styles.dot} aria-hidden="true" />
          <span lang={item.lang}>{item.label}</span>
        </Radio>
      ))}
    </AriaRadioGroup>
  );
}
