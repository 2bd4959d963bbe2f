import type { ReactNode } from 'react';
import { Switch as AriaSwitch } from 'react-aria-components';
import styles from './choice.module.css';

/** Something that is on or off at once; the knob's place is the sign. */
export function Switch(props: {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <AriaSwitch
      className={styles.switch ?? ''}
      isSelected={props.isSelected}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
    >
      <span className={styles.track} aria-hidden="true" />
      {props.children}
    </AriaSwitch>
  );
}
