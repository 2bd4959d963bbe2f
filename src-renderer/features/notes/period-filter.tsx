import { useState } from 'react';
import { z } from 'zod';
import { useT } from '../../app/i18n/use-t.tsx';
import { Select } from '../../ui/select/select.tsx';
import type { NotesAddress } from './address.ts';
import styles from './notes-screen.module.css';

const periods = ['any', 'today', 'week', 'month', 'year', 'custom'] as const;
type Period = (typeof periods)[number];

/** When the notes listed were last changed: a common period, or from one day to another. */
export function PeriodFilter(props: {
  readonly address: NotesAddress;
  readonly onChange: (patch: Partial<NotesAddress>) => void;
}) {
  const { address, onChange } = props;
  const t = useT();
  const [isCustom, setCustom] = useState(false);
  const { from, to } = address;
  const named = periods.find((period) => to === undefined && startOf(period) === from);
  const period: Period = isCustom ? 'custom' : (named ?? 'custom');
  return (
    <>
      <Select<Period>
        label={t('notes.period')}
        isLabelHidden
        isQuiet
        value={period}
        onChange={(next) => {
          setCustom(next === 'custom');
          if (next !== 'custom') onChange({ from: startOf(next), to: undefined });
        }}
        items={periods.map((id) => ({ id, label: t(`notes.period.${id}`) }))}
      />
      {period === 'custom' && (
        <>
          <DayField label={t('notes.from')} value={from} onChange={(day) => onChange({ from: day })} />
          <DayField label={t('notes.to')} value={to} onChange={(day) => onChange({ to: day })} />
        </>
      )}
    </>
  );
}

/** A day as it is written in either language; one that is none is left in the field and not asked for. */
function DayField(props: {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}) {
  const { label, value, onChange } = props;
  const [text, setText] = useState(value ?? '');
  const isDay = text.trim() === '' || z.iso.date().safeParse(text.trim()).success;
  return (
    <label className={styles.date}>
      {label}
      <input
        value={text}
        inputMode="numeric"
        placeholder="2026-01-31"
        aria-invalid={!isDay}
        onChange={(event) => {
          const written = event.target.value;
          setText(written);
          if (written.trim() === '') onChange(undefined);
          else if (z.iso.date().safeParse(written.trim()).success) onChange(written.trim());
        }}
      />
    </label>
  );
}

/** The first day of a period that ends today, by the calendar of this machine. */
function startOf(period: Period): string | undefined {
  const day = new Date();
  switch (period) {
    case 'any':
      return undefined;
    case 'custom':
      return '';
    case 'today':
      break;
    case 'week':
      day.setDate(day.getDate() - 6);
      break;
    case 'month':
      day.setDate(day.getDate() - 29);
      break;
    case 'year':
      day.setMonth(0, 1);
  }
  const two = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
