import { classNames } from '../../ui/class-names.ts';
import styles from './citations.module.css';
import { useSources } from './sources-context.tsx';

/** Keeps a citation with the words before it: a line never begins with one. */
const wordJoiner = '\u2060';

/** The signs of the sources that a sentence rests on; each opens its source beside the line. */
export function Citations({
  refs,
  isPulled,
}: {
  readonly refs: readonly string[];
  readonly isPulled: boolean;
}) {
  const { nameOf, open, opened } = useSources();
  return (
    <span className={classNames(styles.cites, isPulled && styles.pulled)} data-cites>
      {wordJoiner}
      {refs.map((ref) => (
        <button
          key={ref}
          type="button"
          className={styles.cite}
          data-ref={ref}
          data-open={opened?.ref === ref}
          aria-label={nameOf(ref)}
          onClick={(event) => open(ref, event.currentTarget)}
        >
          {ref}
        </button>
      ))}
    </span>
  );
}
