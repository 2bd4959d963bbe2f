import type { KeyboardEvent, Ref } from 'react';
import { classNames } from '../../ui/class-names.ts';
import styles from './inline-field.module.css';

/** Words that are written where they stand: no frame at rest, and as high as they are long. */
export function InlineField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly maxLength: number;
  /** Whether Enter is a new line of it. */
  readonly isText?: boolean;
  readonly className?: string | undefined;
  readonly fieldRef?: Ref<HTMLTextAreaElement> | undefined;
  /** Called for keys that no input method has taken. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}) {
  const { label, value, onChange, placeholder, maxLength, isText = false, className, fieldRef } = props;
  return (
    <textarea
      ref={fieldRef ?? null}
      rows={isText ? 2 : 1}
      aria-label={label}
      value={value}
      placeholder={placeholder ?? ''}
      maxLength={maxLength}
      spellCheck={false}
      className={classNames(styles.field, className)}
      onChange={(event) =>
        onChange(isText ? event.target.value : event.target.value.replace(/\s*\n\s*/g, ' '))
      }
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.keyCode === 229) return;
        props.onKeyDown?.(event);
        if (!isText && event.key === 'Enter') event.preventDefault();
      }}
    />
  );
}
