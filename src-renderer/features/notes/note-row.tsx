import type { Annotation } from '#contract/annotations.ts';
import type { CaseSummary } from '#contract/library.ts';
import { langOf } from '../../app/i18n/i18n.ts';
import { useFormats, useT } from '../../app/i18n/use-t.tsx';
import { TypeShape } from '../../ui/type-shape/type-shape.tsx';
import styles from './note-row.module.css';

/** What a row says of the case its note stands in. */
export interface NoteSource {
  readonly title: string;
  readonly type: CaseSummary['type'];
}

/** A note in the list: the words it stands on, what it says, where and when. */
export function NoteRow(props: {
  readonly note: Annotation;
  readonly from: NoteSource | undefined;
  readonly isSelected: boolean;
  readonly onOpen: () => void;
}) {
  const { note, from, isSelected, onOpen } = props;
  const t = useT();
  const { day } = useFormats();
  return (
    <div className={styles.row} data-selected={isSelected} data-colour={note.colour}>
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
        {note.body !== '' && <p className={styles.body}>{note.body}</p>}
        <p className={styles.facts}>
          {note.kind === 'question' && <span>{t('reader.kind.question')}</span>}
          {note.status !== 'anchored' && (
            <span className={styles.status}>{t(`notes.status.${note.status}`)}</span>
          )}
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
    </div>
  );
}
