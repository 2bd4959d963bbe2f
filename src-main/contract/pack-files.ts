import { z } from 'zod';
import { CollectionItem, SavedQuery } from './collections.ts';
import { Comparison } from './comparisons.ts';
import { PacketContent, PacketId } from './packets.ts';

/** `data/packets/<id>.json`: a course packet in the pack's edition. */
export const PacketFile = z.strictObject({ id: PacketId, content: PacketContent });
export type PacketFile = z.infer<typeof PacketFile>;

/** `data/comparisons/<id>.json`: a comparison with its words and findings; drafts are made anew from the cases. */
export const ComparisonFile = Comparison.strict();
export type ComparisonFile = z.infer<typeof ComparisonFile>;

/** `data/collections/<id>.json`. */
export const CollectionFile = z.strictObject({
  id: z.uuid(),
  name: z.string().min(1).max(120),
  saved: SavedQuery.nullable(),
  items: z.array(CollectionItem).max(50_000),
});
export type CollectionFile = z.infer<typeof CollectionFile>;
