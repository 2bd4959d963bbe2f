import { Fragment } from 'react';
import styles from './dotted.module.css';

/** Short facts with dots between them; a line breaks after a dot, never inside a fact that fits on a line. */
export function Dotted({ parts }: { readonly parts: readonly string[] }) {
  return parts
    .filter((part) => part !== '')
    .map((part, index) => (
      <Fragment key={part}>
        {index > 0 && ' · '}
        <span className={styles.fact}>{part}</span>
      </Fragment>
    ));
}
