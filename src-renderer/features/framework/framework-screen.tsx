import { useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import { type CaseSummary, FrameworkList } from '#contract/library.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import styles from './framework.module.css';
import { FrameworkWord } from './framework-word.tsx';

/** Space kept above a word that the page opens at, CSS px. */
const ROOM_ABOVE = 32;

/** The framework that the library is organised by: each word, what it means, and the cases that it holds for. */
export function FrameworkScreen() {
  const t = useT();
  const words = useCaseWords();
  const { query } = useApi();
  const { at } = useSearch({ from: '/framework' });
  const { data: framework } = useSuspenseQuery(query.library.framework.queryOptions());
  const { data: list } = useSuspenseQuery(query.library.list.queryOptions());
  const byId = useMemo(
    () => new Map<string, CaseSummary>(list.cases.map((summary) => [summary.id, summary])),
    [list],
  );
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (at === undefined) return;
    const head = page.current?.querySelector<HTMLElement>(`[data-word="${CSS.escape(at)}"] h3`);
    const scroller = page.current?.parentElement;
    if (!head || !scroller) return;
    // Only the page scrolls: scrolling into view would move the window's own parts along.
    const top = head.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    scroller.scrollTop += top - ROOM_ABOVE;
    head.focus({ preventScroll: true });
  }, [at]);
  const wordsOf = (name: FrameworkList) => framework.words.filter((word) => word.list === name);
  const draw = (name: FrameworkList, id: string, cases: readonly string[]) => (
    <FrameworkWord
      key={id}
      list={name}
      id={id}
      cases={cases.flatMap((one) => byId.get(one) ?? [])}
      isPicked={at === `${name}.${id}`}
    />
  );
  return (
    <div className={styles.screen}>
      <div ref={page} className={styles.page}>
        <h1 className={styles.title} data-face="serif" tabIndex={-1}>
          {t('framework.title')}
        </h1>
        <p className={styles.lead}>{t('framework.lead')}</p>
        <p className={styles.source}>{t('framework.source', { source: framework.source })}</p>
        {FrameworkList.options.map((name) => (
          <section key={name} className={styles.part} aria-labelledby={`framework-${name}`}>
            <h2 id={`framework-${name}`} className={styles.head}>
              {t(`framework.${name}`)}
            </h2>
            <p className={styles.note}>{t(`framework.${name}.note`)}</p>
            {name === 'dimensions'
              ? vocabulary.dimensionGroups.map((group) => (
                  <div key={group.id} className={styles.group}>
                    <p className={styles.groupName}>{words.label('dimensionGroups', group.id)}</p>
                    {wordsOf(name)
                      .filter(({ id }) => id.startsWith(`${group.id}.`))
                      .map(({ id, cases }) => draw(name, id, cases))}
                  </div>
                ))
              : wordsOf(name).map(({ id, cases }) => draw(name, id, cases))}
          </section>
        ))}
      </div>
    </div>
  );
}
