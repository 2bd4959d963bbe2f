import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PacketEdition } from '#contract/packet-document.ts';
import type { PacketId } from '#contract/packets.ts';
import { useApi } from '../../app/api/use-api.tsx';

/** The saved packets, the last changed first. */
export function usePackets() {
  const { query } = useApi();
  return useQuery(query.packets.list.queryOptions());
}

export function usePacket(id: PacketId) {
  const { query } = useApi();
  return useQuery(query.packets.get.queryOptions({ input: { id }, placeholderData: keepPreviousData }));
}

/** One session of an edition as it would be printed, asked anew with every revision. */
export function usePreview(input: {
  readonly id: PacketId;
  readonly revision: number;
  readonly edition: PacketEdition;
  readonly sessionId: string | undefined;
}) {
  const { query } = useApi();
  const { id, revision, edition, sessionId } = input;
  const options = query.packets.preview.queryOptions({
    input: { id, edition, ...(sessionId === undefined ? {} : { sessionId }) },
    placeholderData: keepPreviousData,
  });
  return useQuery({ ...options, queryKey: [...options.queryKey, revision] });
}
