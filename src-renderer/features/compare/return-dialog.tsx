import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { MAX_RETURNED, type ReturnedChange, type ReturnSummary } from '#contract/returns.ts';
import { VersionId } from '#contract/versions.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { type Failure, useFailure } from '../../app/api/use-failure.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { offerUndo } from '../../app/undo/undo.ts';
import { FailureNote } from '../../ui/blank/blank.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Checkbox } from '../../ui/choice/checkbox.tsx';
import { RadioGroup } from '../../ui/choice/radio-group.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { fileToBase64 } from '../../ui/files/file-to-base64.ts';
import { showToast } from '../../ui/toast/toast-queue.ts';
import { ChangedWords } from './changed-words.tsx';
import styles from './return-dialog.module.css';
import { useRowWords } from './use-row-words.ts';

/** A Word file of a brief opened again: what was edited in its table, what of it is taken, and what clashes. */
export function ReturnDialog({ file, onClose }: { readonly file: File; readonly onClose: () => void }) {
  const { client, query } = useApi();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const t = useT();
  const describe = useFailure();
  const [summary, setSummary] = useState<ReturnSummary>();
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const [failure, setFailure] = useState<Failure>();
  const [isWriting, setWriting] = useState(false);

  useEffect(() => {
    let isOver = false;
    const read = async () => {
      const data = await fileToBase64(file);
      if (data.length > MAX_RETURNED) {
        if (!isOver)
          setFailure({ what: t('compare.return.large', { file: file.name }), next: '', details: '' });
        return;
      }
      const found = await client.returns.plan({ file: file.name.slice(0, 255), data });
      if (isOver) return;
      setSummary(found);
      setTaken(new Set(found.changes.filter(({ state }) => state === 'apply').map(keyOfChange)));
    };
    read().catch((error: unknown) => {
      if (!isOver) setFailure(describe(error));
    });
    return () => {
      isOver = true;
    };
  }, [client, describe, file, t]);

  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: query.comparisons.key() }),
      queryClient.invalidateQueries({ queryKey: query.ownRows.key() }),
      queryClient.invalidateQueries({ queryKey: query.versions.key() }),
    ]);
  const carryOut = async (found: ReturnSummary) => {
    setWriting(true);
    try {
      const take = found.changes
        .filter((one) => taken.has(keyOfChange(one)))
        .map(({ caseId, row }) => ({ caseId, row }));
      const { id, applied, before } = await client.returns.carryOut({ plan: found.plan, take });
      // Before anything is drawn anew: an undo key pressed at once must find it.
      if (before !== null && applied > 0) {
        offerUndo({
          title: t('compare.return.done', { count: applied }),
          label: t('common.undo'),
          undo: () =>
            void client.versions
              .bringBack({ version: VersionId.parse(before) })
              .then(refresh, (error: unknown) =>
                showToast({ tone: 'failed', title: describe(error).what, detail: describe(error).next }),
              ),
        });
      }
      await refresh();
      onClose();
      await navigate({ to: '/compare/{-$comparisonId}', params: { comparisonId: id }, search: {} });
    } catch (error) {
      setFailure(describe(error));
      setWriting(false);
    }
  };

  return (
    <Dialog
      isOpen
      width="wide"
      onClose={onClose}
      title={t('compare.return.title', { file: file.name })}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          {summary !== undefined && failure === undefined && (
            <Button variant="filled" isDisabled={isWriting} onPress={() => void carryOut(summary)}>
              {taken.size === 0
                ? t(summary.comparisonId === null ? 'compare.return.make' : 'compare.return.open')
                : t('compare.return.take', { count: taken.size })}
            </Button>
          )}
        </>
      }
    >
      {failure !== undefined && <FailureNote what={failure.what} next={failure.next} />}
      {summary === undefined && failure === undefined && <p role="status">{t('common.loading')}</p>}
      {summary !== undefined && failure === undefined && (
        <Changes summary={summary} taken={taken} onTake={setTaken} />
      )}
    </Dialog>
  );
}

function Changes(props: {
  readonly summary: ReturnSummary;
  readonly taken: ReadonlySet<string>;
  readonly onTake: (taken: ReadonlySet<string>) => void;
}) {
  const { summary, taken, onTake } = props;
  const t = useT();
  const words = useWords();
  const rowWords = useRowWords(summary.ownRows);
  const set = (one: ReturnedChange, isIn: boolean) => {
    const next = new Set(taken);
    if (isIn) next.add(keyOfChange(one));
    else next.delete(keyOfChange(one));
    onTake(next);
  };
  const headOf = ({ caseId, row }: ReturnedChange) => {
    const title = summary.cases.find(({ id }) => id === caseId)?.title;
    const who = title === undefined ? t('compare.finding') : (words(title).split(/[:：]/)[0] ?? '');
    return `${who} · ${rowWords.title(row)}`;
  };
  const listed = summary.changes.filter(({ state }) => state !== 'same');
  return (
    <div className={styles.scroll}>
      <p className={styles.about}>
        {t(summary.comparisonId === null ? 'compare.return.new' : 'compare.return.known', {
          title: summary.title,
          count: listed.length,
        })}
        {!summary.recordKept && ` ${t('compare.return.no-record')}`}
      </p>
      <ul>
        {listed.map((one) => (
          <li key={keyOfChange(one)} className={styles.change}>
            {one.state === 'apply' ? (
              <Checkbox
                isSelected={taken.has(keyOfChange(one))}
                onChange={(isIn) => set(one, isIn)}
                className={styles.head}
              >
                {headOf(one)}
              </Checkbox>
            ) : (
              <p className={styles.head}>
                {headOf(one)}
                <span className={styles.clash}>{t('compare.return.conflict')}</span>
              </p>
            )}
            <dl className={styles.words}>
              <dt>{t('compare.return.here')}</dt>
              <dd>
                <ChangedWords words={one.words.was} as="was" />
              </dd>
              <dt>{t('compare.return.there')}</dt>
              <dd>
                <ChangedWords words={one.words.now} as="now" />
              </dd>
            </dl>
            {one.state === 'conflict' && (
              <RadioGroup<'here' | 'there'>
                label={t('compare.return.choose', { cell: headOf(one) })}
                isLabelHidden
                isInline
                value={taken.has(keyOfChange(one)) ? 'there' : 'here'}
                onChange={(which) => set(one, which === 'there')}
                items={[
                  { id: 'here', label: t('compare.return.keep-here') },
                  { id: 'there', label: t('compare.return.take-there') },
                ]}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function keyOfChange({ caseId, row }: ReturnedChange): string {
  return `${caseId ?? ''} ${row}`;
}
