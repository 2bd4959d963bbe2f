import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import { CloseIcon } from '../icons.tsx';
import styles from './chip.module.css';

export interface ChipProps {
  /** What kind of thing it is, small, before it. */
  readonly kind?: string | undefined;
  /** `outlined`: not a condition of the user's own; `warn`: the one that could go; `case`: a case. */
  readonly look?: 'filled' | 'outlined' | 'warn' | 'case';
  readonly icon?: ReactNode;
  readonly removeLabel?: string | undefined;
  readonly onRemove?: (() => void) | undefined;
  readonly title?: string | undefined;
  readonly children: ReactNode;
}

/** A small thing that stands for a condition or a case, and can be taken away. */
export function Chip({ kind, look = 'filled', icon, removeLabel, onRemove, title, children }: ChipProps) {
  return (
    <span className={classNames(styles.chip, styles[look])} title={title}>
      {icon}
      {kind !== undefined && <span className={styles.kind}>{kind}</span>}
      <span className={styles.value}>{children}</span>
      {onRemove !== undefined && (
        <Button className={styles.remove ?? ''} aria-label={removeLabel ?? ''} onPress={onRemove}>
          <CloseIcon size={14} />
        </Button>
      )}
    </span>
  );
}
