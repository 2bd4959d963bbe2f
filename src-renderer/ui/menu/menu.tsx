import type { ReactElement, ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  Header,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { classNames } from '../class-names.ts';
import { CheckIcon } from '../icons.tsx';
import { KeyHint } from '../key-hint/key-hint.tsx';
import styles from './menu.module.css';

/** A button and the list of things to do that it opens. */
export function Menu(props: {
  readonly label: string;
  readonly trigger: ReactElement;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start';
  readonly children: ReactNode;
}) {
  return (
    <MenuTrigger>
      {props.trigger}
      <Popover className={styles.popover ?? ''} placement={props.placement ?? 'bottom start'} offset={4}>
        <AriaMenu className={styles.menu ?? ''} aria-label={props.label}>
          {props.children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** One thing to do, or one of several to be (`isChecked`). */
export function MenuItem(props: {
  readonly id: string;
  readonly icon?: ReactNode;
  readonly keyHint?: string | undefined;
  readonly isDanger?: boolean;
  readonly isChecked?: boolean | undefined;
  readonly isDisabled?: boolean;
  readonly onAction: () => void;
  /** The plain words, for typing ahead, when the children are more than words. */
  readonly textValue: string;
  readonly children?: ReactNode;
}) {
  return (
    <AriaMenuItem
      id={props.id}
      textValue={props.textValue}
      onAction={props.onAction}
      isDisabled={props.isDisabled ?? false}
      className={classNames(styles.item, props.isDanger === true && styles.danger)}
    >
      {props.isChecked !== undefined && (
        <span className={styles.check}>{props.isChecked && <CheckIcon size={16} />}</span>
      )}
      {props.icon}
      <span className={styles.words}>{props.children ?? props.textValue}</span>
      {props.keyHint !== undefined && (
        <kbd className={styles.key}>
          <KeyHint keys={props.keyHint} />
        </kbd>
      )}
    </AriaMenuItem>
  );
}

/** A group of things with its name. */
export function MenuSection(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    <AriaMenuSection aria-label={props.label}>
      <Header className={styles.header}>{props.label}</Header>
      {props.children}
    </AriaMenuSection>
  );
}

/** A hairline between groups. */
export function MenuLine() {
  return <Separator className={styles.line ?? ''} />;
}
