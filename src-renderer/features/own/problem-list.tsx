import type { Problem } from '#contract/case-tree.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { WarnIcon } from '../../ui/icons.tsx';
import styles from './problem-list.module.css';

/** What is wrong in a case, errors first; each leads to its place. */
export function ProblemList(props: {
  readonly problems: readonly Problem[];
  readonly onGo: (file: string, line: number, column: number) => void;
}) {
  const t = useT();
  const words = useWords();
  const { problems, onGo } = props;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const sorted = [...errors, ...problems.filter(({ severity }) => severity !== 'error')];
  return (
    <section className={styles.pane} aria-label={t('own.problems')}>
      <p className={styles.count} role="status">
        {problems.length === 0
          ? t('own.problems.none')
          : t('own.problems.count', { errors: errors.length, warnings: problems.length - errors.length })}
      </p>
      <ul className={styles.list}>
        {sorted.map((one) => (
          <li key={`${one.file} ${one.line} ${one.column} ${one.rule} ${one.actual}`}>
            <button
              type="button"
              className={styles.problem}
              data-severity={one.severity}
              onClick={() => onGo(one.file, one.line, one.column)}
            >
              <WarnIcon size={14} className={styles.sign} />
              <span>
                {words(one.message)}{' '}
                <span className={styles.place}>
                  {t('own.problems.at', { file: one.file, line: one.line })}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
