import { type RefObject, useMemo, useRef } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import type { CaseId } from '#contract/ids.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { NoteCard } from '../../app/notes/note-card.tsx';
import styles from './margin.module.css';
import { hasNote } from './marks.ts';
import { deedsOf } from './note-deeds.ts';
import { SourceCard } from './source-card.tsx';
import { useSources } from './sources-context.tsx';
import type { Annotations } from './use-annotations.ts';
import { type MarginItem, type Placed, useMargin } from './use-margin.ts';
import { useNear } from './use-near.ts';
import type { NoteState } from './use-note-state.ts';

/** The notes that have a place in the margin: those that say something, those in doubt, and the one in hand. */
export function notesToShow(all: readonly Annotation[], state: NoteState): readonly Annotation[] {
  return all.filter(
    (note) =>
      note.on === undefined &&
      (hasNote(note) || note.status === 'orphan' || note.status === 'to-confirm' || note.id === state.active),
  );
}

/** Notes and the open source, each beside its line and tied to it by a hairline. */
export function Margin(props: {
  readonly caseId: CaseId;
  readonly notes: readonly Annotation[];
  readonly annotations: Annotations;
  readonly state: NoteState;
  readonly article: RefObject<HTMLElement | null>;
}) {
  const { caseId, annotations, state, article } = props;
  const notes = useNear(props.notes, article, state.active);
  const t = useT();
  const margin = useRef<HTMLDivElement>(null);
  const sources = useSources();
  const { opened } = sources;
  const source = opened === undefined ? undefined : sources.find(opened.ref);
  const items = useMemo<readonly MarginItem[]>(
    () => [
      ...(opened === undefined ? [] : [{ id: 'source', findAnchor: () => opened.sign }]),
      ...notes.map((note) => ({
        id: note.id,
        findAnchor: () =>
          note.range === null
            ? (article.current?.querySelector('h1') ?? null)
            : (article.current?.querySelector(`[data-marks~="${note.id}"]`) ?? null),
      })),
    ],
    [opened, notes, article],
  );
  const placed = useMargin(items, margin, article);
  const gutter = widthBetween(article.current, margin.current);

  return (
    <div ref={margin} className={styles.margin}>
      {items.length === 0 && <p className={styles.none}>{t('reader.no-notes')}</p>}
      {source !== undefined && (
        <Slot id="source" place={placed.get('source')} gutter={gutter} isActive>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard from the buttons inside */}
          <div
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              sources.close();
            }}
          >
            <SourceCard item={source} caseId={caseId} />
          </div>
        </Slot>
      )}
      {notes.map((note) => (
        <Slot
          key={note.id}
          id={note.id}
          place={placed.get(note.id)}
          gutter={note.range === null ? 0 : gutter}
          isActive={state.active === note.id}
        >
          <NoteCard
            note={note}
            isActive={state.active === note.id}
            editing={state.editing?.id === note.id ? state.editing.what : undefined}
            {...deedsOf(note, annotations, state)}
          />
        </Slot>
      ))}
    </div>
  );
}

/** White between the text's right edge and the margin's left one, CSS px. */
function widthBetween(article: HTMLElement | null, margin: HTMLElement | null): number {
  if (article === null || margin === null) return 0;
  return Math.max(0, margin.getBoundingClientRect().left - article.getBoundingClientRect().right);
}

function Slot(props: {
  readonly id: string;
  readonly place: Placed | undefined;
  readonly gutter: number;
  readonly isActive: boolean;
  readonly children: React.ReactNode;
}) {
  const { id, place, gutter, isActive, children } = props;
  const drop = place === undefined ? 0 : place.top + 10 - place.line;
  return (
    <>
      {place !== undefined && gutter > 16 && (
        <span
          className={styles.tie}
          data-active={isActive}
          style={{
            insetBlockStart: place.line,
            insetInlineStart: 4 - gutter,
            inlineSize: gutter - 12,
            // A note that was pushed down is led to by an elbow.
            blockSize: drop > 2 ? drop : 0,
            borderInlineEndWidth: drop > 2 ? 1 : 0,
          }}
        />
      )}
      <div
        data-margin={id}
        className={styles.slot}
        // Not hidden, or the field of a new note could not take the focus.
        style={place === undefined ? { opacity: 0 } : { insetBlockStart: place.top }}
      >
        {children}
      </div>
    </>
  );
}
