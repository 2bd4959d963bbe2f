import type { DragEvent } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import { langOf } from '../../app/i18n/i18n.ts';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useFormats, useT } from '../../app/i18n/use-t.tsx';
import { Tick } from '../../ui/choice/tick.tsx';
import { Markdown } from '../../ui/markdown/markdown.tsx';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import styles from './note-row.module.css';
import { type NotePlace, type NoteSource, useNote } from './queries.ts';

export interface NoteRowProps {
  readonly place: NotePlace;
  /** Words of the group that begins with this row. */
  readonly groupName: string | undefined;
  readonly titles: ReadonlyMap<string, NoteSource>;
  readonly isSelected: boolean;
  readonly isPicked: boolean;
  readonly onPick: (isPicked: boolean) => void;
  readonly onOpen: (note: Annotation) => void;
  readonly onDragStart: (event: DragEvent) => void;
}

/** A note in the list: the words it stands on, what it says, where and when. */
export function NoteRow(props: NoteRowProps) {
  const { place, groupName, titles, isSelected, isPicked, onPick, onOpen, onDragStart } = props;
  const note = useNote(place);
  return (
    <>
      {groupName !== undefined && (
        <p className={styles.group}>
          {groupName} <span className={styles.small}>{place.groupHead?.count}</span>
        </p>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging has its keys in the bar of what is picked */}
      <div
        className={styles.row}
        data-selected={isSelected}
        data-picked={isPicked}
        data-colour={note?.colour}
        draggable
        onDragStart={onDragStart}
      >
        <Tick isTicked={isPicked} onTick={onPick} className={styles.pick} />
        {note === undefined ? (
          <p className={styles.waiting} />
        ) : (
          <Words note={note} from={titles.get(note.caseId)} onOpen={() => onOpen(note)} />
        )}
      </div>
    </>
  );
}

function Words(props: {
  readonly note: Annotation;
  readonly from: NoteSource | undefined;
  readonly onOpen: () => void;
}) {
  const { note, from, onOpen } = props;
  const t = useT();
  const { day } = useFormats();
  const { label } = useCaseWords();
  return (
    <>
      <div className={styles.words}>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list's Enter key does the same */}
        <p
          className={styles.quote}
          lang={langOf[note.language]}
          data-face="serif"
          onClick={(event) => {
            event.stopPropagation();
            onOpen();
          }}
        >
          {note.target.selector[1].exact}
        </p>
        {note.body !== '' && (
          <div className={styles.body}>
            <Markdown isWithoutLinks>{note.body}</Markdown>
          </div>
        )}
        <p className={styles.facts}>
          {note.kind !== 'note' && note.kind !== 'highlight' && <span>{t(`notes.kind.${note.kind}`)}</span>}
          {note.on?.kind === 'figure' && <span>{t('notes.on.figure')}</span>}
          {note.on?.kind === 'cell' && <span>{t('notes.on.cell', { row: label('row', note.on.row) })}</span>}
          {note.status !== 'anchored' && (
            <span className={styles.status}>{t(`notes.status.${note.status}`)}</span>
          )}
          {note.by !== undefined && <span>{t('reader.by', { name: note.by.name || note.by.id })}</span>}
          {note.tags.map((tag) => (
            <span key={tag}>#{tag}</span>
          ))}
        </p>
      </div>
      <div className={styles.from}>
        {from !== undefined && (
          <p className={styles.case}>
            <TypeShape type={from.type} size={9} />
            <span>{from.title}</span>
          </p>
        )}
        <time dateTime={note.modifiedAt}>{day(note.modifiedAt)}</time>
      </div>
    </>
  );
}
