import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { PacketEdition } from '#contract/packet-document.ts';
import { type OpenPacket, PacketFormat } from '#contract/packets.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { useStoredActs } from '../../app/undo/use-acts.ts';
import { Button } from '../../ui/button/button.tsx';
import { IconButton } from '../../ui/button/icon-button.tsx';
import { ExportIcon, HistoryIcon, RedoIcon, UndoIcon } from '../../ui/icons.tsx';
import { announce } from '../../ui/live-region/live-region.tsx';
import { Menu, MenuItem, MenuSection } from '../../ui/menu/menu.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import styles from './builder-bar.module.css';
import type { PacketEdits } from './use-packet-edits.ts';
import { VersionsDialog } from './versions-dialog.tsx';

const editions = ['student', 'trainer'] as const;

/** Above the form: whether it is stored, undo and redo, versions, and both editions out in every format. */
export function BuilderBar(props: {
  readonly open: OpenPacket;
  readonly edits: PacketEdits;
  readonly edition: PacketEdition;
  readonly peek: ReactNode;
}) {
  const { open, edits, peek } = props;
  const t = useT();
  const { client, query, deliver } = useApi();
  const queryClient = useQueryClient();
  const describe = useFailure();
  const acts = useStoredActs();
  const [isWriting, setWriting] = useState(false);
  const [isListing, setListing] = useState(false);
  const { id } = open.packet;
  const step = async (which: 'undo' | 'redo') => {
    await edits.flush();
    await acts[which]();
    await queryClient.invalidateQueries({ queryKey: query.packets.key() });
  };
  const write = async (edition: PacketEdition, format: PacketFormat) => {
    setWriting(true);
    try {
      await edits.flush();
      const delivery = await client.packets.export({ id, edition, format });
      await deliver(delivery);
      const title = t('packets.exported');
      showToast({ tone: 'done', title, detail: delivery.fileName });
      announce(title);
    } catch (error) {
      const { what, next } = describe(error);
      showToast({ tone: 'failed', title: what, detail: next });
    } finally {
      setWriting(false);
    }
  };
  return (
    <div className={styles.bar}>
      <span className={styles.saved} role="status">
        {edits.isSaving ? t('packets.saving') : t('packets.kept')}
      </span>
      <span className={styles.tools}>
        <IconButton label={t('common.undo')} onPress={() => void step('undo')}>
          <UndoIcon />
        </IconButton>
        <IconButton label={t('act.redo')} onPress={() => void step('redo')}>
          <RedoIcon />
        </IconButton>
        <IconButton label={t('packets.versions')} onPress={() => setListing(true)}>
          <HistoryIcon />
        </IconButton>
        {peek}
        <Menu
          label={t('packets.export')}
          placement="bottom end"
          trigger={
            <Button variant="filled" icon={<ExportIcon />} isDisabled={isWriting}>
              {isWriting ? t('packets.exporting') : t('packets.export')}
            </Button>
          }
        >
          {editions.map((edition) => (
            <MenuSection key={edition} label={t(`packets.edition.${edition}`)}>
              {PacketFormat.options.map((format) => (
                <MenuItem
                  key={format}
                  id={`${edition}-${format}`}
                  textValue={t(`packets.format.${format}`)}
                  onAction={() => void write(edition, format)}
                />
              ))}
            </MenuSection>
          ))}
        </Menu>
      </span>
      {isListing && <VersionsDialog id={id} edits={edits} onClose={() => setListing(false)} />}
    </div>
  );
}
