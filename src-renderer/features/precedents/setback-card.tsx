import { Link } from '@tanstack/react-router';
import type { Setback } from '#contract/precedents.ts';
import { langOf } from '../../app/i18n/i18n.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { WarnIcon } from '../../ui/icons.tsx';
import { Reasons } from './precedent-card.tsx';
import styles from './precedents.module.css';

/** One that met the same situation and stopped or failed; or the words that the library has none. */
export function SetbackCard({ setback }: { readonly setback: Setback | null }) {
  const t = useT();
  const language = useLanguage();
  if (setback === null) return <p className={styles.noSetback}>{t('precedents.no-setback')}</p>;
  const { precedent, passage, how } = setback;
  return (
    <article className={styles.setback}>
      <h3 className={styles.name} data-face="serif">
        <WarnIcon size={16} />
        <Link to="/case/$caseId" params={{ caseId: precedent.id }} search={{}}>
          {precedent.title}
        </Link>
        <span className={styles.how}>{t(`precedents.how.${how}`)}</span>
      </h3>
      {passage !== null && (
        <blockquote
          className={styles.passage}
          lang={passage.language === language ? undefined : langOf[passage.language]}
        >
          <Link
            to="/case/$caseId"
            params={{ caseId: precedent.id }}
            search={{ text: passage.language, at: `${passage.section}.${passage.start}.${passage.end}` }}
          >
            {passage.text}
          </Link>
          <cite className={styles.refs}>{t('precedents.refs', { refs: passage.refs.join(' ') })}</cite>
        </blockquote>
      )}
      <Reasons reasons={precedent.reasons} />
    </article>
  );
}
