import type { Problem } from '#contract/case-tree.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import styles from './left-out-list.module.css';

/** Files that could not be taken into the library: which, where, why. */
export function LeftOutList({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useT();
  const words = useWords();
  return (
    <>
      <p>{t('library.left-out.then')}</p>
      <ul className={styles.list}>
        {problems.map((problem) => (
          <li key={`${problem.file}:${problem.line}:${problem.column}:${problem.rule}`}>
            <p className={styles.place}>
              {problem.line > 0
                ? t('library.left-out.line', { file: problem.file, line: problem.line })
                : problem.file}
            </p>
            <p>{words(problem.message)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
