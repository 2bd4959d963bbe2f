import { ORPCError } from '@orpc/client';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { OpenPacket, PacketContent, Session } from '#contract/packets.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { showToast } from '../../ui/toast/toast-queue.ts';

/** Pause after the last key before what was written is stored, milliseconds. */
const REST_MS = 700;

export interface PacketEdits {
  /** What is in the fields: stored, or about to be. */
  readonly content: PacketContent;
  readonly edit: (change: (old: PacketContent) => PacketContent) => void;
  readonly editSession: (id: string, change: (old: Session) => Session) => void;
  /** Stores what is in the fields now; resolves when it is stored. */
  readonly flush: () => Promise<void>;
  readonly isSaving: boolean;
}

/** Changes to an open packet: in the fields at once, stored after a pause, one after the other. */
export function usePacketEdits(open: OpenPacket): PacketEdits {
  const { client, query } = useApi();
  const queryClient = useQueryClient();
  const describe = useFailure();
  const { id } = open.packet;
  const [draft, setDraft] = useState<PacketContent>();
  const [isSaving, setSaving] = useState(false);
  const pending = useRef<PacketContent>(undefined);
  const revision = useRef(open.packet.revision);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const last = useRef<Promise<void>>(Promise.resolve());
  revision.current = Math.max(revision.current, open.packet.revision);
  const queryKey = query.packets.get.queryKey({ input: { id } });

  const store = useCallback(async () => {
    const content = pending.current;
    if (content === undefined) return;
    pending.current = undefined;
    setSaving(true);
    try {
      const saved = await client.packets.save({ id, revision: revision.current, content });
      revision.current = saved.packet.revision;
      queryClient.setQueryData(queryKey, saved);
      // What has been typed meanwhile is still to be stored, and stays in the fields.
      if (pending.current === undefined) setDraft(undefined);
    } catch (error) {
      const { what, next } = describe(error);
      showToast({ tone: 'failed', title: what, detail: next });
      const isOlder = error instanceof ORPCError && error.code === 'PACKET_CHANGED';
      if (isOlder) {
        // Another window was first: its state is shown, and what was typed here is not written over it.
        setDraft(undefined);
        revision.current = 0;
        await queryClient.invalidateQueries({ queryKey });
      } else pending.current ??= content;
    } finally {
      setSaving(false);
    }
  }, [client, describe, id, queryClient, queryKey]);

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    last.current = last.current.then(store);
    return last.current;
  }, [store]);

  const base = draft ?? open.packet.content;
  const latest = useRef(base);
  latest.current = base;
  const edit = useCallback<PacketEdits['edit']>(
    (change) => {
      const next = change(latest.current);
      latest.current = next;
      pending.current = next;
      setDraft(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), REST_MS);
    },
    [flush],
  );
  const editSession = useCallback<PacketEdits['editSession']>(
    (sessionId, change) =>
      edit((old) => ({
        ...old,
        sessions: old.sessions.map((one) => (one.id === sessionId ? change(one) : one)),
      })),
    [edit],
  );
  // Leaving the screen stores what is still in the fields.
  const leave = useRef(flush);
  leave.current = flush;
  useEffect(() => () => void leave.current(), []);

  return { content: base, edit, editSession, flush, isSaving: isSaving || draft !== undefined };
}
