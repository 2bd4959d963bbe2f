import { Button, Group, Input, Label, NumberField } from 'react-aria-components';
import styles from './stepper.module.css';

/** A year is no amount: it is not grouped. */
const format = { useGrouping: false } as const;

/** A whole number that goes up and down in steps of one. */
export function Stepper(props: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
  readonly lessLabel: string;
  readonly moreLabel: string;
}) {
  return (
    <NumberField
      className={styles.field ?? ''}
      value={props.value}
      formatOptions={format}
      minValue={props.min}
      maxValue={props.max}
      onChange={(value) => {
        if (Number.isInteger(value)) props.onChange(value);
      }}
    >
      <Label className={styles.label ?? ''}>{props.label}</Label>
      <Group className={styles.group ?? ''}>
        <Button slot="decrement" className={styles.step ?? ''} aria-label={props.lessLabel}>
          −
        </Button>
        <Input className={styles.value ?? ''} />
        <Button slot="increment" className={styles.step ?? ''} aria-label={props.moreLabel}>
          +
        </Button>
      </Group>
    </NumberField>
  );
}
