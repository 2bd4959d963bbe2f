import type { Activity } from '#contract/packets.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import styles from './board-list.module.css';
import { FormSection } from './form-section.tsx';
import { InlineField } from './inline-field.tsx';
import { newActivity } from './new-items.ts';
import type { SessionPart } from './session-part.ts';

/** What is done in class: its name, what the students are told, and how it is led. */
export function ActivityList({ session, change }: SessionPart) {
  const t = useT();
  const set = (id: string, patch: Partial<Activity>) =>
    change((old) => ({
      ...old,
      activities: old.activities.map((one) => (one.id === id ? { ...one, ...patch } : one)),
    }));
  return (
    <FormSection
      title={t('packets.activities')}
      action={{
        label: t('packets.add-activity'),
        run: () => change((old) => ({ ...old, activities: [...old.activities, newActivity('')] })),
      }}
    >
      {session.activities.map((activity, index) => (
        <div key={activity.id} className={styles.board}>
          <div className={styles.head}>
            <span className={styles.number}>{t('packets.link.activity', { number: index + 1 })}</span>
            <InlineField
              label={t('packets.activity-title', { number: index + 1 })}
              value={activity.title}
              placeholder={t('packets.activity-example')}
              maxLength={500}
              onChange={(title) => set(activity.id, { title })}
            />
            <IconButton
              isSmall
              label={t('packets.remove-line', { name: activity.title || String(index + 1) })}
              onPress={() =>
                change((old) => ({
                  ...old,
                  activities: old.activities.filter(({ id }) => id !== activity.id),
                }))
              }
            >
              <CloseIcon size={14} />
            </IconButton>
          </div>
          <InlineField
            isText
            label={t('packets.activity-task', { number: index + 1 })}
            value={activity.task}
            placeholder={t('packets.task-example')}
            maxLength={8000}
            onChange={(task) => set(activity.id, { task })}
          />
          <InlineField
            isText
            label={t('packets.activity-how', { number: index + 1 })}
            value={activity.how}
            placeholder={t('packets.how-example')}
            maxLength={8000}
            onChange={(how) => set(activity.id, { how })}
          />
        </div>
      ))}
    </FormSection>
  );
}
