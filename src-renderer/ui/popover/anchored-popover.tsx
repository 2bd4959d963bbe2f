import { type ReactNode, useRef } from 'react';
import { Popover as AriaPopover, Dialog } from 'react-aria-components';
import styles from './popover.module.css';

/** A small pane beside an element that is no button of the program's own: a word of a text. */
export function AnchoredPopover(props: {
  readonly anchor: HTMLElement;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { anchor, label, onClose, children } = props;
  const trigger = useRef(anchor);
  trigger.current = anchor;
  return (
    <AriaPopover
      className={styles.popover ?? ''}
      triggerRef={trigger}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      placement="bottom start"
      offset={6}
    >
      <Dialog className={styles.dialog ?? ''} aria-label={label}>
        {children}
      </Dialog>
    </AriaPopover>
  );
}
