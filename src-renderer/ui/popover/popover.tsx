import type { ReactElement, ReactNode } from 'react';
import { Popover as AriaPopover, Dialog, DialogTrigger } from 'react-aria-components';
import styles from './popover.module.css';

/** A small pane that a button opens beside it. */
export function Popover(props: {
  readonly label: string;
  readonly trigger: ReactElement;
  readonly placement?: 'bottom start' | 'bottom end' | 'top';
  readonly children: ReactNode;
}) {
  return (
    <DialogTrigger>
      {props.trigger}
      <AriaPopover className={styles.popover ?? ''} placement={props.placement ?? 'bottom end'} offset={4}>
        <Dialog className={styles.dialog ?? ''} aria-label={props.label}>
          {props.children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
