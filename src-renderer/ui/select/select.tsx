import type { ReactNode } from 'react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { classNames } from '../class-names.ts';
import { CheckIcon, DownIcon } from '../icons.tsx';
import styles from './select.module.css';

/** One of a list, which opens from a button. `quiet` is words with an arrow, for sentences and bars. */
export function Select<T extends string>(props: {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly items: readonly { readonly id: T; readonly label: string; readonly icon?: ReactNode }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly isQuiet?: boolean;
}) {
  const { label, isLabelHidden = false, items, value, onChange, isQuiet = false } = props;
  return (
    <AriaSelect
      className={styles.select ?? ''}
      value={value}
      onChange={(picked) => {
        const item = items.find(({ id }) => id === picked);
        if (item !== undefined) onChange(item.id);
      }}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {!isLabelHidden && <Label className={styles.label ?? ''}>{label}</Label>}
      <Button className={classNames(styles.button, isQuiet && styles.quiet)}>
        <SelectValue className={styles.value ?? ''} />
        <DownIcon size={isQuiet ? 13 : 16} />
      </Button>
      <Popover
        className={styles.popover ?? ''}
        offset={4}
        placement={isQuiet ? 'bottom end' : 'bottom start'}
      >
        <ListBox className={styles.list ?? ''} items={items}>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.label} className={styles.item ?? ''}>
              {({ isSelected }) => (
                <>
                  <span className={styles.check}>{isSelected && <CheckIcon size={16} />}</span>
                  {item.icon}
                  {item.label}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
