import { type KeyboardEvent, useState } from 'react';
import styles from './minutes-field.module.css';

const STEP = 5;

/** Minutes: ↑ ↓ by five, with Shift by one. */
export function MinutesField(props: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (minutes: number) => void;
  readonly onFocus?: () => void;
}) {
  const { label, value, min, max, onChange } = props;
  // What is being typed may pass through numbers that are none yet, such as the 1 of 120.
  const [typed, setTyped] = useState<string>();
  const set = (minutes: number) => {
    setTyped(undefined);
    onChange(Math.min(max, Math.max(min, minutes)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const step = event.shiftKey ? 1 : STEP;
    set(value + (event.key === 'ArrowUp' ? step : -step));
  };
  return (
    <input
      className={styles.field}
      aria-label={label}
      role="spinbutton"
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      inputMode="numeric"
      value={typed ?? String(value)}
      onFocus={(event) => {
        event.currentTarget.select();
        props.onFocus?.();
      }}
      onChange={(event) => {
        const digits = event.target.value.normalize('NFKC').replace(/\D/g, '').slice(0, 4);
        setTyped(digits);
        const minutes = Number(digits);
        if (digits !== '' && minutes >= min && minutes <= max) onChange(minutes);
      }}
      onBlur={() => setTyped(undefined)}
      onKeyDown={onKeyDown}
    />
  );
}
