import { useMutation, useQuery } from '@tanstack/react-query';
import { useApi } from '../../app/api/use-api.tsx';
import { useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Progress } from '../../ui/progress/progress.tsx';
import styles from './indexing-line.module.css';

/** How far the user's own cases are in the search, while some are not; the search works meanwhile. */
export function IndexingLine() {
  const t = useT();
  const { query } = useApi();
  const { data } = useQuery(query.search.indexing.queryOptions());
  const stop = useMutation(query.search.stopIndexing.mutationOptions());
  const resume = useMutation(query.search.resumeIndexing.mutationOptions());
  if (data === undefined || data.state === 'ready') return null;
  const { state, done, total } = data;
  return (
    <div className={styles.line}>
      {state === 'indexing' ? (
        <Progress
          label={t('library.indexing')}
          detail={t('library.indexing.done', { done, total })}
          done={done}
          total={total}
          cancelLabel={t('library.indexing.stop')}
          onCancel={() => stop.mutate(undefined)}
        />
      ) : (
        <p className={styles.stopped}>
          {t('library.indexing.stopped', { count: total - done })}
          <Button variant="link" onPress={() => resume.mutate({})}>
            {t('library.indexing.resume')}
          </Button>
        </p>
      )}
    </div>
  );
}
