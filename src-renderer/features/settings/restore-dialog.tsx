import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { BackupEntry } from '#contract/data.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import styles from './data-part.module.css';
import { useMoment } from './use-moment.ts';

/** Says item by item what restoring a backup would do, and does it when asked. */
export function RestoreDialog({
  backup,
  onClose,
  onDone,
}: {
  readonly backup: BackupEntry;
  readonly onClose: () => void;
  readonly onDone: () => unknown;
}) {
  const t = useT();
  const moment = useMoment();
  const { query } = useApi();
  const cache = useQueryClient();
  const describe = useFailure();
  const { name } = backup;
  const { data, error, isFetching } = useQuery(
    query.data.previewRestore.queryOptions({
      input: { name },
      gcTime: 0,
      staleTime: 0,
      refetchOnMount: 'always',
      retry: false,
    }),
  );
  // Only what holds now: an earlier look at the same backup may have become wrong.
  const preview = isFetching ? undefined : data;
  const restore = useMutation(
    query.data.restore.mutationOptions({
      onError: (failed) => {
        const { what, next } = describe(failed);
        showToast({ tone: 'failed', title: what, detail: next });
      },
      onSuccess: async ({ replaced }) => {
        showToast({ tone: 'done', title: t('data.restored'), detail: t('data.restored-kept', { replaced }) });
        onClose();
        await cache.invalidateQueries();
        await onDone();
      },
    }),
  );
  const changes = preview ? preview.counts.added + preview.counts.changed + preview.counts.removed : 0;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('data.restore-question', { when: moment(backup.at) })}
      width="wide"
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            {t('data.restore-not')}
          </Button>
          <Button
            variant="danger"
            isDisabled={changes === 0 || restore.isPending}
            onPress={() => restore.mutate({ name })}
          >
            {t(restore.isPending ? 'data.restoring' : 'data.restore-now')}
          </Button>
        </>
      }
    >
      {error && <p role="alert">{describe(error).what}</p>}
      <div role="status">
        {!preview && !error && <p>{t('data.comparing')}</p>}
        {preview && (
          <p>{changes === 0 ? t('data.restore-same') : t('data.restore-counts', preview.counts)}</p>
        )}
      </div>
      {preview && changes > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by the keyboard
        <ul className={styles.preview} tabIndex={0} aria-label={t('data.restore-list')}>
          {preview.items.map(({ kind, change, id, label }) => (
            <li key={`${kind} ${id}`} className={styles.item}>
              <span className={styles.change} data-change={change}>
                {t(`data.change.${change}`)}
              </span>
              <span className={styles.kind}>{t(`data.item.${kind}`)}</span>
              <span className={styles.label}>{label || id}</span>
            </li>
          ))}
          {changes > preview.items.length && (
            <li className={styles.note}>
              {t('data.restore-more', { count: changes - preview.items.length })}
            </li>
          )}
        </ul>
      )}
      <p className={styles.note}>{t('data.restore-note')}</p>
    </Dialog>
  );
}
