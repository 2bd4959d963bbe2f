import { z } from 'zod';
import { PacketEdition } from '#contract/packet-document.ts';

/** What the packet's builder shows, as its address keeps it. */
export const PacketsAddress = z.object({
  session: z.uuid().optional().catch(undefined),
  edition: PacketEdition.optional().catch(undefined),
});
export type PacketsAddress = z.infer<typeof PacketsAddress>;
