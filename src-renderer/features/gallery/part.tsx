import type { ReactNode } from 'react';
import styles from './gallery-screen.module.css';

/** A part of the gallery under its name. */
export function Part(props: {
  readonly title: string;
  readonly isRow?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.part}>
      <h3 className={styles.head}>{props.title}</h3>
      <div className={props.isRow === false ? styles.stack : styles.row}>{props.children}</div>
    </section>
  );
}
