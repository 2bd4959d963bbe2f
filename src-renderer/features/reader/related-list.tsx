import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Case } from '#contract/case-tree.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { Dotted } from '../../ui/dotted/dotted.tsx';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import styles from './lists.module.css';

/** The cases that this one names as related. */
export function RelatedList({ found }: { readonly found: Case }) {
  const t = useT();
  const words = useCaseWords();
  const inWords = useWords();
  const { query } = useApi();
  const { data } = useQuery(query.library.list.queryOptions());
  const related = found.front.related.flatMap((id) => data?.cases.find((one) => one.id === id) ?? []);
  if (related.length === 0) return <p className={styles.none}>{t('reader.no-related')}</p>;
  return (
    <ul className={styles.list}>
      {related.map((one) => (
        <li key={one.id} className={styles.item}>
          <Link to="/case/$caseId" params={{ caseId: one.id }} search={{}} className={styles.related}>
            <TypeShape type={one.type} />
            <span className={styles.title} data-face="serif">
              {inWords(one.title)}
            </span>
            <span className={styles.small}>
              <Dotted parts={[inWords(one.place), words.since(one.start, one.end)]} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
