import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { PacketEdition } from '#contract/packet-document.ts';
import type { OpenPacket } from '#contract/packets.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { IconToggle } from '../../ui/button/icon-button.tsx';
import { Sheet } from '../../ui/dialog/dialog.tsx';
import { PreviewIcon } from '../../ui/icons.tsx';
import { useWidth } from '../../ui/use-width.ts';
import { BuilderBar } from './builder-bar.tsx';
import styles from './packet-builder.module.css';
import { PacketForm } from './packet-form.tsx';
import { PacketPreview } from './packet-preview.tsx';
import { SessionForm } from './session-form.tsx';
import { SessionTree } from './session-tree.tsx';
import { usePacketEdits } from './use-packet-edits.ts';

/** The narrowest window in which form and preview stand side by side, CSS px. */
const BESIDE = 1080;

/** A packet while it is put together: its sessions, the one being written, and how that will look. */
export function PacketBuilder({ open }: { readonly open: OpenPacket }) {
  const t = useT();
  const navigate = useNavigate();
  const address = useSearch({ from: '/packets/{-$packetId}' });
  const screen = useRef<HTMLDivElement>(null);
  const width = useWidth(screen) ?? BESIDE;
  const [isPeeking, setPeeking] = useState(false);
  const edits = usePacketEdits(open);
  const { content } = edits;
  const session = content.sessions.find(({ id }) => id === address.session);
  const edition = address.edition ?? 'student';
  const go = (change: { session?: string | undefined; edition?: PacketEdition }) =>
    void navigate({
      to: '/packets/{-$packetId}',
      params: { packetId: open.packet.id },
      search: { ...address, ...change },
      replace: true,
    });
  const isWide = width >= BESIDE;
  const preview = (
    <PacketPreview
      id={open.packet.id}
      revision={open.packet.revision}
      edition={edition}
      sessionId={session?.id}
      onEdition={(next) => go({ edition: next })}
    />
  );
  return (
    <div ref={screen} className={styles.screen} data-preview={isWide}>
      <aside className={styles.tree} aria-label={t('packets.sessions')}>
        <SessionTree
          open={open}
          edits={edits}
          current={session?.id}
          onOpen={(sessionId) => go({ session: sessionId })}
        />
      </aside>
      <div className={styles.form}>
        <BuilderBar
          open={open}
          edits={edits}
          edition={edition}
          peek={
            !isWide && (
              <IconToggle label={t('packets.preview')} isSelected={isPeeking} onChange={setPeeking}>
                <PreviewIcon />
              </IconToggle>
            )
          }
        />
        <div className={styles.scroller}>
          {session === undefined ? (
            <PacketForm edits={edits} />
          ) : (
            <SessionForm
              key={session.id}
              open={open}
              edits={edits}
              session={session}
              number={content.sessions.indexOf(session) + 1}
            />
          )}
        </div>
      </div>
      {isWide && (
        <aside className={styles.preview} aria-label={t('packets.preview')}>
          {preview}
        </aside>
      )}
      <Sheet
        isOpen={!isWide && isPeeking}
        onClose={() => setPeeking(false)}
        label={t('packets.preview')}
        side="right"
      >
        {preview}
      </Sheet>
    </div>
  );
}
