import { splitCited } from '#contract/cited-text.ts';
import styles from './cited-words.module.css';

/** Keeps a citation with the words before it: a line never begins with one. */
const wordJoiner = '\u2060';

/** Words with their sources behind the claims: `S4 S5`, small and without brackets. */
export function CitedWords({ text }: { readonly text: string }) {
  return splitCited(text).map((run, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other identity, and no state
    <span key={index}>
      {run.text}
      {run.refs.length > 0 && (
        <span className={styles.cites}>
          {wordJoiner}
          {run.refs.map((ref, number) => (
            <span key={ref}>
              {number > 0 && <wbr />}
              <span className={styles.cite}>{bareRef(ref)}</span>
            </span>
          ))}
        </span>
      )}
    </span>
  ));
}

/** `S4` of `beijing-jinsong-model_S4`. */
export function bareRef(ref: string): string {
  return ref.slice(ref.lastIndexOf('_') + 1);
}
