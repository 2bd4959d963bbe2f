import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Annotation } from '#contract/annotations.ts';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Markdown } from '../../ui/markdown/markdown.tsx';
import { useApi } from '../api/use-api.tsx';
import { useFormats, useT } from '../i18n/use-t.tsx';
import { useStoredActs } from '../undo/use-acts.ts';
import styles from './dialogs.module.css';

/** How a note read before, and the way back to one of its wordings. */
export function NoteHistory({ note, onClose }: { readonly note: Annotation; readonly onClose: () => void }) {
  const t = useT();
  const { day } = useFormats();
  const { query } = useApi();
  const acts = useStoredActs();
  const queryClient = useQueryClient();
  const { data } = useQuery(query.annotations.history.queryOptions({ input: { id: note.id } }));
  const { mutate } = useMutation(
    query.annotations.revert.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries({ queryKey: query.annotations.key() });
        acts.offerUndo(t('act.revert'));
        onClose();
      },
    }),
  );
  return (
    <Dialog isOpen onClose={onClose} title={t('reader.history')}>
      {data?.length === 0 && <p>{t('reader.history.none')}</p>}
      <ol className={styles.versions}>
        {data?.map((version) => (
          <li key={version.seq}>
            <p className={styles.small}>
              <time dateTime={version.changedAt}>{day(version.changedAt)}</time>
              {version.tags.map((tag) => ` #${tag}`)}
            </p>
            {version.body === '' ? <p>—</p> : <Markdown>{version.body}</Markdown>}
            <Button variant="link" onPress={() => mutate({ id: note.id, seq: version.seq })}>
              {t('reader.history.bring-back')}
            </Button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
