import type { ReactNode } from 'react';
import { ListBox as AriaListBox, ListBoxItem } from 'react-aria-components';
import styles from './list-box.module.css';

/** A short list of which one is picked; long ones are for the virtual list. */
export function ListBox<T extends { readonly id: string }>(props: {
  readonly label: string;
  readonly items: readonly T[];
  readonly textOf: (item: T) => string;
  readonly selected?: string | undefined;
  readonly onSelect: (item: T) => void;
  readonly children: (item: T) => ReactNode;
}) {
  return (
    <AriaListBox
      aria-label={props.label}
      className={styles.list ?? ''}
      items={props.items}
      selectionMode="single"
      selectedKeys={props.selected === undefined ? [] : [props.selected]}
      onSelectionChange={(keys) => {
        const item = props.items.find(({ id }) => keys !== 'all' && keys.has(id));
        if (item !== undefined) props.onSelect(item);
      }}
    >
      {(item) => (
        <ListBoxItem id={item.id} textValue={props.textOf(item)} className={styles.item ?? ''}>
          {props.children(item)}
        </ListBoxItem>
      )}
    </AriaListBox>
  );
}
