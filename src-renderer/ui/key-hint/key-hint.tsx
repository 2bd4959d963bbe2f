import { CornerDownLeft } from 'lucide-react';
import styles from './key-hint.module.css';

/**
 * A key as people read it. The sign of Enter is drawn: none of the faces that come with the program has it, and
 * not every system does.
 */
export function KeyHint({ keys }: { readonly keys: string }) {
  const [before = '', ...rest] = keys.split('↵');
  if (rest.length === 0) return keys;
  return (
    <span className={styles.keys}>
      {before}
      <CornerDownLeft size={13} strokeWidth={1.5} absoluteStrokeWidth role="img" aria-label="Enter" />
      {rest.join('')}
    </span>
  );
}
