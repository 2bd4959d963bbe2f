import { useState } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { Button } from '../button/button.tsx';
import { Dialog } from '../dialog/dialog.tsx';
import { CheckIcon, MinusIcon, PlusIcon } from '../icons.tsx';
import { Spoken } from '../live-region/spoken.tsx';
import styles from './pick-dialog.module.css';

/** Something that all, some or none of the things in hand belong to. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly state: 'all' | 'some' | 'none';
  /** How deep it stands under others. */
  readonly depth?: number;
  readonly count?: number | undefined;
}

/** So many are drawn; who looks for another types a part of its name. */
const SHOWN = 200;

/** Puts things under names and takes them off: picked from a list by typing, or written anew. */
export function PickDialog(props: {
  readonly title: string;
  readonly placeholder: string;
  readonly description?: string;
  readonly doneLabel: string;
  readonly choices: readonly Choice[];
  /** What the sign before a name says. */
  readonly stateLabels: { readonly all: string; readonly some: string };
  readonly onToggle: (choice: Choice) => void;
  readonly newLabel: (written: string) => string;
  readonly onNew: (written: string) => void;
  readonly onClose: () => void;
}) {
  const { title, placeholder, description, choices, onToggle, newLabel, onNew, onClose } = props;
  const [text, setText] = useState('');
  const written = text.trim();
  const wanted = written.toLocaleLowerCase();
  const nameOf = ({ id, label, depth }: Choice) => (depth === undefined ? label : id);
  const found = choices.filter((one) => nameOf(one).toLocaleLowerCase().includes(wanted)).slice(0, SHOWN);
  const isNew = written !== '' && !choices.some((one) => nameOf(one) === written);
  const act = (key: string) => {
    const choice = choices.find(({ id }) => key === `pick:${id}`);
    if (choice !== undefined) onToggle(choice);
    else onNew(written);
    setText('');
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      actions={
        <Button variant="filled" onPress={onClose}>
          {props.doneLabel}
        </Button>
      }
    >
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField aria-label={placeholder} autoFocus>
          <Input className={styles.input ?? ''} placeholder={placeholder} />
        </SearchField>
        {description !== undefined && <p className={styles.description}>{description}</p>}
        <ListBox
          className={styles.list ?? ''}
          aria-label={title}
          selectionMode="none"
          onAction={(key) => act(String(key))}
        >
          {[
            ...found.map((one) => (
              <ListBoxItem
                key={one.id}
                id={`pick:${one.id}`}
                textValue={nameOf(one)}
                className={styles.item ?? ''}
                data-state={one.state}
              >
                <span className={styles.check}>
                  {one.state === 'all' && <CheckIcon size={16} />}
                  {one.state === 'some' && <MinusIcon size={16} />}
                  {one.state !== 'none' && <Spoken>{props.stateLabels[one.state]}</Spoken>}
                </span>
                <span
                  className={styles.label}
                  style={{ paddingInlineStart: wanted === '' ? (one.depth ?? 0) * 14 : 0 }}
                >
                  {wanted === '' ? one.label : nameOf(one)}
                </span>
                {one.count !== undefined && <span className={styles.count}>{one.count}</span>}
              </ListBoxItem>
            )),
            ...(isNew
              ? [
                  <ListBoxItem key="new" id="new" textValue={written} className={styles.item ?? ''}>
                    <span className={styles.check}>
                      <PlusIcon size={16} />
                    </span>
                    <span className={styles.label}>{newLabel(written)}</span>
                  </ListBoxItem>,
                ]
              : []),
          ]}
        </ListBox>
      </Autocomplete>
    </Dialog>
  );
}
