import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { BackupEntry, Findings, MendReport } from '#contract/data.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useFormats, useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import styles from './data-part.module.css';
import { formatSize } from './format-size.ts';
import { RestoreDialog } from './restore-dialog.tsx';
import { useMoment } from './use-moment.ts';

/** Backups shown at first; the rest on demand. */
const SHOWN = 5;

/** Backups, the ways back to them, and whether all is sound. */
export function DataPart() {
  const t = useT();
  const { number } = useFormats();
  const moment = useMoment();
  const { query, deliver } = useApi();
  const describe = useFailure();
  const cache = useQueryClient();
  const heading = useId();
  const [isAll, setAll] = useState(false);
  const [asked, setAsked] = useState<BackupEntry>();
  const { data: status } = useQuery(query.data.status.queryOptions());
  const refresh = () => cache.invalidateQueries({ queryKey: query.data.status.queryKey() });
  const onError = (error: unknown) => {
    const { what, next } = describe(error);
    showToast({ tone: 'failed', title: what, detail: next });
  };
  const backUp = useMutation(
    query.data.backUp.mutationOptions({
      onError,
      onSuccess: async ({ notes, cases }) => {
        showToast({ tone: 'done', title: t('data.backed-up', { notes, cases }) });
        await refresh();
      },
    }),
  );
  const check = useMutation(query.data.check.mutationOptions({ onError, onSuccess: refresh }));
  const exportAll = useMutation(
    query.data.exportAll.mutationOptions({
      onError,
      onSuccess: async (delivery) => {
        await deliver(delivery);
        showToast({ tone: 'done', title: t('data.exported'), detail: delivery.fileName });
        await refresh();
      },
    }),
  );
  const seen = useMutation(query.data.mendSeen.mutationOptions({ onError, onSuccess: refresh }));
  const backups = status?.backups ?? [];
  return (
    <>
      {status?.mended && <Mended report={status.mended} onSeen={() => seen.mutate(undefined)} />}
      <div className={styles.actions}>
        <Button onPress={() => backUp.mutate(undefined)} isDisabled={backUp.isPending}>
          {t(backUp.isPending ? 'data.backing-up' : 'data.back-up')}
        </Button>
        <Button onPress={() => check.mutate(undefined)} isDisabled={check.isPending}>
          {t(check.isPending ? 'data.checking' : 'data.check')}
        </Button>
        <Button onPress={() => exportAll.mutate(undefined)} isDisabled={exportAll.isPending}>
          {t(exportAll.isPending ? 'data.exporting' : 'data.export-all')}
        </Button>
      </div>
      <div role="status" className={styles.findings}>
        {check.data && <Found found={check.data} />}
      </div>
      <div className={styles.backups}>
        <h3 id={heading} className={styles.heading}>
          {t('data.backups')}
        </h3>
        {backups.length === 0 ? (
          <p className={styles.note}>{t('data.no-backup')}</p>
        ) : (
          <ul aria-labelledby={heading} className={styles.list}>
            {backups.slice(0, isAll ? undefined : SHOWN).map((backup) => (
              <li key={backup.name} className={styles.row}>
                <span>
                  <span className={styles.when}>{moment(backup.at)}</span>
                  <span className={styles.what}>
                    {t(`data.reason.${backup.reason}`)}
                    {' · '}
                    {t('data.holds', { notes: backup.notes, cases: backup.cases })}
                    {' · '}
                    {formatSize(backup.sizeBytes, number)}
                  </span>
                </span>
                <Button
                  variant="link"
                  aria-label={t('data.restore-from', { when: moment(backup.at) })}
                  onPress={() => setAsked(backup)}
                >
                  {t('data.restore')}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {backups.length > SHOWN && !isAll && (
          <Button variant="link" onPress={() => setAll(true)}>
            {t('data.all-backups', { count: backups.length })}
          </Button>
        )}
      </div>
      <p className={styles.note}>
        {t('data.backups-note')}{' '}
        {status?.secondPlace
          ? t(status.secondPlaceState === 'absent' ? 'data.second-absent' : 'data.second', {
              place: status.secondPlace,
            })
          : t('data.no-second')}
      </p>
      {asked && <RestoreDialog backup={asked} onClose={() => setAsked(undefined)} onDone={refresh} />}
    </>
  );
}

/** What looking everything through has found. */
function Found({ found }: { readonly found: Findings }) {
  const t = useT();
  const isSound = found.findings.every((one) => one.mended || one.kind === 'orphan');
  return (
    <>
      {isSound && <p>{t('data.sound', { notes: found.notes, backups: found.backups })}</p>}
      {found.findings.length > 0 && (
        <ul className={styles.list}>
          {found.findings.map(({ kind, where, id, mended }) => (
            <li key={`${kind} ${where} ${id}`}>
              {t(`data.finding.${kind}`, { where, id })}
              {mended && ` · ${t('data.mended')}`}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** That the data were damaged and have been brought back, until it has been read. */
function Mended({ report, onSeen }: { readonly report: MendReport; readonly onSeen: () => void }) {
  const t = useT();
  const moment = useMoment();
  const { replayed, salvaged, lost, notes, damaged } = report;
  return (
    <div className={styles.mended} role="note">
      <p className={styles.heading}>{t('data.was-mended')}</p>
      <p>
        {report.backupAt === ''
          ? t('data.mend-alone')
          : t('data.mend-from', { when: moment(report.backupAt) })}{' '}
        {t('data.mend-counts', { notes, replayed, salvaged, lost: lost.length })}
      </p>
      {lost.length > 0 && (
        <p className={styles.note}>
          {t('data.mend-lost', { ids: lost.map(({ id }) => id).join(t('common.comma')) })}
        </p>
      )}
      <p className={styles.note}>{t('data.mend-kept', { damaged })}</p>
      <Button onPress={onSeen}>{t('data.mend-seen')}</Button>
    </div>
  );
}
