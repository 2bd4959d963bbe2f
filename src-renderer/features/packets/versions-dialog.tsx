import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PacketId } from '#contract/packets.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { TextField } from '../../ui/field/text-field.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import type { PacketEdits } from './use-packet-edits.ts';
import styles from './versions-dialog.module.css';

/** The versions of a packet that were kept by hand or handed out; each can be brought back, and that undone. */
export function VersionsDialog(props: {
  readonly id: PacketId;
  readonly edits: PacketEdits;
  readonly onClose: () => void;
}) {
  const { id, edits, onClose } = props;
  const t = useT();
  const language = useLanguage();
  const describe = useFailure();
  const { query } = useApi();
  const queryClient = useQueryClient();
  const { data: versions = [] } = useQuery(query.packets.versions.queryOptions({ input: { id } }));
  const { mutateAsync: keep } = useMutation(query.packets.keepVersion.mutationOptions());
  const { mutateAsync: bringBack } = useMutation(query.packets.bringBack.mutationOptions());
  const [name, setName] = useState('');
  const run = async (work: () => Promise<unknown>) => {
    try {
      await edits.flush();
      await work();
      await queryClient.invalidateQueries({ queryKey: query.packets.key() });
    } catch (error) {
      const { what, next } = describe(error);
      showToast({ tone: 'failed', title: what, detail: next });
    }
  };
  const time = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return (
    <Dialog
      isOpen
      width="wide"
      onClose={onClose}
      title={t('packets.versions')}
      actions={<Button onPress={onClose}>{t('common.close')}</Button>}
    >
      <form
        className={styles.keep}
        onSubmit={(event) => {
          event.preventDefault();
          const given = name.trim();
          if (given === '') return;
          void run(async () => {
            await keep({ id, name: given });
            setName('');
          });
        }}
      >
        <TextField
          label={t('packets.version-name')}
          value={name}
          onChange={(value) => setName(value.slice(0, 120))}
          placeholder={t('packets.version-example')}
        />
        <Button type="submit" isDisabled={name.trim() === ''}>
          {t('packets.keep-version')}
        </Button>
      </form>
      {versions.length === 0 && <p className={styles.facts}>{t('packets.no-versions')}</p>}
      <ul>
        {versions.map((version) => (
          <li key={version.seq} className={styles.row}>
            <span>
              {version.name}
              <span className={styles.facts}>
                {t(`packets.version.${version.kind}`)} · {time.format(new Date(version.at))} ·{' '}
                {t('packets.count-sessions', { count: version.sessions })}
              </span>
            </span>
            <Button
              variant="link"
              onPress={() =>
                void run(async () => {
                  await bringBack({ id, seq: version.seq });
                  onClose();
                })
              }
            >
              {t('packets.bring-back')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
