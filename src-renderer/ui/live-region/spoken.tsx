import type { ReactNode } from 'react';
import styles from './live-region.module.css';

/** Words for those who listen only. */
export function Spoken({ children }: { readonly children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>;
}
