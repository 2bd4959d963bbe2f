import type { CslItem } from '#contract/case.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import styles from './reader.module.css';

/** Who speaks in what is in sight: the sources cited there, counted by kind. */
export function SourcesInSight(props: {
  readonly refs: readonly string[];
  readonly references: readonly CslItem[];
  readonly onShow: () => void;
}) {
  const { refs, references, onShow } = props;
  const t = useT();
  const words = useCaseWords();
  const cited = references.filter(({ id }) => refs.includes(id));
  if (cited.length === 0) return null;
  const kinds = vocabulary.sourceKind
    .map(({ id }) => ({ id, count: cited.filter(({ custom }) => custom.kind === id).length }))
    .filter(({ count }) => count > 0);
  return (
    <button type="button" className={styles.inSight} data-print="none" onClick={onShow}>
      {t('reader.in-sight', {
        count: cited.length,
        kinds: kinds
          .map(({ id, count }) =>
            t('preview.sources.kind', { kind: words.label('sourceKind', id, 'short'), count }),
          )
          .join(t('common.comma')),
      })}
    </button>
  );
}
