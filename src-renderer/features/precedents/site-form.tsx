import { useId } from 'react';
import type { SiteAttribute } from '#contract/precedents.ts';
import { idsOf, type VocabularyList } from '#contract/vocabulary.ts';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { Checkbox } from '../../ui/choice/checkbox.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { useTypedQuery } from '../../ui/field/use-typed-query.ts';
import { Select } from '../../ui/select/select.tsx';
import type { PrecedentsAddress } from './address.ts';
import styles from './precedents.module.css';

type Change = (patch: Partial<PrecedentsAddress>, how?: 'push' | 'replace') => void;

const ticked = [
  ['space', 'space'],
  ['challenge', 'challenges'],
  ['lead', 'role'],
  ['funding', 'funding'],
] as const satisfies readonly (readonly [SiteAttribute, VocabularyList])[];
const picked = [
  ['level', 'level'],
  ['type', 'type'],
] as const satisfies readonly (readonly [SiteAttribute, VocabularyList])[];

/** What is said of a place. Whatever is left open is not compared. */
export function SiteForm({
  site,
  onChange,
}: {
  readonly site: PrecedentsAddress;
  readonly onChange: Change;
}) {
  const t = useT();
  const words = useCaseWords();
  const text = useTypedQuery(site.text ?? '', (next) =>
    onChange({ text: next === '' ? undefined : next.slice(0, 500) }, 'replace'),
  );
  return (
    <form
      className={styles.form}
      aria-label={t('precedents.form')}
      onSubmit={(event) => event.preventDefault()}
    >
      <h1 className={styles.title} data-face="serif" tabIndex={-1}>
        {t('precedents.title')}
      </h1>
      <p className={styles.lead}>{t('precedents.lead')}</p>
      <TextField
        label={t('precedents.text')}
        value={text.text}
        onChange={text.type}
        placeholder={t('precedents.text.hint')}
      />
      {picked.map(([attribute, list]) => (
        <Select
          key={attribute}
          label={t(`precedents.ask.${attribute}`)}
          value={site[attribute] ?? 'any'}
          items={[
            { id: 'any', label: t('precedents.any') },
            ...idsOf(list).map((id) => ({ id: id as string, label: words.label(list, id) })),
          ]}
          onChange={(value) => onChange({ [attribute]: value === 'any' ? undefined : value })}
        />
      ))}
      {ticked.map(([attribute, list]) => (
        <Ticks
          key={attribute}
          label={t(`precedents.ask.${attribute}`)}
          values={idsOf(list).map((id) => ({ id: id as string, label: words.label(list, id) }))}
          chosen={site[attribute] ?? []}
          onChange={(chosen) => onChange({ [attribute]: chosen })}
        />
      ))}
      <div className={styles.years}>
        <YearField
          label={t('precedents.ask.from')}
          value={site.years?.from}
          onChange={(from) => onChange({ years: yearsOf(from, site.years?.to) }, 'replace')}
        />
        <YearField
          label={t('precedents.ask.to')}
          value={site.years?.to}
          onChange={(to) => onChange({ years: yearsOf(site.years?.from, to) }, 'replace')}
        />
      </div>
    </form>
  );
}

function yearsOf(from: number | undefined, to: number | undefined): PrecedentsAddress['years'] {
  if (from === undefined && to === undefined) return undefined;
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function Ticks(props: {
  readonly label: string;
  readonly values: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}) {
  const { label, values, chosen, onChange } = props;
  const headId = useId();
  return (
    <fieldset className={styles.ticks} aria-labelledby={headId}>
      <p id={headId} className={styles.ask}>
        {label}
      </p>
      {values.map((value) => (
        <Checkbox
          key={value.id}
          isSelected={chosen.includes(value.id)}
          onChange={(isOn) =>
            onChange(isOn ? [...chosen, value.id] : chosen.filter((one) => one !== value.id))
          }
        >
          {value.label}
        </Checkbox>
      ))}
    </fieldset>
  );
}

function YearField(props: {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
}) {
  const { label, value, onChange } = props;
  const typing = useTypedQuery(value === undefined ? '' : String(value), (next) => {
    if (next.trim() === '') onChange(undefined);
    // A year that is still being typed narrows nothing yet.
    else if (/^[12]\d{3}$/.test(next.trim())) onChange(Number(next));
  });
  return <TextField label={label} value={typing.text} onChange={typing.type} />;
}
