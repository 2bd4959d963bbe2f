import { z } from 'zod';
import { PacketId } from '#contract/packets.ts';

/** What the study place shows, as its address keeps it. */
export const StudyAddress = z.object({
  show: z.enum(['cards', 'types', 'progress']).optional().catch(undefined),
  packet: PacketId.optional().catch(undefined),
});
export type StudyAddress = z.infer<typeof StudyAddress>;
