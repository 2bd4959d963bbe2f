import { skipToken, useQuery } from '@tanstack/react-query';
import type { Quote } from '#contract/exchange.ts';
import type { CaseId } from '#contract/ids.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { langOf } from '../../app/i18n/i18n.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { PlusIcon } from '../../ui/icons.tsx';
import styles from './evidence-pane.module.css';

/** What the user has marked in the case, to be pulled into the cell with its sources. */
export function QuoteList(props: {
  readonly caseId: CaseId | undefined;
  /** Sections that speak of the row: what is marked there comes first. */
  readonly sections: readonly string[];
  readonly onPull: (quote: Quote) => void;
}) {
  const { caseId, sections, onPull } = props;
  const { query } = useApi();
  const t = useT();
  const language = useLanguage();
  const { data = [] } = useQuery(
    query.exchange.quotes.queryOptions({ input: caseId === undefined ? skipToken : { caseId } }),
  );
  if (data.length === 0) return null;
  const near = (quote: Quote) => Number(quote.section !== null && sections.includes(quote.section));
  const own = (quote: Quote) => Number(quote.language === language);
  const listed = data.toSorted((a, b) => near(b) - near(a) || own(b) - own(a));
  return (
    <section className={styles.list}>
      <h3 className={styles.listTitle}>{t('compare.evidence.quotes', { count: data.length })}</h3>
      <ul>
        {listed.map((quote) => (
          <li key={quote.id} className={styles.passage}>
            <p className={styles.sentence} data-face="serif" lang={langOf[quote.language]}>
              <mark className={styles.quote} data-colour={quote.colour}>
                {quote.text}
              </mark>
            </p>
            {quote.body !== '' && <p className={styles.define}>{quote.body}</p>}
            <p className={styles.source}>
              <span className={styles.ref}>
                <b>{quote.refs.join(' ')}</b>
              </span>
              <Button variant="link" icon={<PlusIcon size={14} />} onPress={() => onPull(quote)}>
                {t('compare.evidence.cite')}
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A quote as it stands in a cell: the words in quotation marks, then their sources as the receipt. */
export function quoteText({ text, refs, language }: Quote, prefix: string): string {
  const marks = refs.map((ref) => `@${prefix}${ref}`).join('; ');
  const cited = marks === '' ? '' : `${language === 'zh' ? '' : ' '}[${marks}]`;
  return `“${text}”${cited}`;
}
