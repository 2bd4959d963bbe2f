import type { ReactElement } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';
import { KeyHint } from '../key-hint/key-hint.tsx';
import styles from './tooltip.module.css';

/** Shows a name, and the key that does the same, beside what is hovered or focused. */
export function WithTooltip(props: {
  readonly text: string;
  readonly keyHint?: string | undefined;
  readonly children: ReactElement;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {props.children}
      <Tooltip offset={6} className={styles.tooltip ?? ''}>
        {props.text}
        {props.keyHint !== undefined && (
          <kbd className={styles.key}>
            <KeyHint keys={props.keyHint} />
          </kbd>
        )}
      </Tooltip>
    </TooltipTrigger>
  );
}
