import type { Figure } from '#contract/case.ts';
import { figureText } from '#contract/figure-units.ts';
import { useCaseWords } from '../../app/i18n/use-case-words.ts';
import { useLanguage, useT, useWords } from '../../app/i18n/use-t.tsx';
import { NoteCard } from '../../app/notes/note-card.tsx';
import { useSettings } from '../../app/preferences/use-settings.ts';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { NotesIcon } from '../../ui/icons.tsx';
import styles from './lists.module.css';
import { deedsOf } from './note-deeds.ts';
import type { Annotations } from './use-annotations.ts';
import type { NoteState } from './use-note-state.ts';

/** The numbers of the case, those of one quantity together, so that accounts that differ stand side by side. */
export function FiguresTable(props: {
  readonly figures: readonly Figure[];
  readonly annotations: Annotations;
  readonly state: NoteState;
}) {
  const { figures, annotations, state } = props;
  const t = useT();
  const words = useCaseWords();
  const inWords = useWords();
  const language = useLanguage();
  if (figures.length === 0) return null;
  const byQuantity = Map.groupBy(figures, ({ quantity }) => quantity);
  return (
    <section className={styles.figures}>
      <h3 className={styles.head}>{t('reader.figures', { count: figures.length })}</h3>
      <table className={styles.table}>
        <tbody>
          {[...byQuantity.values()].map((group) =>
            group.map((figure, index) => (
              <tr key={figure.id} data-continues={index > 0}>
                <th scope="row">
                  {inWords(figure.counts)}
                  <span className={styles.small}>
                    {[figure.asOf === 'not-stated' ? '' : words.date(figure.asOf), figure.refs.join(' ')]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </th>
                <td>
                  {figureText(figure, language)}
                  <FigureNotes figureId={figure.id} annotations={annotations} state={state} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}

/** The notes on a figure, and what makes one. */
function FigureNotes(props: {
  readonly figureId: string;
  readonly annotations: Annotations;
  readonly state: NoteState;
}) {
  const { figureId, annotations, state } = props;
  const t = useT();
  const language = useLanguage();
  const { highlight } = useSettings();
  const notes = annotations.all.filter(({ on }) => on?.kind === 'figure' && on.figureId === figureId);
  return (
    <>
      <IconButton
        isSmall
        label={t('reader.on-figure')}
        onPress={() => state.edit(annotations.createOnFigure(figureId, language, highlight), 'body')}
      >
        <NotesIcon size={14} />
      </IconButton>
      {notes.map((note) => (
        <NoteCard
          key={note.id}
          note={note}
          isActive={state.active === note.id}
          editing={state.editing?.id === note.id ? state.editing.what : undefined}
          {...deedsOf(note, annotations, state)}
        />
      ))}
    </>
  );
}
