import { ProgressBar } from 'react-aria-components';
import { Button } from '../button/button.tsx';
import styles from './progress.module.css';

/** Long work: its name, how far it is, and what ends it. */
export function Progress(props: {
  readonly label: string;
  /** What is finished, in words. */
  readonly detail?: string;
  readonly done: number;
  readonly total: number;
  readonly cancelLabel: string;
  readonly onCancel: () => void;
}) {
  const share = props.total > 0 ? (props.done / props.total) * 100 : 0;
  return (
    <div className={styles.progress}>
      <span className={styles.words}>
        {props.label} {props.detail}
      </span>
      <Button variant="link" onPress={props.onCancel}>
        {props.cancelLabel}
      </Button>
      <ProgressBar aria-label={props.label} value={share} className={styles.track ?? ''}>
        <span className={styles.bar} style={{ inlineSize: `${share}%` }} />
      </ProgressBar>
    </div>
  );
}
