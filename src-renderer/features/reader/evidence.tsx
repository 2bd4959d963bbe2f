import type { Evidence } from '#contract/case-tree.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import styles from './lists.module.css';

/** How well the case is evidenced, computed: who speaks, how many voices, how much of the text cites one. */
export function EvidenceLines({ evidence }: { readonly evidence: Evidence }) {
  const t = useT();
  const words = useCaseWords();
  const { sources, independent, sentences, newest } = evidence;
  const sum = (counts: Evidence['sources']) =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  const kinds = vocabulary.sourceKind
    .filter(({ id }) => independent[id] > 0)
    .map(({ id }) =>
      t('preview.sources.kind', { kind: words.label('sourceKind', id, 'short'), count: independent[id] }),
    );
  // Rounded down: 100 means every sentence.
  const share = sentences.factual === 0 ? 100 : Math.floor((sentences.cited / sentences.factual) * 100);
  return (
    <div className={styles.evidence}>
      <p>
        {t('reader.evidence.voices', {
          count: sum(sources),
          independent: sum(independent),
          kinds: kinds.join(t('common.comma')),
        })}
      </p>
      <p>{t('reader.evidence.cited', { factual: sentences.factual, share })}</p>
      {newest !== null && <p>{t('reader.evidence.newest', { year: String(newest) })}</p>}
    </div>
  );
}
