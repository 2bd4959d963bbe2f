import { useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api/use-api.tsx';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import styles from './study-screen.module.css';

/** How far one is: cards, and which types and dimensions one tells rightly. */
export function ProgressTables() {
  const t = useT();
  const words = useCaseWords();
  const { query } = useApi();
  const { data } = useQuery(query.study.progress.queryOptions());
  if (data === undefined) return null;
  const { learning, known, reviews } = data.cards;
  return (
    <div className={styles.practice}>
      <p>{t('study.progress.cards', { learning, known, reviews })}</p>
      {(['types', 'dimensions'] as const).map((list) => (
        <table key={list} className={styles.table}>
          <caption>{t(`study.progress.${list}`)}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`study.progress.${list}.name`)}</th>
              <th scope="col">{t('study.progress.answered')}</th>
              <th scope="col">{t('study.progress.right')}</th>
            </tr>
          </thead>
          <tbody>
            {data[list].map(({ id, answered, right }) => (
              <tr key={id}>
                <th scope="row">{words.label(list === 'types' ? 'type' : 'dimensions', id)}</th>
                <td>{answered}</td>
                <td>{answered === 0 ? '—' : `${Math.round((right / answered) * 100)}%`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
