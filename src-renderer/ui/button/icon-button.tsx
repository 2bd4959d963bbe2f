import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  ToggleButton,
} from 'react-aria-components';
import { classNames } from '../class-names.ts';
import { WithTooltip } from '../tooltip/tooltip.tsx';
import styles from './button.module.css';

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** Its name: spoken, and shown beside it on hover and focus. */
  readonly label: string;
  readonly keyHint?: string | undefined;
  readonly isSmall?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A button drawn as a sign; its name is in the tooltip. */
export function IconButton({
  label,
  keyHint,
  isSmall = false,
  className,
  children,
  ...rest
}: IconButtonProps) {
  return (
    <WithTooltip text={label} keyHint={keyHint}>
      <AriaButton
        {...rest}
        aria-label={label}
        className={classNames(styles.icon, isSmall && styles.small, className)}
      >
        {children}
      </AriaButton>
    </WithTooltip>
  );
}

export interface IconToggleProps {
  readonly label: string;
  readonly keyHint?: string | undefined;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

/** A sign that is on or off. */
export function IconToggle({ label, keyHint, children, ...rest }: IconToggleProps) {
  return (
    <WithTooltip text={label} keyHint={keyHint}>
      <ToggleButton {...rest} aria-label={label} className={styles.icon ?? ''}>
        {children}
      </ToggleButton>
    </WithTooltip>
  );
}
