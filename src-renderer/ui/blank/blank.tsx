import type { ReactNode } from 'react';
import { WarnIcon } from '../icons.tsx';
import styles from './blank.module.css';

/** A place with nothing in it: says what belongs here and offers what fills it. */
export function Blank(props: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly level?: 1 | 2;
}) {
  const Title = props.level === 1 ? 'h1' : 'h2';
  return (
    <div className={styles.blank}>
      <Title className={styles.title} data-face="serif" tabIndex={-1}>
        {props.title}
      </Title>
      {props.children !== undefined && <div className={styles.words}>{props.children}</div>}
      {props.actions !== undefined && <div className={styles.actions}>{props.actions}</div>}
    </div>
  );
}

/** A failure in its place: what happened, what was kept, and what to do. */
export function FailureNote(props: {
  readonly what: string;
  readonly next: string;
  readonly actions?: ReactNode;
}) {
  return (
    <div className={styles.failure} role="alert">
      <WarnIcon size={16} className={styles.sign} />
      <div>
        <p className={styles.what}>{props.what}</p>
        <p className={styles.then}>{props.next}</p>
        {props.actions !== undefined && <div className={styles.actions}>{props.actions}</div>}
      </div>
    </div>
  );
}
