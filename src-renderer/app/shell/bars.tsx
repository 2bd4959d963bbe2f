import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { InfoIcon, WarnIcon } from '../../ui/icons.tsx';
import { useApi } from '../api/use-api.tsx';
import { useT } from '../i18n/use-t.tsx';
import styles from './bars.module.css';

/** What holds for the whole window: that the program has stopped, or that nothing can be written. */
export function Bars({ isAlive }: { readonly isAlive: boolean }) {
  const t = useT();
  const { query } = useApi();
  const { data: about } = useSuspenseQuery(query.app.about.queryOptions());
  const { data: report } = useQuery(query.annotations.report.queryOptions());
  const { data: state } = useQuery(query.data.status.queryOptions());
  const doubtful = report?.items.length ?? 0;
  const folder = about.dataFolder;
  return (
    <div role="status" className={styles.bars} data-print="none">
      {!isAlive && (
        <p className={styles.bar}>
          <WarnIcon size={16} />
          {t('bar.stopped')}
        </p>
      )}
      {about.readOnly !== null && (
        <p className={styles.bar}>
          <InfoIcon size={16} />
          {t('bar.read-only', { why: t(`read-only.${about.readOnly}`, { folder }) })}
        </p>
      )}
      {state?.mended && (
        <p className={styles.bar}>
          <InfoIcon size={16} />
          {t('data.bar-mended')}
          <Link to="/settings">{t('data.bar-show')}</Link>
        </p>
      )}
      {doubtful > 0 && (
        <p className={styles.bar}>
          <InfoIcon size={16} />
          {t('bar.report', { count: doubtful })}
          <Link to="/notes" search={{ status: ['to-confirm', 'orphan', 'moved'] }}>
            {t('bar.report-show')}
          </Link>
        </p>
      )}
    </div>
  );
}
