import type { CslItem } from '#contract/case.ts';
import type { CaseId } from '#contract/ids.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { showToast } from '../../ui/toast/toast-queue.ts';
import styles from './source-card.module.css';
import { authorsOf, langOfSource, numbersOf } from './source-words.ts';

/** A source: who says so and when, its title, where it appeared, and what one can do with it. */
export function SourceCard({ item, caseId }: { readonly item: CslItem; readonly caseId: CaseId }) {
  const t = useT();
  const words = useCaseWords();
  const inWords = useWords();
  const { client } = useApi();
  const lang = langOfSource(item);
  const authors = authorsOf(item, t('source.et-al'));
  const place = item['container-title'] ?? item.publisher;
  const numbers = numbersOf(item);
  const copy = async () => {
    const { text } = await client.library.cite({ id: caseId, ref: item.id });
    if (await copyText(text)) showToast({ tone: 'done', title: t('source.copied') });
  };
  return (
    <div className={styles.card}>
      <p className={styles.kind}>
        {[item.id, words.label('sourceKind', item.custom.kind, 'short'), words.date(item.issued)].join(' · ')}
      </p>
      <p className={styles.title} lang={lang} data-face="serif">
        {item.title}
      </p>
      <p className={styles.where} lang={lang}>
        {authors}
        {authors !== '' && (lang.startsWith('zh') ? '。' : '. ')}
        {place !== undefined && (lang.startsWith('zh') ? place : <em data-face="serif">{place}</em>)}
        {numbers !== '' && ` ${numbers}`}
        {place !== undefined && (lang.startsWith('zh') ? '。' : '.')}
      </p>
      {item.custom.note !== undefined && <p className={styles.where}>{inWords(item.custom.note)}</p>}
      <p className={styles.actions} data-print="none">
        {item.URL !== undefined && (
          <a href={item.URL} target="_blank" rel="noreferrer">
            {t('source.open')}
          </a>
        )}
        <Button variant="link" onPress={() => void copy()}>
          {t('source.copy')}
        </Button>
      </p>
    </div>
  );
}
