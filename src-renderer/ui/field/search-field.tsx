import type { KeyboardEvent, Ref } from 'react';
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import { CloseIcon, SearchIcon } from '../icons.tsx';
import styles from './field.module.css';

export interface SearchFieldProps {
  readonly label: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly keyHint?: string | undefined;
  readonly size?: 'large' | 'small';
  readonly autoFocus?: boolean;
  /** Called for keys that no input method has taken. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** For a list that the field steers: the ids of the list and of its current row. */
  readonly controls?: string | undefined;
  readonly activeDescendant?: string | undefined;
}

/**
 * A search box. Composing with an input method is left in peace: its Enter, Escape and arrows belong to the
 * method, and nothing is taken from the field meanwhile.
 */
export function SearchField(props: SearchFieldProps) {
  const { label, clearLabel, value, onChange, size = 'large', placeholder, keyHint } = props;
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      autoFocus={props.autoFocus ?? false}
      className={classNames(styles.search, size === 'small' && styles.small)}
    >
      <SearchIcon size={size === 'large' ? 20 : 16} className={styles.glass} />
      <Input
        ref={props.inputRef ?? null}
        className={styles.searchInput ?? ''}
        spellCheck={false}
        autoComplete="off"
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(props.controls === undefined
          ? {}
          : {
              role: 'combobox',
              'aria-expanded': true,
              'aria-controls': props.controls,
              'aria-activedescendant': props.activeDescendant,
            })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.keyCode === 229) return;
          props.onKeyDown?.(event);
        }}
      />
      {value === '' && keyHint !== undefined && (
        <span className={styles.hint} aria-hidden="true">
          {keyHint}
        </span>
      )}
      <Button className={styles.clear ?? ''} aria-label={clearLabel}>
        <CloseIcon size={size === 'large' ? 16 : 14} />
      </Button>
    </AriaSearchField>
  );
}
