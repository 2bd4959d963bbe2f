import { useState } from 'react';
import {
  Select as AriaSelect,
  Autocomplete,
  Button,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
  SearchField,
  SelectValue,
} from 'react-aria-components';
import { classNames } from '../class-names.ts';
import { CheckIcon, DownIcon } from '../icons.tsx';
import styles from './select.module.css';

/** So many are drawn; who looks for another types a part of its name. */
const SHOWN = 100;

/** One of a long list, found by typing a part of its name. */
export function SearchSelect(props: {
  readonly label: string;
  readonly searchLabel: string;
  readonly noneLabel: string;
  readonly items: readonly { readonly id: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { label, searchLabel, items, value, onChange } = props;
  const [text, setText] = useState('');
  const wanted = text.trim().toLocaleLowerCase();
  const found = items.filter((item) => item.label.toLocaleLowerCase().includes(wanted));
  // The chosen one is among those drawn, so that the button can say its name.
  const chosen =
    found.findIndex(({ id }) => id === value) >= SHOWN ? items.filter(({ id }) => id === value) : [];
  return (
    <AriaSelect
      className={styles.select ?? ''}
      aria-label={label}
      value={value}
      onChange={(picked) => picked !== null && onChange(String(picked))}
      onOpenChange={() => setText('')}
    >
      <Button className={classNames(styles.button, styles.quiet)}>
        <SelectValue className={classNames(styles.value, styles.long)}>
          {items.find(({ id }) => id === value)?.label}
        </SelectValue>
        <DownIcon size={13} />
      </Button>
      <Popover className={classNames(styles.popover, styles.searching)} offset={4} placement="bottom start">
        <Autocomplete inputValue={text} onInputChange={setText}>
          <SearchField className={styles.search ?? ''} aria-label={searchLabel} autoFocus>
            <Input className={styles.searchInput ?? ''} placeholder={searchLabel} />
          </SearchField>
          <ListBox
            className={styles.list ?? ''}
            items={[...chosen, ...found.slice(0, SHOWN)]}
            renderEmptyState={() => <p className={styles.none}>{props.noneLabel}</p>}
          >
            {(item) => (
              <ListBoxItem id={item.id} textValue={item.label} className={styles.item ?? ''}>
                {({ isSelected }) => (
                  <>
                    <span className={styles.check}>{isSelected && <CheckIcon size={16} />}</span>
                    {item.label}
                  </>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Autocomplete>
      </Popover>
    </AriaSelect>
  );
}
