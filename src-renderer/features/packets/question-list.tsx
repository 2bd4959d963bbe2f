import { useState } from 'react';
import type { PacketRemark, Question } from '#contract/packets.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Checkbox } from '../../ui/choice/checkbox.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { moved } from '../../ui/ordered-list/ordered-list.tsx';
import { FormSection, Remark } from './form-section.tsx';
import { InlineField } from './inline-field.tsx';
import { LineList } from './line-list.tsx';
import { newQuestion } from './new-items.ts';
import styles from './pick-dialog.module.css';
import type { SessionPart } from './session-part.ts';

/** What is asked: questions of one's own, and those that the session's cases ask. */
export function QuestionList({
  open,
  session,
  change,
  remarks,
}: SessionPart & { readonly remarks: readonly PacketRemark[] }) {
  const t = useT();
  const [isPicking, setPicking] = useState(false);
  const set = (next: (old: readonly Question[]) => Question[]) =>
    change((old) => ({ ...old, questions: next(old.questions) }));
  const patch = (index: number, part: Partial<Question>) =>
    set((old) => old.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <FormSection
      title={t('packets.questions')}
      action={{ label: t('packets.pick-questions'), run: () => setPicking(true) }}
    >
      <LineList
        label={t('packets.questions')}
        lineLabel={(number) => t('packets.question', { number })}
        lines={session.questions}
        placeholder={t('packets.question-example')}
        // Once it is reworded it is the trainer's own.
        onText={(index, text) => patch(index, { text, from: null })}
        onInsert={(index) => set((old) => old.toSpliced(index, 0, newQuestion('')))}
        onRemove={(index) => set((old) => old.toSpliced(index, 1))}
        onMove={(from, to) => set((old) => moved(old, from, to))}
        under={(question, index) => {
          const remark = remarks.find(({ at }) => at === question.id);
          return (
            <>
              {remark !== undefined && <Remark remark={remark} />}
              <div className={styles.answer}>
                <InlineField
                  isText
                  label={t('packets.answer', { number: index + 1 })}
                  value={question.answer}
                  placeholder={t('packets.answer-example')}
                  maxLength={8000}
                  onChange={(answer) => patch(index, { answer })}
                />
              </div>
            </>
          );
        }}
      />
      <Button variant="link" onPress={() => set((old) => [...old, newQuestion('')])}>
        {t('packets.add-question')}
      </Button>
      {isPicking && (
        <PickQuestions open={open} session={session} change={change} onClose={() => setPicking(false)} />
      )}
    </FormSection>
  );
}

function PickQuestions({ open, session, change, onClose }: SessionPart & { readonly onClose: () => void }) {
  const t = useT();
  const words = useWords();
  const cases = open.cases.filter(({ id }) => session.readings.some(({ caseId }) => caseId === id));
  const isIn = (caseId: string, number: number) =>
    session.questions.some(({ from }) => from?.caseId === caseId && from.number === number);
  return (
    <Dialog
      isOpen
      width="wide"
      onClose={onClose}
      title={t('packets.pick-questions.title')}
      actions={
        <Button variant="filled" onPress={onClose}>
          {t('common.done')}
        </Button>
      }
    >
      {cases.length === 0 && <p className={styles.facts}>{t('packets.pick-questions.none')}</p>}
      {cases.map((one) => (
        <fieldset key={one.id} className={styles.group}>
          <legend>{words(one.title)}</legend>
          {one.questions.map((text, index) => (
            <Checkbox
              key={text}
              isSelected={isIn(one.id, index + 1)}
              onChange={(wanted) =>
                change((old) => ({
                  ...old,
                  questions: wanted
                    ? [...old.questions, newQuestion(text, { caseId: one.id, number: index + 1 })]
                    : old.questions.filter(
                        ({ from }) => from?.caseId !== one.id || from.number !== index + 1,
                      ),
                }))
              }
            >
              {text}
            </Checkbox>
          ))}
        </fieldset>
      ))}
    </Dialog>
  );
}
