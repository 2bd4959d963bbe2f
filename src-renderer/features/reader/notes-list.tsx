import type { Annotation } from '#contract/annotations.ts';
import type { CaseId } from '#contract/ids.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { NoteCard } from '../../app/notes/note-card.tsx';
import styles from './lists.module.css';
import { deedsOf } from './note-deeds.ts';
import { SourceCard } from './source-card.tsx';
import { useSources } from './sources-context.tsx';
import type { Annotations } from './use-annotations.ts';
import type { NoteState } from './use-note-state.ts';

/** Notes one under the other, each with its words, where the text leaves no margin; the open source first. */
export function NotesList(props: {
  readonly caseId: CaseId;
  readonly notes: readonly Annotation[];
  readonly annotations: Annotations;
  readonly state: NoteState;
}) {
  const { caseId, notes, annotations, state } = props;
  const t = useT();
  const { opened, find } = useSources();
  const source = opened === undefined ? undefined : find(opened.ref);
  const inHand = notes.filter(({ id }) => id === state.active);
  const others = notes.filter(({ id }) => id !== state.active);
  return (
    <div className={styles.list}>
      {source !== undefined && (
        <div className={styles.item}>
          <SourceCard item={source} caseId={caseId} />
        </div>
      )}
      {notes.length === 0 && source === undefined && <p className={styles.none}>{t('reader.no-notes')}</p>}
      {[...inHand, ...others].map((note) => (
        <div key={note.id} className={styles.item}>
          <NoteCard
            note={note}
            quote={note.target.selector[1].exact}
            isActive={state.active === note.id}
            editing={state.editing?.id === note.id ? state.editing.what : undefined}
            {...deedsOf(note, annotations, state)}
          />
        </div>
      ))}
    </div>
  );
}
