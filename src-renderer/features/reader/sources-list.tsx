import type { Case } from '#contract/case-tree.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { EvidenceLines } from './evidence.tsx';
import { FiguresTable } from './figures-table.tsx';
import styles from './lists.module.css';
import { SourceCard } from './source-card.tsx';
import type { Annotations } from './use-annotations.ts';
import type { NoteState } from './use-note-state.ts';

/** Every source of the case, and its numbers with who gives them. */
export function SourcesList(props: {
  readonly found: Case;
  readonly onShow: (ref: string) => void;
  readonly annotations: Annotations;
  readonly state: NoteState;
}) {
  const { found, onShow, annotations, state } = props;
  const t = useT();
  return (
    <div className={styles.list}>
      <EvidenceLines evidence={found.evidence} />
      <ol>
        {found.front.references.map((item) => (
          <li key={item.id} className={styles.item}>
            <SourceCard item={item} caseId={found.id} />
            <Button variant="link" className={styles.show} onPress={() => onShow(item.id)}>
              {t('source.show')}
            </Button>
          </li>
        ))}
      </ol>
      <FiguresTable figures={found.front.figures} annotations={annotations} state={state} />
    </div>
  );
}
