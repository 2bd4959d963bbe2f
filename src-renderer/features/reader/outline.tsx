import type { AnnotationColour } from '#contract/annotations.ts';
import type { CaseText } from '#contract/case-tree.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { MarkSquares } from '../../app/notes/swatches.tsx';
import type { Mark } from './marks.ts';
import styles from './outline.module.css';
import { minutesToRead } from './reading-time.ts';

/** The sections of the case, which of them is being read, and where the user has marked. */
export function Outline(props: {
  readonly text: CaseText;
  readonly current: string | undefined;
  readonly marks: ReadonlyMap<string, readonly Mark[]>;
  readonly onGo: (section: string) => void;
}) {
  const { text, current, marks, onGo } = props;
  const t = useT();
  return (
    <nav className={styles.outline} aria-label={t('reader.outline')}>
      <ul>
        {text.sections.map((section) => {
          const colours: readonly AnnotationColour[] = (marks.get(section.id) ?? []).map(
            ({ annotation }) => annotation.colour,
          );
          const isCurrent = section.id === current;
          return (
            <li key={section.id}>
              <button
                type="button"
                className={styles.item}
                aria-current={isCurrent ? 'location' : undefined}
                onClick={() => onGo(section.id)}
              >
                <span className={styles.label}>{section.heading}</span>
                {colours.length > 0 && <MarkSquares colours={colours} />}
              </button>
            </li>
          );
        })}
      </ul>
      <p className={styles.foot}>{t('reader.minutes', { count: minutesToRead(text) })}</p>
    </nav>
  );
}
