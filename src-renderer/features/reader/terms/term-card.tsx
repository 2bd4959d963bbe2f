import type { GlossaryTerm } from '#contract/glossary.ts';
import { langOf } from '../../../app/i18n/i18n.ts';
import { useLanguage } from '../../../app/i18n/use-t.tsx';
import { AnchoredPopover } from '../../../ui/popover/anchored-popover.tsx';
import styles from './terms.module.css';

/** A term in both languages with what it means, beside the word that asked for it. */
export function TermCard(props: {
  readonly term: GlossaryTerm;
  readonly sign: HTMLElement;
  readonly onClose: () => void;
}) {
  const { term, sign, onClose } = props;
  const language = useLanguage();
  const order = language === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const);
  return (
    <AnchoredPopover anchor={sign} label={term[language]} onClose={onClose}>
      <dl className={styles.card}>
        {order.map((one) => (
          <div key={one} lang={langOf[one]}>
            <dt className={styles.name}>{term[one]}</dt>
            <dd data-face="serif">{term.define[one]}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.source}>{term.source}</p>
    </AnchoredPopover>
  );
}
