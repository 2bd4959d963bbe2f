import type { CaseId } from '#contract/ids.ts';
import type { RowKey } from '#contract/rows.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { keyOf } from '../../app/keys/command-table.ts';
import { NoteCard } from '../../app/notes/note-card.tsx';
import { Button } from '../../ui/button/button.tsx';
import { NotesIcon } from '../../ui/icons.tsx';
import styles from './cell-note-list.module.css';
import type { CellNotes } from './use-cell-notes.ts';

/** The user's notes on the cell in hand, and the button that begins another. */
export function CellNoteList(props: {
  readonly notes: CellNotes;
  readonly row: RowKey;
  readonly caseId: CaseId;
  readonly active: string | undefined;
}) {
  const { notes, row, caseId, active } = props;
  const t = useT();
  const here = notes.of(row, caseId);
  const isNewOpen = here.some(({ id, body }) => id === notes.editing?.id && body === '');
  return (
    <section className={styles.notes}>
      {here.map((note) => (
        <NoteCard
          key={note.id}
          note={note}
          isActive={note.id === active}
          editing={notes.editing?.id === note.id ? notes.editing.what : undefined}
          {...notes.deedsOf(note)}
        />
      ))}
      {!isNewOpen && (
        <Button
          variant="link"
          keyHint={keyOf('compare.note')}
          icon={<NotesIcon size={14} />}
          onPress={() => notes.begin(row, caseId)}
        >
          {t('compare.note')}
        </Button>
      )}
    </section>
  );
}

/** That a cell has notes, and how many; the pane shows them when the cell is gone to. */
export function CellNoteSign(props: { readonly count: number }) {
  const t = useT();
  if (props.count === 0) return null;
  return (
    <span className={styles.sign} title={t('compare.notes', { count: props.count })}>
      <NotesIcon size={13} />
      <span>{t('compare.notes', { count: props.count })}</span>
    </span>
  );
}
