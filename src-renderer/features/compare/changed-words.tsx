import type { ChangedWords as Words } from '#contract/comparisons.ts';
import styles from './changed-words.module.css';
import { CitedWords } from './cited-words.tsx';

/** Words of one of two texts, marked where the other has them not: struck through when gone, underlined when new. */
export function ChangedWords({ words, as }: { readonly words: Words; readonly as: 'was' | 'now' }) {
  return words.map((run, index) => {
    const Mark = as === 'was' ? 'del' : 'ins';
    return run.changed ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other identity, and no state
      <Mark key={index} className={as === 'was' ? styles.gone : styles.fresh}>
        <CitedWords text={run.text} />
      </Mark>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other identity, and no state
      <CitedWords key={index} text={run.text} />
    );
  });
}
