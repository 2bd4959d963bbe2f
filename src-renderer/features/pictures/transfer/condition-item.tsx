import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Bilingual } from '#contract/ids.ts';
import type { Answer, Fill, LedgerCondition } from '#contract/transfer.ts';
import { useCaseWords } from '../../../app/i18n/use-case-words.ts';
import { useT, useWords } from '../../../app/i18n/use-t.tsx';
import { Segmented } from '../../../ui/button/segmented.tsx';
import { TextField } from '../../../ui/field/text-field.tsx';
import styles from './transfer.module.css';

const answers = ['met', 'missing', 'unsure', 'open'] as const;

/** One condition: whether it is met here, what the user says of it, and how others met the like. */
export function ConditionItem(props: {
  readonly condition: LedgerCondition;
  readonly titles: ReadonlyMap<string, Bilingual>;
  /** False while no place is chosen: nothing can be said then. */
  readonly canAnswer: boolean;
  readonly onAnswer: (answer: Answer | null, note: string) => void;
}) {
  const { condition, titles, canAnswer, onAnswer } = props;
  const t = useT();
  const words = useWords();
  const [note, setNote] = useState(condition.note);
  useEffect(() => setNote(condition.note), [condition.note]);
  const isGap = condition.answer === 'missing' || condition.answer === 'unsure';
  const { fills } = condition;
  return (
    <li className={styles.condition} data-answer={condition.answer ?? 'open'}>
      <p className={styles.words}>
        {words(condition.condition)} <span className={styles.refs}>{condition.refs.join(' ')}</span>
      </p>
      {condition.answeredTo !== null && (
        <p className={styles.quiet}>{t('transfer.reworded', { before: words(condition.answeredTo) })}</p>
      )}
      {canAnswer && (
        <div className={styles.answer}>
          <Segmented
            label={t('transfer.answer', { condition: words(condition.condition) })}
            value={condition.answer ?? 'open'}
            onChange={(id) => onAnswer(id === 'open' ? null : id, note)}
            items={answers.map((id) => ({ id, label: t(`transfer.answer.${id}`) }))}
          />
          {condition.answer !== null && (
            <div className={styles.note}>
              <TextField
                isLabelHidden
                label={t('transfer.note', { condition: words(condition.condition) })}
                placeholder={t('transfer.note.example')}
                value={note}
                onChange={setNote}
                onBlur={() => {
                  if (note !== condition.note) onAnswer(condition.answer, note);
                }}
              />
            </div>
          )}
        </div>
      )}
      {isGap && <Fills fills={fills} titles={titles} />}
      {condition.answer === null && (
        <details className={styles.details}>
          <summary>{t('transfer.elsewhere', { count: fills.length })}</summary>
          <Fills fills={fills} titles={titles} />
        </details>
      )}
    </li>
  );
}

function Fills(props: { readonly fills: readonly Fill[]; readonly titles: ReadonlyMap<string, Bilingual> }) {
  const { fills, titles } = props;
  const t = useT();
  const words = useWords();
  const caseWords = useCaseWords();
  if (fills.length === 0) return <p className={styles.quiet}>{t('transfer.no-fill')}</p>;
  return (
    <ul className={styles.fills} aria-label={t('transfer.elsewhere', { count: fills.length })}>
      {fills.map(({ caseId, condition, how, kinds }) => {
        const title = titles.get(caseId);
        const at =
          how === undefined ? 'transfers' : `${how.section}.${how.start}.${how.start + how.text.length}`;
        return (
          <li key={caseId}>
            <p>
              <Link to="/case/$caseId" params={{ caseId }} search={{ at }}>
                {title === undefined ? caseId : words(title)}
              </Link>
              {kinds.length > 0 && (
                <span className={styles.kinds}>
                  {kinds.map((kind) => words(kind)).join(t('common.list-comma'))}
                </span>
              )}
            </p>
            <p className={styles.how}>
              {how === undefined ? (
                words(condition)
              ) : (
                <>
                  <span className={styles.at}>{caseWords.label('section', how.section, 'short')}</span>
                  {how.text} <span className={styles.refs}>{how.refs.join(' ')}</span>
                </>
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
