import type { ReactNode } from 'react';
import { TextField as AriaTextField, FieldError, Input, Label, Text, TextArea } from 'react-aria-components';
import { classNames } from '../class-names.ts';
import { WarnIcon } from '../icons.tsx';
import styles from './field.module.css';

export interface TextFieldProps {
  readonly label: string;
  /** Keeps the label for those who listen, where the place says it to those who look. */
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly description?: ReactNode;
  /** What is wrong with the value; shown under the field. */
  readonly error?: string | undefined;
  readonly isDisabled?: boolean;
  readonly isMultiline?: boolean;
  readonly autoFocus?: boolean;
  readonly onBlur?: () => void;
  readonly onKeyDown?: (event: React.KeyboardEvent) => void;
  readonly lang?: string;
}

/** A field for a line of words, or for several. */
export function TextField(props: TextFieldProps) {
  const { label, isLabelHidden = false, placeholder, description, error, isMultiline = false } = props;
  const common = {
    className: classNames(styles.input, isMultiline && styles.area),
    lang: props.lang,
    ...(placeholder === undefined ? {} : { placeholder }),
  };
  return (
    <AriaTextField
      className={styles.field ?? ''}
      value={props.value}
      onChange={props.onChange}
      isInvalid={error !== undefined}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
      {...(props.onKeyDown === undefined ? {} : { onKeyDown: props.onKeyDown })}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {!isLabelHidden && <Label className={styles.label ?? ''}>{label}</Label>}
      {isMultiline ? <TextArea {...common} /> : <Input {...common} />}
      {description !== undefined && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>
        <WarnIcon size={14} />
        {error}
      </FieldError>
    </AriaTextField>
  );
}
