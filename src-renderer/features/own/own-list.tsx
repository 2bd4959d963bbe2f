import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { OwnCase } from '#contract/own-cases.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useFormats, useT, useWords } from '../../app/i18n/use-t.tsx';
import { offerUndo } from '../../app/undo/undo.ts';
import { FailureNote } from '../../ui/blank/blank.tsx';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { DeleteIcon, PlusIcon } from '../../ui/icons.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import { NewCaseDialog } from './new-case-dialog.tsx';
import styles from './own-list.module.css';

/** The user's own cases, newest first, with what keeps each out of the library. */
export function OwnList() {
  const t = useT();
  const words = useWords();
  const describe = useFailure();
  const { query } = useApi();
  const queryClient = useQueryClient();
  const [isNew, setIsNew] = useState(false);
  const { data, error, refetch } = useQuery(query.ownCases.list.queryOptions());
  const { mutateAsync: accept } = useMutation(query.ownCases.acceptVanished.mutationOptions());
  const { mutateAsync: remove } = useMutation(query.ownCases.remove.mutationOptions());
  const { mutateAsync: restore } = useMutation(query.ownCases.restore.mutationOptions());
  const navigate = useNavigate();
  const fail = (failed: unknown) => {
    const { what, next } = describe(failed);
    showToast({ tone: 'failed', title: what, detail: next });
  };
  const refresh = () => queryClient.invalidateQueries({ queryKey: query.ownCases.key() });
  const takeAway = async ({ key, title }: OwnCase) => {
    try {
      const { bin } = await remove({ key });
      offerUndo({
        title: t('own.removed', { name: title ? words(title) : key }),
        label: t('common.undo'),
        undo: () => void restore({ bin }).then(refresh, fail),
      });
      await refresh();
    } catch (failed) {
      fail(failed);
    }
  };
  const copyPath = async (path: string) => {
    if (await copyText(path)) showToast({ tone: 'done', title: t('settings.path-copied') });
  };
  if (error !== null) {
    const { what, next } = describe(error);
    return (
      <FailureNote
        what={what}
        next={next}
        actions={<Button onPress={() => void refetch()}>{t('common.retry')}</Button>}
      />
    );
  }
  if (data === undefined) return <div className={styles.screen} />;
  const { folder, state, vanished, reading, cases, oddFiles } = data;
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <h1 className={styles.title} tabIndex={-1} data-face="serif">
          {t('own.title')}
        </h1>
        <Button variant="filled" icon={<PlusIcon />} onPress={() => setIsNew(true)}>
          {t('own.new')}
        </Button>
      </div>
      <p className={styles.note}>{t('own.note')}</p>
      <p className={styles.path}>
        <code>{folder}</code>
        <Button variant="link" onPress={() => void copyPath(folder)}>
          {t('settings.copy-path')}
        </Button>
      </p>
      {state === 'missing' && (
        <FailureNote what={t('own.missing')} next={t('own.missing.then', { folder })} />
      )}
      {state === 'vanished' && (
        <FailureNote
          what={t('own.vanished', { count: vanished })}
          next={t('own.vanished.then')}
          actions={
            <Button onPress={() => void accept({}).then(refresh, fail)}>{t('own.vanished.accept')}</Button>
          }
        />
      )}
      {reading > 0 && (
        <p className={styles.note} role="status">
          {t('own.reading', { count: reading })}
        </p>
      )}
      {cases.length === 0 && <p className={styles.empty}>{t('own.empty')}</p>}
      <ul className={styles.list}>
        {cases.map((one) => (
          <Row key={one.key} one={one} onRemove={() => void takeAway(one)} />
        ))}
      </ul>
      {oddFiles.length > 0 && (
        <section>
          <h2 className={styles.subtitle}>{t('own.odd')}</h2>
          <ul className={styles.odd}>
            {oddFiles.map((one) => (
              <li key={one.file}>
                <code>{one.file}</code> {words(one.message)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {isNew && (
        <NewCaseDialog
          onClose={() => setIsNew(false)}
          onMade={(key) => void navigate({ to: '/own', search: { case: key } })}
        />
      )}
    </div>
  );
}

function Row({ one, onRemove }: { readonly one: OwnCase; readonly onRemove: () => void }) {
  const t = useT();
  const words = useWords();
  const { day } = useFormats();
  const name = one.title ? words(one.title) : one.key;
  return (
    <li className={styles.row}>
      <Link to="/own" search={{ case: one.key }} className={styles.name} data-face="serif">
        {name}
      </Link>
      <span className={styles.facts}>
        <span className={styles.state} data-state={one.state}>
          {t(`own.state.${one.state}`)}
        </span>
        {one.errors > 0 && <span>{t('own.errors', { count: one.errors })}</span>}
        {one.warnings > 0 && <span>{t('own.warnings', { count: one.warnings })}</span>}
        {one.basedOn !== null && <span>{t('own.based-on', { id: one.basedOn })}</span>}
        <span>{day(one.modifiedAt)}</span>
        {one.id !== null && one.state !== 'clash' && (
          <Link to="/case/$caseId" params={{ caseId: one.id }} search={{}}>
            {t('own.read')}
          </Link>
        )}
      </span>
      <IconButton label={t('own.remove', { name })} onPress={onRemove}>
        <DeleteIcon />
      </IconButton>
    </li>
  );
}
