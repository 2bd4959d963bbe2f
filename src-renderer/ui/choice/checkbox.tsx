import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import { CheckIcon } from '../icons.tsx';
import styles from './choice.module.css';

export interface CheckboxProps {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly label?: string;
  /** Shows the box only on hover, on focus and when ticked; the row is the target. */
  readonly isQuiet?: boolean;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

/** A box to tick, with its words. */
export function Checkbox({ label, isQuiet = false, className, children, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox
      {...rest}
      className={classNames(styles.checkbox, isQuiet && styles.quiet, className)}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      <span className={styles.box} aria-hidden="true">
        <CheckIcon size={14} />
      </span>
      {children}
    </AriaCheckbox>
  );
}
