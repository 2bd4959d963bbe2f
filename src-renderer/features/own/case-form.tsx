import { useEffect, useState } from 'react';
import { CaseType, Level } from '#contract/case.ts';
import type { CaseForm, CaseFormPatch, OpenOwnCase } from '#contract/own-cases.ts';
import { type VocabularyList, vocabulary } from '#contract/vocabulary.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Checkbox } from '../../ui/choice/checkbox.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import { Select } from '../../ui/select/select.tsx';
import styles from './case-form.module.css';

const statuses = vocabulary.status.map(({ id }) => id);
const many = ['challenges', 'space', 'tools'] as const;

/** The facts of a case as fields: what is changed here changes its lines in the text, and no others. */
export function CaseFormPane(props: {
  readonly form: CaseForm | null;
  readonly references: OpenOwnCase['references'];
  readonly onChange: (patch: CaseFormPatch) => void;
  readonly onCite: (id: string) => void;
  readonly onAddSource: () => void;
}) {
  const { form, references, onChange, onCite, onAddSource } = props;
  const t = useT();
  const words = useWords();
  const entries = (list: VocabularyList) =>
    vocabulary[list].map((entry) => ({ id: entry.id as string, label: words(entry) }));
  if (form === null) {
    return (
      <div className={styles.form}>
        <p className={styles.note}>{t('own.form.unreadable')}</p>
      </div>
    );
  }
  const field = (name: WordField, label: string, lang?: string) => (
    <LineField
      label={label}
      value={form[name]}
      {...(lang === undefined ? {} : { lang })}
      onCommit={(value) => onChange({ [name]: value })}
    />
  );
  return (
    <section className={styles.form} aria-label={t('own.form')}>
      {field('titleZh', t('own.title-zh'), 'zh-Hans')}
      {field('titleEn', t('own.title-en'), 'en')}
      <div className={styles.pair}>
        <Select
          label={t('own.type')}
          value={form.type}
          onChange={(id) => {
            const type = CaseType.safeParse(id);
            if (type.success) onChange({ type: type.data });
          }}
          items={entries('type')}
        />
        <Select
          label={t('own.level')}
          value={form.level}
          onChange={(id) => {
            const level = Level.safeParse(id);
            if (level.success) onChange({ level: level.data });
          }}
          items={entries('level')}
        />
      </div>
      <div className={styles.pair}>
        {field('country', t('own.country'))}
        {field('province', t('own.province'))}
        {field('city', t('own.city'))}
        {field('district', t('own.district'))}
      </div>
      {field('site', t('own.site'))}
      <div className={styles.pair}>
        {field('start', t('own.start'))}
        {field('end', t('own.end'))}
      </div>
      <Select
        label={t('own.status')}
        value={form.status}
        onChange={(status) => onChange({ status })}
        items={[
          ...statuses.map((id) => ({
            id: id as string,
            label: entries('status').find((one) => one.id === id)?.label ?? id,
          })),
          { id: 'not-stated', label: t('common.not-stated') },
        ]}
      />
      <LineField
        label={t('own.aliases')}
        value={form.aliases.join('；')}
        onCommit={(value) =>
          onChange({
            aliases: value
              .split(/[;；]/)
              .map((one) => one.trim())
              .filter((one) => one !== ''),
          })
        }
      />
      {many.map((list) => (
        <fieldset key={list} className={styles.group}>
          <legend>{t(`own.${list}`)}</legend>
          <div className={styles.boxes}>
            {entries(list).map(({ id, label }) => (
              <Checkbox
                key={id}
                isSelected={form[list].includes(id)}
                onChange={(isOn) =>
                  onChange({ [list]: isOn ? [...form[list], id] : form[list].filter((one) => one !== id) })
                }
              >
                {label}
              </Checkbox>
            ))}
          </div>
        </fieldset>
      ))}
      <fieldset className={styles.group}>
        <legend>{t('own.sources')}</legend>
        <div className={styles.sources}>
          {references.map(({ id, title }) => (
            <div key={`${id} ${title}`} className={styles.source}>
              <span>{id}</span>
              <span className={styles.words} title={title}>
                {title}
              </span>
              <Button variant="link" aria-label={t('own.cite-name', { id })} onPress={() => onCite(id)}>
                {t('own.cite')}
              </Button>
            </div>
          ))}
        </div>
        <div>
          <Button icon={<PlusIcon />} onPress={onAddSource}>
            {t('own.add-source')}
          </Button>
        </div>
      </fieldset>
      <p className={styles.note}>{t('own.form.rest')}</p>
    </section>
  );
}

type WordField = {
  [F in keyof CaseForm]: CaseForm[F] extends string ? F : never;
}[keyof CaseForm];

/** A line that is handed over when one leaves it, or presses Enter: not at each key, and not within an input method. */
function LineField(props: {
  readonly label: string;
  readonly value: string;
  readonly lang?: string;
  readonly onCommit: (value: string) => void;
}) {
  const { label, value, lang, onCommit } = props;
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const commit = () => {
    if (text.trim() !== value) onCommit(text.trim());
  };
  return (
    <TextField
      label={label}
      value={text}
      onChange={setText}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit();
      }}
      {...(lang === undefined ? {} : { lang })}
    />
  );
}
