import { oc } from '@orpc/contract';
import { z } from 'zod';
import { contractErrors } from './errors.ts';
import { AnnotationId, CaseId } from './ids.ts';
import { SearchInput } from './search.ts';

export const CollectionId = z.uuid().brand('CollectionId');
export type CollectionId = z.infer<typeof CollectionId>;

/** What a smart collection asks: the words as they were typed, so that a better search improves it. */
export const SavedQuery = z.strictObject({
  query: z.string().max(500),
  filters: z.record(z.string().max(40), z.array(z.string().max(80)).max(40)).optional(),
  years: SearchInput.shape.years,
  without: SearchInput.shape.without,
  sort: SearchInput.shape.sort,
  independent: SearchInput.shape.independent,
  /** Raised when what is stored changes its meaning. */
  version: z.literal(1).optional(),
});
export type SavedQuery = z.infer<typeof SavedQuery>;

export const Collection = z.object({
  id: CollectionId,
  name: z.string(),
  /** Null for one that is filled by hand. */
  saved: SavedQuery.nullable(),
  cases: z.number().int(),
  notes: z.number().int(),
});
export type Collection = z.infer<typeof Collection>;

export const CollectionItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('case'), id: CaseId }),
  z.strictObject({ kind: z.literal('note'), id: AnnotationId }),
]);
export type CollectionItem = z.infer<typeof CollectionItem>;

const procedure = oc.errors(contractErrors);
const name = z.string().trim().min(1).max(120);
const items = z.array(CollectionItem).min(1).max(50_000);
const changed = z.object({ changed: z.number().int() });

export const collections = {
  list: procedure.output(z.array(Collection)),
  create: procedure
    .input(z.strictObject({ id: CollectionId, name, saved: SavedQuery.optional() }))
    .output(Collection),
  update: procedure
    .input(z.strictObject({ id: CollectionId, name: name.optional(), saved: SavedQuery.optional() }))
    .output(Collection),
  /** Puts a collection before another, or last; what is in it stays. */
  move: procedure
    .input(z.strictObject({ id: CollectionId, before: CollectionId.nullable() }))
    .output(z.array(Collection)),
  remove: procedure.input(z.strictObject({ id: CollectionId })).output(z.object({})),
  /** What is in it, in its order; for a smart one what the search finds now. */
  items: procedure.input(z.strictObject({ id: CollectionId })).output(z.array(CollectionItem)),
  /** How many of these are in each collection that holds any. */
  holding: procedure
    .input(z.strictObject({ items }))
    .output(z.array(z.object({ id: CollectionId, held: z.number().int() }))),
  /** What each saved search finds now, and what of it the user has not seen yet. */
  fresh: procedure.output(
    z.array(z.object({ id: CollectionId, total: z.number().int(), fresh: z.array(CaseId) })),
  ),
  /** The user has looked at what a saved search finds. */
  seen: procedure.input(z.strictObject({ id: CollectionId })).output(z.object({})),
  add: procedure.input(z.strictObject({ id: CollectionId, items })).output(changed),
  take: procedure.input(z.strictObject({ id: CollectionId, items })).output(changed),
  /** Puts items before another of the same collection, or last. */
  moveItems: procedure
    .input(z.strictObject({ id: CollectionId, items, before: CollectionItem.nullable() }))
    .output(changed),
};
