import type { OpenPacket, Session } from '#contract/packets.ts';
import { useFormats, useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { moved } from '../../ui/ordered-list/ordered-list.tsx';
import { ActivityList } from './activity-list.tsx';
import { BoardList } from './board-list.tsx';
import { FormSection, Remark } from './form-section.tsx';
import { InlineField } from './inline-field.tsx';
import { LineList } from './line-list.tsx';
import { MinutesField } from './minutes-field.tsx';
import { Plan } from './plan.tsx';
import { QuestionList } from './question-list.tsx';
import { ReadingList } from './reading-list.tsx';
import styles from './session-form.module.css';
import type { SessionPart } from './session-part.ts';
import type { PacketEdits } from './use-packet-edits.ts';

/** One session: what it is for, what is read, what is asked, and how its minutes are spent. */
export function SessionForm(props: {
  readonly open: OpenPacket;
  readonly edits: PacketEdits;
  readonly session: Session;
  readonly number: number;
}) {
  const { open, edits, session, number } = props;
  const t = useT();
  const format = useFormats();
  const change: SessionPart['change'] = (next) => edits.editSession(session.id, next);
  const part = { open, session, change };
  const sums = open.sums.find((one) => one.sessionId === session.id);
  const remarks = open.remarks.filter((one) => one.sessionId === session.id);
  const objectives = session.objectives.map((text, index) => ({ id: String(index), text }));
  const many = remarks.find(({ rule }) => rule === 'objectives-many');
  const setObjectives = (next: (old: readonly string[]) => string[]) =>
    change((old) => ({ ...old, objectives: next(old.objectives) }));
  return (
    <div className={styles.form}>
      <h1 className={styles.title} data-face="serif" tabIndex={-1}>
        <InlineField
          label={t('packets.session-title')}
          value={session.title}
          placeholder={t('packets.untitled-session')}
          maxLength={200}
          onChange={(title) => change((old) => ({ ...old, title }))}
        />
      </h1>
      <p className={styles.facts}>
        <span>{t('packets.session-number', { number })}</span>
        <MinutesField
          label={t('packets.slot')}
          value={session.slotMinutes}
          min={5}
          max={1200}
          onChange={(slotMinutes) => change((old) => ({ ...old, slotMinutes }))}
        />
        <span>{t('packets.minutes')}</span>
        <span>{t('packets.count-cases', { count: sums?.cases ?? 0 })}</span>
        <span>{t('packets.reading-length', { length: format.number(sums?.readingLength ?? 0) })}</span>
      </p>

      <FormSection
        title={t('packets.objectives')}
        action={{ label: t('packets.add-line'), run: () => setObjectives((old) => [...old, '']) }}
      >
        <LineList
          label={t('packets.objectives')}
          lineLabel={(at) => t('packets.objective', { number: at })}
          lines={objectives}
          placeholder={t('packets.objective-example')}
          onText={(index, text) => setObjectives((old) => old.with(index, text))}
          onInsert={(index) => setObjectives((old) => old.toSpliced(index, 0, ''))}
          onRemove={(index) => setObjectives((old) => old.toSpliced(index, 1))}
          onMove={(from, to) => setObjectives((old) => moved(old, from, to))}
          under={({ text }, index) => {
            const remark = remarks.find((one) => one.rule === 'objective-unseen' && one.at === String(index));
            if (remark === undefined) return null;
            const [first = ''] = /^(?:[A-Za-z]+|\p{Script=Han}{2})/u.exec(text) ?? [];
            const { instead } = remark;
            return (
              <Remark
                remark={remark}
                values={{ word: first }}
                onMend={
                  instead === null || first === ''
                    ? undefined
                    : () => setObjectives((old) => old.with(index, instead + text.slice(first.length)))
                }
              />
            );
          }}
        />
        {many !== undefined && <Remark remark={many} />}
      </FormSection>

      <ReadingList {...part} remarks={remarks} lengths={sums?.readings ?? {}} />
      <QuestionList {...part} remarks={remarks} />
      <Plan {...part} />
      <BoardList {...part} />
      <ActivityList {...part} />

      <FormSection title={t('packets.notes')} isForTrainers>
        <InlineField
          isText
          label={t('packets.notes')}
          value={session.notes}
          placeholder={t('packets.notes-example')}
          maxLength={8000}
          onChange={(notes) => change((old) => ({ ...old, notes }))}
        />
      </FormSection>

      <p className={styles.foot}>
        <Button
          variant="danger"
          onPress={() =>
            edits.edit((old) => ({
              ...old,
              sessions: old.sessions.filter(({ id }) => id !== session.id),
            }))
          }
        >
          {t('packets.remove-session')}
        </Button>
      </p>
    </div>
  );
}
