import { oc } from '@orpc/contract';
import { z } from 'zod';
import { contractErrors } from './errors.ts';

export const ActKind = z.enum([
  'create',
  'edit',
  'recolour',
  'change',
  'place',
  'confirm',
  'remove',
  'restore',
  'revert',
  'import',
  'import-pack',
  'tag-rename',
  'tag-colour',
  'tag-remove',
  'tag-cases',
  'collection-create',
  'collection-edit',
  'collection-remove',
  'collection-items',
  'packet-create',
  'packet-edit',
  'packet-remove',
  'own-place-create',
  'own-place-edit',
  'own-place-remove',
  'own-place-answer',
]);
export type ActKind = z.infer<typeof ActKind>;

/** Something that the user did, and that can be taken back. */
export const Act = z.object({
  seq: z.number().int(),
  kind: ActKind,
  /** How many things it changed. */
  count: z.number().int(),
  /** What its sentence names: a tag, a collection, a file. */
  name: z.string(),
  at: z.iso.datetime(),
});
export type Act = z.infer<typeof Act>;

/** What undo and redo would do now. */
export const Acts = z.object({ undo: Act.nullable(), redo: Act.nullable() });
export type Acts = z.infer<typeof Acts>;

const procedure = oc.errors(contractErrors);

/** Undo and redo of all that is done to notes, tags, collections and own places; kept over a restart. */
export const acts = {
  peek: procedure.output(Acts),
  /** Takes the last act back; `done` is null where there was none. */
  undo: procedure.output(Acts.extend({ done: Act.nullable() })),
  redo: procedure.output(Acts.extend({ done: Act.nullable() })),
};
