import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Annotation, NoteCandidate } from '#contract/annotations.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { useApi } from '../api/use-api.tsx';
import { langOf } from '../i18n/i18n.ts';
import { useT, useWords } from '../i18n/use-t.tsx';
import { useStoredActs } from '../undo/use-acts.ts';
import styles from './dialogs.module.css';

/** Where a lost note may belong: places that read like it, none chosen; or one that the user picks in the text. */
export function PlaceDialog(props: {
  readonly note: Annotation;
  readonly onClose: () => void;
  readonly onPickPlace: (() => void) | undefined;
}) {
  const { note, onClose, onPickPlace } = props;
  const t = useT();
  const words = useWords();
  const { query } = useApi();
  const acts = useStoredActs();
  const queryClient = useQueryClient();
  const { data } = useQuery(query.annotations.candidates.queryOptions({ input: { id: note.id } }));
  const { mutate } = useMutation(
    query.annotations.place.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: query.annotations.key() });
        acts.offerUndo(t('reader.placed'));
        onClose();
      },
    }),
  );
  const put = ({ section, start, end }: NoteCandidate) => mutate({ id: note.id, section, start, end });
  const headingOf = (id: string) => {
    const entry = vocabulary.section.find((one) => one.id === id);
    return entry === undefined ? id : words({ zh: entry.zh, en: entry.en });
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={t('reader.place.title')}
      actions={
        onPickPlace === undefined ? undefined : (
          <Button
            onPress={() => {
              onPickPlace();
              onClose();
            }}
          >
            {t('reader.place.in-text')}
          </Button>
        )
      }
    >
      <p className={styles.small}>{t('reader.place.old')}</p>
      <blockquote className={styles.old} lang={langOf[note.language]}>
        {note.target.selector[1].exact}
      </blockquote>
      {data !== undefined && (
        <p className={styles.small}>
          {t(data.length === 0 ? 'reader.place.none' : 'reader.place.candidates')}
        </p>
      )}
      <ol className={styles.candidates}>
        {data?.map((one) => (
          <li key={`${one.section}.${one.start}`}>
            <p lang={langOf[note.language]}>
              <span className={styles.faint}>…{one.before}</span>
              <mark className={styles.found}>{one.quote}</mark>
              <span className={styles.faint}>{one.after}…</span>
            </p>
            <p className={styles.small}>
              {headingOf(one.section)} ·{' '}
              {t('reader.place.likeness', { share: Math.round(one.likeness * 100) })}{' '}
              <Button variant="link" onPress={() => put(one)}>
                {t('reader.place.here')}
              </Button>
            </p>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
