import type { Figure } from '#contract/case.ts';
import { figureText } from '#contract/figure-units.ts';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useLanguage, useT, useWords } from '../../app/i18n/use-t.tsx';
import styles from './lists.module.css';

/** The numbers of the case, those of one quantity together, so that accounts that differ stand side by side. */
export function FiguresTable({ figures }: { readonly figures: readonly Figure[] }) {
  const t = useT();
  const words = useCaseWords();
  const inWords = useWords();
  const language = useLanguage();
  if (figures.length === 0) return null;
  const byQuantity = Map.groupBy(figures, ({ quantity }) => quantity);
  return (
    <section className={styles.figures}>
      <h3 className={styles.head}>{t('reader.figures', { count: figures.length })}</h3>
      <table className={styles.table}>
        <tbody>
          {[...byQuantity.values()].map((group) =>
            group.map((figure, index) => (
              <tr key={figure.id} data-continues={index > 0}>
                <th scope="row">
                  {inWords(figure.counts)}
                  <span className={styles.small}>
                    {[figure.asOf === 'not-stated' ? '' : words.date(figure.asOf), figure.refs.join(' ')]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </th>
                <td>{figureText(figure, language)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}
