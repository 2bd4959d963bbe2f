import type { OpenPacket } from '#contract/packets.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { classNames } from '../../ui/class-names.ts';
import { PlusIcon } from '../../ui/icons.tsx';
import { moved, OrderedList } from '../../ui/ordered-list/ordered-list.tsx';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import { newSession } from './new-items.ts';
import styles from './session-tree.module.css';
import type { PacketEdits } from './use-packet-edits.ts';

/** The packet's sessions in their order with their cases; a session that takes more than its time says so. */
export function SessionTree(props: {
  readonly open: OpenPacket;
  readonly edits: PacketEdits;
  readonly current: string | undefined;
  readonly onOpen: (sessionId: string | undefined) => void;
}) {
  const { open, edits, current, onOpen } = props;
  const t = useT();
  const words = useWords();
  const { content, edit } = edits;
  const cases = new Map(open.cases.map((one) => [one.id as string, one]));
  const minutesOf = (id: string) =>
    content.sessions.find((one) => one.id === id)?.blocks.reduce((sum, { minutes }) => sum + minutes, 0) ?? 0;
  const total = content.sessions.reduce((sum, { id }) => sum + minutesOf(id), 0);
  const over = content.sessions.flatMap((session, index) => {
    const minutes = minutesOf(session.id) - session.slotMinutes;
    return minutes > 0 ? [t('packets.over', { number: index + 1, minutes })] : [];
  });
  const add = () => {
    const session = newSession(t('packets.new-session'));
    edit((old) => ({ ...old, sessions: [...old.sessions, session] }));
    onOpen(session.id);
  };
  return (
    <div className={styles.tree}>
      <button
        type="button"
        className={styles.head}
        aria-current={current === undefined ? 'true' : undefined}
        onClick={() => onOpen(undefined)}
      >
        <span className={styles.title} data-face="serif">
          {content.title === '' ? t('packets.untitled') : content.title}
        </span>
        <span className={styles.facts}>
          {[content.subtitle, t('packets.sum', { sessions: content.sessions.length, minutes: total })]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </button>
      <OrderedList
        label={t('packets.sessions')}
        items={content.sessions}
        gripLabel={(session, index) => t('packets.move', { name: session.title || String(index + 1) })}
        onMove={(from, to) => edit((old) => ({ ...old, sessions: moved(old.sessions, from, to) }))}
      >
        {(session, { grip, index }) => (
          <>
            <div className={styles.row} data-current={current === session.id}>
              <span className={styles.grip}>{grip}</span>
              <button
                type="button"
                className={styles.session}
                aria-current={current === session.id ? 'true' : undefined}
                onClick={() => onOpen(session.id)}
              >
                <span className={styles.number}>{index + 1}</span>
                <span className={styles.name}>{session.title || t('packets.untitled-session')}</span>
                <span
                  className={classNames(
                    styles.minutes,
                    minutesOf(session.id) > session.slotMinutes && styles.over,
                  )}
                >
                  {minutesOf(session.id)}
                </span>
              </button>
            </div>
            {session.readings.length > 0 && (
              <ul className={styles.cases}>
                {session.readings.map((reading) => {
                  const found = cases.get(reading.caseId);
                  return (
                    <li key={reading.id} className={styles.case}>
                      {found === undefined ? null : <TypeShape type={found.type} size={9} />}
                      <span className={styles.name}>
                        {found === undefined ? reading.caseId : words(found.title)}
                      </span>
                      {reading.part.kind !== 'whole' && (
                        <span className={styles.minutes}>{t('packets.excerpt')}</span>
                      )}
                    </li>
                  );
                })}
              </ul>
            )}
          </>
        )}
      </OrderedList>
      <button type="button" className={styles.add} onClick={add}>
        <PlusIcon size={16} />
        {t('packets.add-session')}
      </button>
      <p className={styles.foot}>
        {over.map((line) => (
          <span key={line} className={styles.over}>
            {line}
          </span>
        ))}
        <span>{t('packets.move-hint')}</span>
      </p>
    </div>
  );
}
