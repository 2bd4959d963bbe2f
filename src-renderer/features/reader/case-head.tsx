import type { Case } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import type { CaseSummary } from '#contract/library.ts';
import { findEntry, vocabulary } from '#contract/vocabulary.ts';
import { FrameworkLink } from '../../app/framework-link.tsx';
import { langOf } from '../../app/i18n/i18n.ts';
import { useCaseWords, yearOf } from '../../app/i18n/use-case-words.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { Dotted } from '../../ui/dotted/dotted.tsx';
import { LifeCycleStrip } from '../../ui/life-cycle-strip/life-cycle-strip.tsx';
import { Phrases } from '../../ui/phrases/phrases.tsx';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import styles from './case-head.module.css';

/** The title of a case and, over it, its type, place and time, all in the language of the text. */
export function CaseTitle(props: {
  readonly found: Case;
  readonly summary: CaseSummary | undefined;
  readonly language: Language;
  /** The first of the two titles of a page is its `h1`. */
  readonly isFirst: boolean;
}) {
  const { found, summary, language, isFirst } = props;
  const { type, period } = found.front;
  const from = yearOf(period.start);
  const to = yearOf(period.end);
  const Title = isFirst ? 'h1' : 'p';
  const title = found.texts[language]?.title ?? found.front.title[language];
  return (
    <div className={styles.title} lang={langOf[language]}>
      <p className={styles.type}>
        {isFirst && <TypeShape type={type} />}
        <span className={styles.typeName}>
          <FrameworkLink list="type" id={type}>
            {findEntry('type', type)?.[language]}
          </FrameworkLink>
        </span>
        <span>
          <Dotted parts={[summary?.place[language] ?? '', spanIn(language, from, to)]} />
        </span>
      </p>
      <Title className={styles.name} data-face="serif" {...(isFirst ? { tabIndex: -1 } : {})}>
        <Phrases text={title} lang={language} />
      </Title>
    </div>
  );
}

function spanIn(language: Language, from: number | undefined, to: number | undefined): string {
  if (from === undefined) return findEntry('nothing', 'not-stated')?.[language] ?? '';
  if (to !== undefined) return from === to ? String(from) : `${from}–${to}`;
  return language === 'zh' ? `${from}年起` : `since ${from}`;
}

/** The five stages of a case's life; in both languages where both texts stand under it. */
export function CaseStrip({
  found,
  languages,
}: {
  readonly found: Case;
  readonly languages: readonly Language[];
}) {
  const t = useT();
  const words = useCaseWords();
  const { lifecycle } = found.front;
  const covered = new Set(typeof lifecycle === 'string' ? [] : lifecycle.map(({ id }) => id));
  return (
    <LifeCycleStrip
      label={t('reader.lifecycle')}
      stages={vocabulary.lifecycle.map((stage) => ({
        id: stage.id,
        isCovered: covered.has(stage.id),
        silence: words.label('nothing', 'not-stated'),
        label: languages.map((language, index) => (
          <span key={language} lang={langOf[language]} className={index === 0 ? undefined : styles.second}>
            <FrameworkLink list="lifecycle" id={stage.id}>
              {stage[language]}
            </FrameworkLink>
          </span>
        )),
      }))}
    />
  );
}
