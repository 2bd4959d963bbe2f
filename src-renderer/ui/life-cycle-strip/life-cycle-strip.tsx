import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import styles from './life-cycle-strip.module.css';

export interface Stage {
  readonly id: string;
  readonly label: ReactNode;
  readonly isCovered: boolean;
  /** Said after the label of a stage that is not covered. */
  readonly silence?: string;
}

/** The stages of a case's life, in ink: those that the case covers are filled, the others say that they are not. */
export function LifeCycleStrip(props: {
  readonly label: string;
  readonly stages: readonly Stage[];
  /** Only the bars, for table cells; the label then says it all. */
  readonly isBare?: boolean;
}) {
  const { label, stages, isBare = false } = props;
  if (isBare) {
    return (
      <span className={classNames(styles.strip, styles.bare)} role="img" aria-label={label}>
        {stages.map((stage) => (
          <span key={stage.id} className={styles.bar} data-covered={stage.isCovered} />
        ))}
      </span>
    );
  }
  return (
    <ol className={styles.strip} aria-label={label}>
      {stages.map((stage) => (
        <li key={stage.id} className={styles.stage}>
          <span className={styles.bar} data-covered={stage.isCovered} />
          <span className={styles.label} data-covered={stage.isCovered}>
            {stage.label}
            {!stage.isCovered && stage.silence !== undefined && <> {stage.silence}</>}
          </span>
        </li>
      ))}
    </ol>
  );
}
