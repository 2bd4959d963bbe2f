import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import styles from './segmented.module.css';

export interface SegmentedItem<T extends string> {
  readonly id: T;
  readonly label: ReactNode;
  readonly isDisabled?: boolean | undefined;
  /** Language of the label when it is not the interface's. */
  readonly lang?: string | undefined;
}

/** One of a few, all in sight. `quiet` has no track under it. */
export function Segmented<T extends string>(props: {
  readonly label: string;
  readonly items: readonly SegmentedItem<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly isQuiet?: boolean;
}) {
  const { label, items, value, onChange, isQuiet = false } = props;
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const picked = items.find((item) => keys.has(item.id));
        if (picked !== undefined) onChange(picked.id);
      }}
      className={classNames(styles.group, isQuiet && styles.quiet)}
    >
      {items.map((item) => (
        <ToggleButton
          key={item.id}
          id={item.id}
          isDisabled={item.isDisabled ?? false}
          className={styles.item ?? ''}
        >
          <span lang={item.lang}>{item.label}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
