import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import type { CaseSummary } from '#contract/library.ts';
import type { CellCase } from '#contract/pictures.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { CloseIcon } from '../../ui/icons.tsx';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import styles from './pictures.module.css';

/** So many are listed at once; thousands would make the window wait. */
const PAGE = 200;

/** The cases behind a part of a picture, each with the sentence that puts it there where there is one. */
export function CaseList(props: {
  readonly title: string;
  /** Ids, or ids with a sentence. */
  readonly cases: readonly (string | CellCase)[];
  readonly onClose?: () => void;
  readonly foot?: ReactNode;
  /** What can be done with each case, under it. */
  readonly actions?: (found: CaseSummary) => ReactNode;
}) {
  const { title, cases, onClose, foot, actions } = props;
  const t = useT();
  const words = useCaseWords();
  const inWords = useWords();
  const [shown, setShown] = useState(PAGE);
  const { query } = useApi();
  const { data: list } = useQuery(query.library.list.queryOptions());
  const byId = useMemo(
    () => new Map<string, CaseSummary>(list?.cases.map((summary) => [summary.id, summary])),
    [list],
  );
  return (
    <aside className={styles.pane} aria-label={title}>
      <div className={styles.paneHead}>
        <h2>{title}</h2>
        {onClose !== undefined && (
          <IconButton label={t('common.close')} onPress={onClose}>
            <CloseIcon />
          </IconButton>
        )}
      </div>
      <p className={styles.paneCount}>{t('pictures.cases', { count: cases.length })}</p>
      <ul className={styles.list}>
        {cases.slice(0, shown).map((one) => {
          const { id, quote, at } =
            typeof one === 'string' ? { id: one, quote: undefined, at: undefined } : one;
          const found = byId.get(id);
          if (found === undefined) return null;
          return (
            <li key={id}>
              <Link
                to="/case/$caseId"
                params={{ caseId: id }}
                search={{}}
                className={styles.item}
                id={`picture-case-${id}`}
              >
                <TypeShape type={found.type} label={words.label('type', found.type)} />
                <span className={styles.itemTitle} data-face="serif">
                  {inWords(found.title)}
                </span>
                <span className={styles.itemPlace}>
                  {inWords(found.place)} · {words.since(found.start, found.end)}
                </span>
                {quote !== undefined && (
                  <span className={styles.quote}>
                    {at !== undefined && (
                      <span className={styles.at}>{words.label('section', at, 'short')}</span>
                    )}
                    {inWords(quote)}
                  </span>
                )}
              </Link>
              {actions !== undefined && <div className={styles.itemActions}>{actions(found)}</div>}
            </li>
          );
        })}
      </ul>
      {cases.length > shown && (
        <Button variant="link" className={styles.more} onPress={() => setShown(shown + PAGE)}>
          {t('pictures.more', { count: cases.length - shown })}
        </Button>
      )}
      {foot !== undefined && <div className={styles.paneFoot}>{foot}</div>}
    </aside>
  );
}
