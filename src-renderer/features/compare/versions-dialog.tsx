import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { OpenComparison } from '#contract/comparisons.ts';
import type { Version } from '#contract/versions.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { offerUndo } from '../../app/undo/undo.ts';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { DeleteIcon, EditIcon } from '../../ui/icons.tsx';
import type { Edits } from './use-edits.ts';
import type { RowWords } from './use-row-words.ts';
import { VersionDifferenceView } from './version-difference.tsx';
import styles from './versions-dialog.module.css';

/** The versions of a comparison: keep one under a name, see what it has otherwise, bring it back. */
export function VersionsDialog(props: {
  readonly open: OpenComparison;
  readonly edits: Edits;
  readonly rowWords: RowWords;
  readonly titleOf: (caseId: string) => string;
  readonly onClose: () => void;
  readonly onFail: (error: unknown) => void;
}) {
  const { open, edits, rowWords, titleOf, onClose, onFail } = props;
  const { client, query } = useApi();
  const queryClient = useQueryClient();
  const t = useT();
  const language = useLanguage();
  const { id } = open.comparison;
  const { data = [] } = useQuery(query.versions.list.queryOptions({ input: { id } }));
  const [picked, setPicked] = useState<Version['id']>();
  const [name, setName] = useState('');
  const [renaming, setRenaming] = useState<{ readonly id: Version['id']; readonly name: string }>();
  const refresh = () => queryClient.invalidateQueries({ queryKey: query.versions.key() });
  const run = (work: Promise<unknown>) => work.then(refresh).catch(onFail);
  const shown = data.find((one) => one.id === picked);
  const difference = useQuery(
    query.versions.difference.queryOptions({
      input: shown === undefined ? skipToken : { version: shown.id, language },
    }),
  );
  const when = (version: Version) =>
    new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
      dateStyle: 'medium',
      timeStyle: 'short',
    }).format(new Date(version.at));
  const nameOf = (version: Version) =>
    version.reason === 'named' ? version.name : t(`compare.version.${version.reason}`);
  const save = () => {
    const words = name.trim();
    if (words === '') return;
    void run(client.versions.save({ id, name: words }));
    setName('');
  };
  const takeAway = (version: Version) =>
    void run(
      client.versions.remove({ version: version.id }).then(() =>
        offerUndo({
          title: t('compare.version.removed', { name: nameOf(version) }),
          label: t('common.undo'),
          undo: () => void run(client.versions.restore({ version: version.id })),
        }),
      ),
    );

  return (
    <Dialog
      isOpen
      width="wide"
      onClose={onClose}
      title={t('compare.versions.title')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.close')}</Button>
          <Button
            variant="filled"
            isDisabled={shown === undefined}
            onPress={() => {
              if (shown === undefined) return;
              edits.bringBack(shown.id).catch(onFail);
              onClose();
            }}
          >
            {t('compare.version.bring-back')}
          </Button>
        </>
      }
    >
      <div className={styles.save}>
        <TextField
          label={t('compare.version.name')}
          isLabelHidden
          placeholder={t('compare.version.name')}
          value={name}
          onChange={(text) => setName(text.slice(0, 80))}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) save();
          }}
        />
        <Button isDisabled={name.trim() === ''} onPress={save}>
          {t('compare.version.save')}
        </Button>
      </div>
      <div className={styles.halves}>
        <ul className={styles.list} aria-label={t('compare.versions.title')}>
          {data.length === 0 && <li className={styles.none}>{t('compare.versions.none')}</li>}
          {data.map((version) => (
            <li key={version.id} className={styles.version} data-picked={version.id === picked}>
              {renaming?.id === version.id ? (
                <TextField
                  label={t('compare.version.rename', { name: nameOf(version) })}
                  isLabelHidden
                  autoFocus
                  value={renaming.name}
                  onChange={(text) => setRenaming({ id: version.id, name: text.slice(0, 80) })}
                  onBlur={() => setRenaming(undefined)}
                  onKeyDown={(event) => {
                    if (event.nativeEvent.isComposing) return;
                    if (event.key === 'Escape') {
                      event.stopPropagation();
                      setRenaming(undefined);
                    }
                    if (event.key !== 'Enter' || renaming.name.trim() === '') return;
                    void run(client.versions.rename({ version: version.id, name: renaming.name.trim() }));
                    setRenaming(undefined);
                  }}
                />
              ) : (
                <button
                  type="button"
                  className={styles.pick}
                  aria-pressed={version.id === picked}
                  onClick={() => setPicked(version.id)}
                >
                  <span className={styles.name}>{nameOf(version)}</span>
                  <span className={styles.facts}>
                    {when(version)} ·{' '}
                    {t('compare.version.facts', {
                      cases: version.cases,
                      rows: version.rows,
                      own: version.own,
                    })}
                  </span>
                </button>
              )}
              <span className={styles.deeds}>
                <IconButton
                  isSmall
                  label={t('compare.version.rename', { name: nameOf(version) })}
                  onPress={() =>
                    setRenaming({ id: version.id, name: version.reason === 'named' ? version.name : '' })
                  }
                >
                  <EditIcon size={14} />
                </IconButton>
                <IconButton
                  isSmall
                  label={t('compare.version.remove', { name: nameOf(version) })}
                  onPress={() => takeAway(version)}
                >
                  <DeleteIcon size={14} />
                </IconButton>
              </span>
            </li>
          ))}
        </ul>
        <section
          className={styles.difference}
          aria-label={t('compare.version.difference')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reachable by key
          tabIndex={0}
        >
          {shown === undefined || difference.data === undefined ? (
            <p className={styles.none}>{t('compare.version.pick')}</p>
          ) : (
            <VersionDifferenceView value={difference.data} rowWords={rowWords} titleOf={titleOf} />
          )}
        </section>
      </div>
    </Dialog>
  );
}
