import type { Ref } from 'react';
import type { Case } from '#contract/case-tree.ts';
import type { Language } from '#contract/ids.ts';
import type { CaseSummary } from '#contract/library.ts';
import { CaseStrip, CaseTitle } from './case-head.tsx';
import styles from './case-text.module.css';
import type { InlineContext } from './inlines.tsx';
import { CasePictures } from './pictures/case-pictures.tsx';
import { PrintedSources } from './printed-sources.tsx';
import { SectionView } from './section-view.tsx';
import { TermsProvider } from './terms/terms-context.tsx';

export interface CaseTextProps {
  readonly found: Case;
  readonly summary: CaseSummary | undefined;
  /** One language, or both side by side, the first at the left. */
  readonly languages: readonly Language[];
  readonly contextOf: (language: Language, section: string) => InlineContext;
  readonly article: Ref<HTMLElement>;
}

/** The case as it is read: title, stages, sections; two texts stand beside each other section by section. */
export function CaseText({ found, summary, languages, contextOf, article }: CaseTextProps) {
  const ids = [
    ...new Set(languages.flatMap((language) => found.texts[language]?.sections.map(({ id }) => id) ?? [])),
  ];
  return (
    <article ref={article} className={styles.article} data-beside={languages.length > 1}>
      <header className={styles.head}>
        <div className={styles.row}>
          {languages.map((language, index) => (
            <CaseTitle
              key={language}
              found={found}
              summary={summary}
              language={language}
              isFirst={index === 0}
            />
          ))}
        </div>
        <div className={styles.strip}>
          <CaseStrip found={found} languages={languages} />
        </div>
      </header>
      <TermsProvider found={found}>
        {ids.map((id) => (
          <div key={id} className={styles.row}>
            {languages.map((language) => {
              const section = found.texts[language]?.sections.find((one) => one.id === id);
              if (section === undefined) return <div key={language} />;
              return <SectionView key={language} section={section} context={contextOf(language, id)} />;
            })}
          </div>
        ))}
      </TermsProvider>
      <CasePictures found={found} />
      <PrintedSources found={found} />
    </article>
  );
}
