import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import type { Case } from '#contract/case-tree.ts';
import { useApi } from '../../app/api/use-api.tsx';
import type { RunChange } from '../../app/collect/use-own-changes.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import { Button } from '../../ui/button/button.tsx';
import { Dialog } from '../../ui/dialog/dialog.tsx';
import { Select } from '../../ui/select/select.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import { putIntoSession } from './into-session.ts';
import styles from './notes-screen.module.css';

/** So many notes go at once: more would be no reading for a session. */
const MOST = 200;

/** Which session of which packet takes the picked notes: passages to read, questions to discuss. */
export function PacketDialog(props: {
  readonly ids: readonly Annotation['id'][];
  readonly run: RunChange;
  readonly onClose: () => void;
}) {
  const { ids, run, onClose } = props;
  const t = useT();
  const { query } = useApi();
  const { data: packets } = useQuery(query.packets.list.queryOptions());
  const [chosen, setChosen] = useState<{ packet?: string; session?: string }>({});
  const summary = packets?.find(({ id }) => id === chosen.packet) ?? packets?.[0];
  const { data: open } = useQuery(
    query.packets.get.queryOptions({ input: summary === undefined ? skipToken : { id: summary.id } }),
  );
  const sessions = open?.packet.content.sessions ?? [];
  const session = sessions.find(({ id }) => id === chosen.session) ?? sessions[0];
  const put = async () => {
    if (summary === undefined || session === undefined) return;
    let taken = 0;
    const done = await run(async (api) => {
      // Read anew: the packet may be open in another window.
      const { packet } = await api.packets.get({ id: summary.id });
      const notes = await api.annotations.get({ ids: ids.slice(0, MOST) });
      const cases = new Map<string, Case>();
      for (const { caseId, range } of notes) {
        // A note without a place may be of a case that is not here any more.
        if (range !== null && !cases.has(caseId)) cases.set(caseId, await api.library.get({ id: caseId }));
      }
      const { content } = packet;
      const next = content.sessions.map((one) => {
        if (one.id !== session.id) return one;
        const put = putIntoSession(one, notes, cases, content.language);
        taken = put.taken;
        return put.session;
      });
      if (taken === 0) return;
      await api.packets.save({
        id: packet.id,
        revision: packet.revision,
        content: { ...content, sessions: next },
      });
    });
    if (!done) return;
    const left = Math.min(ids.length, MOST) - taken;
    showToast({
      tone: 'done',
      title: t('notes.packet-done', { count: taken, name: summary.title }),
      ...(left > 0 ? { detail: t('notes.packet-left', { count: left }) } : {}),
    });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('notes.to-packet')}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button variant="filled" isDisabled={session === undefined} onPress={() => void put()}>
            {t('notes.do-it')}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        {packets?.length === 0 && <p>{t('notes.no-packet')}</p>}
        {summary !== undefined && (
          <Select
            label={t('notes.packet')}
            value={String(summary.id)}
            onChange={(packet) => setChosen({ packet })}
            items={(packets ?? []).map(({ id, title }) => ({
              id: String(id),
              label: title || t('notes.untitled'),
            }))}
          />
        )}
        {session !== undefined && (
          <Select
            label={t('notes.session')}
            value={session.id}
            onChange={(id) => setChosen((old) => ({ ...old, session: id }))}
            items={sessions.map(({ id, title }, index) => ({ id, label: `${index + 1}. ${title}` }))}
          />
        )}
        <p>{t('notes.packet-how')}</p>
      </div>
    </Dialog>
  );
}
