import type { NoConnection } from './api/connection.ts';
import styles from './gate.module.css';
import { en } from './i18n/en/messages.ts';
import { zh } from './i18n/zh/messages.ts';

/** The page of a window that is not connected: in both languages, since the settings cannot be read either. */
export function Gate({ why }: { readonly why: NoConnection }) {
  return (
    <main className={styles.gate}>
      <section>
        <h1 data-face="serif">{zh['gate.title']}</h1>
        <p>{zh[`gate.${why}`]}</p>
      </section>
      <section lang="en">
        <h2 data-face="serif">{en['gate.title']}</h2>
        <p>{en[`gate.${why}`]}</p>
      </section>
    </main>
  );
}
