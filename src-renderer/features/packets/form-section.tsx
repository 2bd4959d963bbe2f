import type { ReactNode } from 'react';
import type { PacketRemark } from '#contract/packets.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { InfoIcon } from '../../ui/icons.tsx';
import styles from './form-section.module.css';

/** A part of the form: its name, its one action at the right, and its lines. */
export function FormSection(props: {
  readonly title: string;
  readonly facts?: ReactNode;
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly isForTrainers?: boolean;
  readonly children: ReactNode;
}) {
  const { title, facts, action, isForTrainers = false, children } = props;
  const t = useT();
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {facts !== undefined && <span className={styles.facts}>{facts}</span>}
        {isForTrainers && <span className={styles.facts}>{t('packets.only-trainer')}</span>}
        {action !== undefined && (
          <Button variant="link" className={styles.action} onPress={action.run}>
            {action.label}
          </Button>
        )}
      </div>
      {children}
    </section>
  );
}

/** What could be better about the thing above, and the word that would mend it. Never in the way. */
export function Remark(props: {
  readonly remark: PacketRemark;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly onMend?: (() => void) | undefined;
}) {
  const { remark, values = {}, onMend } = props;
  const t = useT();
  const { instead } = remark;
  return (
    <p className={styles.remark}>
      <InfoIcon size={14} />
      {t(`packets.remark.${remark.rule}`, { ...values, instead: instead ?? '' })}
      {onMend !== undefined && instead !== null && (
        <Button variant="link" onPress={onMend}>
          {t('packets.mend', { instead })}
        </Button>
      )}
    </p>
  );
}
