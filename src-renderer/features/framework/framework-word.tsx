import { Link } from '@tanstack/react-router';
import type { CaseSummary, FrameworkList } from '#contract/library.ts';
import type { FacetId } from '#contract/search.ts';
import { findEntry } from '#contract/vocabulary.ts';
import { langOf } from '../../app/i18n/i18n.ts';
import { useLanguage, useT, useWords } from '../../app/i18n/use-t.tsx';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import styles from './framework.module.css';

/** The facet that narrows the library to a word; a concern has none. */
const facetOf: Readonly<Record<FrameworkList, FacetId | undefined>> = {
  type: 'type',
  challenges: 'challenge',
  dimensions: 'dimension',
  lifecycle: 'stage',
  concerns: undefined,
};
/** So many cases are named at once; the rest when asked for. */
const NAMED = 6;

/** One word of the framework in both languages, its meaning, and its cases. */
export function FrameworkWord(props: {
  readonly list: FrameworkList;
  readonly id: string;
  readonly cases: readonly CaseSummary[];
  readonly isPicked: boolean;
}) {
  const { list, id, cases, isPicked } = props;
  const t = useT();
  const language = useLanguage();
  const inWords = useWords();
  const other = language === 'zh' ? 'en' : 'zh';
  const entry = findEntry(list, id);
  const facet = facetOf[list];
  if (entry === undefined) return null;
  const item = (one: CaseSummary) => (
    <li key={one.id}>
      <Link to="/case/$caseId" params={{ caseId: one.id }} search={{}} className={styles.case}>
        <TypeShape type={one.type} />
        <span>{inWords(one.title)}</span>
      </Link>
    </li>
  );
  return (
    <article className={styles.word} data-word={`${list}.${id}`} data-picked={isPicked}>
      <div className={styles.meaning}>
        <h3 className={styles.name} tabIndex={-1}>
          {list === 'type' && <TypeShape type={id as CaseSummary['type']} />}
          <span>{entry[language]}</span>
          <span className={styles.other} lang={langOf[other]}>
            {entry[other]}
          </span>
        </h3>
        <p data-face="serif">{entry.define?.[language]}</p>
        <p className={styles.otherMeaning} lang={langOf[other]} data-face="serif">
          {entry.define?.[other]}
        </p>
      </div>
      <div className={styles.cases}>
        <p className={styles.count}>
          {t('framework.cases', { count: cases.length })}
          {facet !== undefined && cases.length > 0 && (
            <Link to="/library" search={{ filters: { [facet]: [id] } }} className={styles.inLibrary}>
              {t('framework.in-library')}
            </Link>
          )}
        </p>
        <ul>{cases.slice(0, NAMED).map(item)}</ul>
        {cases.length > NAMED && (
          <details>
            <summary className={styles.more}>{t('framework.more', { count: cases.length - NAMED })}</summary>
            <ul>{cases.slice(NAMED).map(item)}</ul>
          </details>
        )}
      </div>
    </article>
  );
}
