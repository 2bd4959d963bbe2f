import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** A question that names the thing, not a word like 确认. */
  readonly title: string;
  /** What will follow, and the buttons that do it. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly width?: 'narrow' | 'wide' | 'full';
  readonly isAlert?: boolean;
}

/** A question over the window; holds the focus and gives it back. */
export function Dialog(props: DialogProps) {
  const { isOpen, onClose, title, children, actions, width = 'narrow', isAlert = false } = props;
  return (
    <ModalOverlay
      className={styles.scrim ?? ''}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={!isAlert}
    >
      <Modal
        className={classNames(styles.modal, width === 'wide' && styles.wide, width === 'full' && styles.full)}
      >
        <AriaDialog className={styles.dialog ?? ''} role={isAlert ? 'alertdialog' : 'dialog'}>
          <Heading slot="title" className={styles.title ?? ''}>
            {title}
          </Heading>
          <div className={styles.body}>{children}</div>
          {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A pane that lies over an edge of a small window until it is closed. */
export function Sheet(props: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly label: string;
  readonly side: 'left' | 'right' | 'bottom';
  readonly children: ReactNode;
}) {
  return (
    <ModalOverlay
      className={classNames(styles.scrim, styles.clear)}
      isOpen={props.isOpen}
      onOpenChange={(open) => !open && props.onClose()}
      isDismissable
    >
      <Modal className={classNames(styles.sheet, styles[props.side])}>
        <AriaDialog className={styles.sheetBody ?? ''} aria-label={props.label}>
          {props.children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
