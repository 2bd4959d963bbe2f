import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../app/api/use-api.tsx';
import { useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { InfoIcon } from '../../ui/icons.tsx';
import styles from './notes-screen.module.css';

/** What became of the notes when their cases were updated, until it has been read. */
export function ReportLine({ onShow }: { readonly onShow: () => void }) {
  const t = useT();
  const { query } = useApi();
  const queryClient = useQueryClient();
  const { data: report } = useQuery(query.annotations.report.queryOptions());
  const { mutate } = useMutation(
    query.annotations.reportSeen.mutationOptions({
      onSuccess: () => void queryClient.invalidateQueries({ queryKey: query.annotations.report.key() }),
    }),
  );
  if (report === null || report === undefined) return null;
  const { counts, cases, id } = report;
  return (
    <div role="status" className={styles.report}>
      <InfoIcon size={16} />
      <p>
        {t('notes.report', {
          cases,
          anchored: counts.anchored,
          moved: counts.moved,
          ask: counts['to-confirm'],
          orphan: counts.orphan,
        })}
      </p>
      {report.items.length > 0 && (
        <Button variant="link" onPress={onShow}>
          {t('notes.report-show', { count: report.items.length })}
        </Button>
      )}
      <Button variant="link" onPress={() => mutate({ id })}>
        {t('notes.report-seen')}
      </Button>
    </div>
  );
}
