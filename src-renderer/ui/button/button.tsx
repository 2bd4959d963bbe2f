import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import { KeyHint } from '../key-hint/key-hint.tsx';
import styles from './button.module.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** One `filled` a screen; `danger` is outlined, never filled; `link` stands in running text. */
  readonly variant?: 'filled' | 'outlined' | 'plain' | 'danger' | 'link';
  readonly icon?: ReactNode;
  /** The key that does the same, drawn small at the end. */
  readonly keyHint?: string | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A button that says what it does. */
export function Button({ variant = 'outlined', icon, keyHint, className, children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={classNames(styles.button, styles[variant], className)}>
      {icon}
      <span>{children}</span>
      {keyHint !== undefined && (
        <span className={styles.key} aria-hidden="true">
          <KeyHint keys={keyHint} />
        </span>
      )}
    </AriaButton>
  );
}
