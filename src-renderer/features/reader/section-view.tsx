import { memo } from 'react';
import type { Section } from '#contract/case-tree.ts';
import { langOf } from '../../app/i18n/i18n.ts';
import { Blocks } from './blocks.tsx';
import type { InlineContext } from './inlines.tsx';
import styles from './section-view.module.css';
import { SectionTerms } from './terms/terms-context.tsx';

/** One section of a text; its abstract has no heading, being the first paragraph under the title. */
export const SectionView = memo(function SectionView(props: {
  readonly section: Section;
  readonly context: InlineContext;
}) {
  const { section, context } = props;
  const { language } = context;
  return (
    <section
      className={styles.section}
      data-section={section.id}
      data-language={language}
      lang={langOf[language]}
      data-face="serif"
      // A group and no landmark: two cases beside each other would have two of one name.
      {...(section.id === 'summary' ? { role: 'group', 'aria-label': section.heading } : {})}
    >
      {section.id !== 'summary' && (
        <h2 className={styles.heading} tabIndex={-1}>
          {section.heading}
        </h2>
      )}
      <SectionTerms language={language} section={section.id}>
        <Blocks nodes={section.blocks} context={context} />
      </SectionTerms>
    </section>
  );
});
