import { type ReactNode, useState } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { AnswerIcon, DeleteIcon, EditIcon, HistoryIcon } from '../../ui/icons.tsx';
import { Markdown } from '../../ui/markdown/markdown.tsx';
import { useColourName } from '../i18n/use-colour-name.ts';
import { useFormats, useT } from '../i18n/use-t.tsx';
import styles from './note-card.module.css';
import { NoteForm } from './note-form.tsx';
import { NoteHistory } from './note-history.tsx';
import type { Editing, NoteDeeds } from './note-types.ts';
import { PlaceDialog } from './place-dialog.tsx';

/** A note beside its words. To edit it, the words become a field in place; leaving the field stores them. */
export function NoteCard(
  props: NoteDeeds & {
    readonly note: Annotation;
    readonly quote?: string | undefined;
    readonly isActive: boolean;
    readonly editing: Editing | undefined;
  },
) {
  const { note, quote, isActive, editing, onEdit } = props;
  const t = useT();
  const nameOf = useColourName();
  const isOrphan = note.status === 'orphan';
  return (
    <article
      id={`note-${note.id}`}
      className={styles.card}
      data-colour={note.colour}
      data-active={isActive}
      aria-label={t('reader.note-on', { colour: nameOf(note.colour) })}
    >
      {quote !== undefined && !isOrphan && <p className={styles.quote}>{quote}</p>}
      <Doubt {...props} />
      {editing === undefined ? (
        <>
          {note.body !== '' && (
            // biome-ignore lint/a11y/noStaticElementInteractions: the pencil below does the same for keys
            // biome-ignore lint/a11y/useKeyWithClickEvents: the pencil below does the same for keys
            <div
              className={styles.body}
              onClick={(event) => {
                const isLink = event.target instanceof Element && event.target.closest('a') !== null;
                if (!isLink && window.getSelection()?.isCollapsed !== false) onEdit('body');
              }}
            >
              <Markdown>{note.body}</Markdown>
            </div>
          )}
          {note.tags.length > 0 && (
            <p className={styles.tags}>
              {note.tags.map((tag) => (
                <span key={tag} className={styles.tag}>
                  {tag}
                </span>
              ))}
            </p>
          )}
          <Foot {...props} />
        </>
      ) : (
        <NoteForm {...props} first={editing} />
      )}
    </article>
  );
}

/** That a note's place is lost or in doubt, and what settles it. */
function Doubt({
  note,
  onConfirm,
  onPickPlace,
}: Pick<NoteDeeds, 'onConfirm' | 'onPickPlace'> & { readonly note: Annotation }): ReactNode {
  const t = useT();
  const [isPlacing, setPlacing] = useState(false);
  if (note.status === 'anchored') return null;
  const { exact } = note.target.selector[1];
  return (
    <div className={styles.doubt}>
      <p className={styles.orphan}>
        {t(note.status === 'orphan' ? 'reader.orphan' : `reader.status.${note.status}`)}
        {note.status === 'to-confirm' && <> {t('reader.was')}</>}
        {note.status !== 'moved' && <q>{exact}</q>}
      </p>
      <p className={styles.settle}>
        {note.status !== 'orphan' && (
          <Button variant="link" onPress={onConfirm}>
            {t('reader.confirm')}
          </Button>
        )}
        {note.on === undefined && (
          <Button variant="link" onPress={() => setPlacing(true)}>
            {t('reader.place')}
          </Button>
        )}
      </p>
      {isPlacing && <PlaceDialog note={note} onClose={() => setPlacing(false)} onPickPlace={onPickPlace} />}
    </div>
  );
}

function Foot({ note, onEdit, onRemove, onAnswer }: NoteDeeds & { readonly note: Annotation }) {
  const t = useT();
  const { day } = useFormats();
  const [hasHistory, setHistory] = useState(false);
  const kind =
    note.kind === 'question' || note.kind === 'answer' || note.kind === 'bookmark' ? note.kind : undefined;
  return (
    <p className={styles.foot}>
      {kind !== undefined && <span className={styles.kind}>{t(`reader.kind.${kind}`)}</span>}
      {note.by !== undefined && note.by.name !== '' && <span>{t('reader.by', { name: note.by.name })}</span>}
      <time dateTime={note.modifiedAt}>{day(note.modifiedAt)}</time>
      <span className={styles.actions}>
        {note.kind === 'question' && (
          <IconButton isSmall label={t('reader.answer')} onPress={onAnswer}>
            <AnswerIcon size={14} />
          </IconButton>
        )}
        <IconButton isSmall label={t('reader.history')} onPress={() => setHistory(true)}>
          <HistoryIcon size={14} />
        </IconButton>
        <IconButton isSmall label={t('reader.edit')} onPress={() => onEdit('body')}>
          <EditIcon size={14} />
        </IconButton>
        <IconButton isSmall label={t('reader.delete')} onPress={onRemove}>
          <DeleteIcon size={14} />
        </IconButton>
      </span>
      {hasHistory && <NoteHistory note={note} onClose={() => setHistory(false)} />}
    </p>
  );
}
