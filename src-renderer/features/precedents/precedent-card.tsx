import { Link } from '@tanstack/react-router';
import type { Precedent, PrecedentReason } from '#contract/precedents.ts';
import type { VocabularyList } from '#contract/vocabulary.ts';
import { langOf } from '../../app/i18n/i18n.ts';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { useTray } from '../../app/preferences/use-tray.ts';
import { Button } from '../../ui/button/button.tsx';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import styles from './precedents.module.css';

const lists: Readonly<Partial<Record<PrecedentReason['attribute'], VocabularyList>>> = {
  type: 'type',
  level: 'level',
  space: 'space',
  challenge: 'challenges',
  lead: 'role',
  funding: 'funding',
};
/** In this order, so that what differs is never lost behind what is alike. */
const verdicts = ['same', 'part', 'differs', 'not-stated'] as const;

/** A case for a place: what is alike, what differs, and where it speaks of what was asked. */
export function PrecedentCard({ precedent }: { readonly precedent: Precedent }) {
  const { id, title, type, snippet } = precedent;
  const t = useT();
  const words = useCaseWords();
  const language = useLanguage();
  const tray = useTray();
  const [range] = snippet?.ranges ?? [];
  return (
    <article className={styles.card}>
      <h3 className={styles.name} data-face="serif">
        <TypeShape type={type} label={words.label('type', type)} />
        <Link to="/case/$caseId" params={{ caseId: id }} search={{}}>
          {title}
        </Link>
      </h3>
      <Reasons reasons={precedent.reasons} />
      {snippet !== null && range !== undefined && (
        <p
          className={styles.snippet}
          lang={snippet.language === language ? undefined : langOf[snippet.language]}
        >
          <Link
            to="/case/$caseId"
            params={{ caseId: id }}
            search={{
              text: snippet.language,
              at: `${snippet.section}.${snippet.start + range[0]}.${snippet.start + range[1]}`,
            }}
          >
            {snippet.text}
          </Link>
        </p>
      )}
      <p className={styles.foot}>
        <Button variant="link" onPress={() => tray.toggle(id)}>
          {t(tray.has(id) ? 'precedents.untray' : 'precedents.tray')}
        </Button>
      </p>
    </article>
  );
}

/** Reasons by what they say, each with what the case has. */
export function Reasons({ reasons }: { readonly reasons: readonly PrecedentReason[] }) {
  const t = useT();
  const words = useCaseWords();
  const wordsOf = ({ attribute, found }: PrecedentReason) => {
    const list = lists[attribute];
    return found
      .map((one) => (list === undefined ? one : words.label(list, one)))
      .join(t('common.list-comma'));
  };
  return (
    <dl className={styles.reasons}>
      {verdicts.map((verdict) => {
        const here = reasons.filter((reason) => reason.verdict === verdict);
        if (here.length === 0) return null;
        return (
          <div key={verdict} className={styles.reason} data-verdict={verdict}>
            <dt>{t(`precedents.verdict.${verdict}`)}</dt>
            <dd>
              {here.map((reason) => (
                <span key={reason.attribute} className={styles.fact}>
                  {reason.found.length === 0
                    ? t(`precedents.attribute.${reason.attribute}`)
                    : t('precedents.fact', {
                        what: t(`precedents.attribute.${reason.attribute}`),
                        found: wordsOf(reason),
                      })}
                </span>
              ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
