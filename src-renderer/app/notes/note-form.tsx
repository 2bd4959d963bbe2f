import { useCallback, useEffect, useRef, useState } from 'react';
import { type Annotation, AnnotationColour, Tag } from '#contract/annotations.ts';
import { FailureNote } from '../../ui/blank/blank.tsx';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { DeleteIcon } from '../../ui/icons.tsx';
import { useFailure } from '../api/use-failure.ts';
import { useT } from '../i18n/use-t.tsx';
import styles from './note-card.module.css';
import type { Editing, NotePatch } from './note-types.ts';
import { Swatches } from './swatches.tsx';

/** The words and tags of a note while they are written; leaving the fields stores them. */
export function NoteForm(props: {
  readonly note: Annotation;
  readonly first: Editing;
  readonly onEdit: (what: Editing | undefined) => void;
  readonly onUpdate: (patch: NotePatch) => Promise<void>;
  readonly onRemove: () => void;
}) {
  const { note, first, onEdit, onUpdate } = props;
  const t = useT();
  const describe = useFailure();
  const [body, setBody] = useState(note.body);
  const [tags, setTags] = useState(note.tags.join(t('common.list-comma')));
  const [failure, setFailure] = useState<unknown>();
  const form = useRef<HTMLDivElement>(null);
  const stored = useRef({ body: note.body, tags: note.tags });

  const save = useCallback(async () => {
    const next = { body: body.trim(), tags: toTags(tags) };
    const isSame = next.body === stored.current.body && next.tags.join() === stored.current.tags.join();
    if (isSame) return true;
    try {
      await onUpdate(next);
      stored.current = next;
      setFailure(undefined);
      return true;
    } catch (error) {
      setFailure(error);
      return false;
    }
  }, [body, tags, onUpdate]);

  // What was written is stored also when the card goes away with the field still open.
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => () => void latest.current(), []);

  const finish = async () => {
    if (await save()) onEdit(undefined);
  };
  const shown = failure === undefined ? undefined : describe(failure);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside, heard where they bubble to
    <div
      ref={form}
      className={styles.form}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.keyCode === 229) return;
        if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey))) {
          event.preventDefault();
          event.stopPropagation();
          void finish().then(() => {
            // Back to the words, from where the keys go on.
            const words = `[data-marks~="${note.id}"]`;
            document.querySelector<HTMLElement>(words)?.focus({ preventScroll: true });
          });
        }
      }}
      onBlur={(event) => {
        if (!form.current?.contains(event.relatedTarget)) void finish();
      }}
    >
      <TextField
        label={t(note.kind === 'question' ? 'reader.kind.question' : 'reader.note')}
        isLabelHidden
        isMultiline
        autoFocus={first === 'body'}
        placeholder={t(placeholders[note.kind] ?? 'reader.note-placeholder')}
        value={body}
        onChange={setBody}
      />
      <TextField
        label={t('reader.tags')}
        isLabelHidden
        autoFocus={first === 'tags'}
        placeholder={t('reader.tags-placeholder')}
        value={tags}
        onChange={setTags}
      />
      <div className={styles.row}>
        <Swatches
          label={t('reader.colour')}
          value={note.colour}
          onPick={(colour) => void onUpdate({ colour: AnnotationColour.parse(colour) })}
        />
        <IconButton isSmall label={t('reader.delete')} onPress={props.onRemove}>
          <DeleteIcon size={14} />
        </IconButton>
        <Button variant="link" className={styles.done} onPress={() => void finish()}>
          {t('reader.done')}
        </Button>
      </div>
      {shown !== undefined && (
        <FailureNote
          what={shown.what}
          next={shown.next}
          actions={<Button onPress={() => void finish()}>{t('common.retry')}</Button>}
        />
      )}
    </div>
  );
}

const placeholders: Partial<
  Record<Annotation['kind'], 'reader.question-placeholder' | 'reader.answer-placeholder'>
> = {
  question: 'reader.question-placeholder',
  answer: 'reader.answer-placeholder',
};

/** Tags as they were typed, between commas of either script. */
function toTags(text: string): string[] {
  const tags = text.split(/[,，、;；\n]/).flatMap((part) => Tag.safeParse(part.replace(/^#/, '')).data ?? []);
  return [...new Set(tags)];
}
