import { oc } from '@orpc/contract';
import { z } from 'zod';
import { contractErrors } from './errors.ts';
import { Delivery } from './exports.ts';

/** What a backup was made for. */
export const BackupReason = z.enum(['asked', 'timer', 'quit', 'migration', 'restore', 'import', 'mend']);
export type BackupReason = z.infer<typeof BackupReason>;

/** A verified backup. */
export const BackupEntry = z.object({
  name: z.string().max(100),
  at: z.string(),
  reason: BackupReason,
  sizeBytes: z.number(),
  notes: z.number(),
  cases: z.number(),
});
export type BackupEntry = z.infer<typeof BackupEntry>;

export const ItemKind = z.enum([
  'note',
  'comparison',
  'packet',
  'collection',
  'tag',
  'row',
  'place',
  'study',
  'setting',
  'case',
]);
export type ItemKind = z.infer<typeof ItemKind>;

/** One thing that a restore would touch, seen from what is here now. */
export const RestoreItem = z.object({
  kind: ItemKind,
  change: z.enum(['added', 'changed', 'removed']),
  id: z.string(),
  label: z.string(),
});
export type RestoreItem = z.infer<typeof RestoreItem>;

/** What a restore would do. The items are the first few hundred; the counts are of all. */
export const RestorePreview = z.object({
  items: z.array(RestoreItem),
  counts: z.object({ added: z.number(), changed: z.number(), removed: z.number(), same: z.number() }),
});
export type RestorePreview = z.infer<typeof RestorePreview>;

/** Something that is not as it should be. */
export const Finding = z.object({
  kind: z.enum([
    'integrity',
    'foreign-key',
    'hash',
    'count',
    'schema',
    'commits-lost',
    'orphan',
    'index',
    'backup',
    'left-over',
  ]),
  where: z.string(),
  id: z.string(),
  mended: z.boolean(),
});
export type Finding = z.infer<typeof Finding>;
export const Findings = z.object({ findings: z.array(Finding), notes: z.number(), backups: z.number() });
export type Findings = z.infer<typeof Findings>;

/** How a damaged database was brought back. */
export const MendReport = z.object({
  at: z.string(),
  /** The backup that was taken; empty where there was none. */
  backup: z.string(),
  backupAt: z.string(),
  /** Where the damaged files are kept, below the data folder. */
  damaged: z.string(),
  notes: z.number(),
  /** Changes made since that backup which were done again. */
  replayed: z.number(),
  /** Rows read from the damaged file that were nowhere else. */
  salvaged: z.number(),
  lost: z.array(z.object({ where: z.string(), id: z.string() })),
});
export type MendReport = z.infer<typeof MendReport>;

export const DataStatus = z.object({
  backups: z.array(BackupEntry),
  /** The last mend, until the user has seen it. */
  mended: MendReport.nullable(),
  /** Where a second copy of each backup goes; empty for nowhere. */
  secondPlace: z.string(),
  secondPlaceState: z.enum(['none', 'copied', 'absent']),
});
export type DataStatus = z.infer<typeof DataStatus>;

const BackupName = z.strictObject({ name: z.string().regex(/^okm-\d{8}-\d{6}-\d{1,9}\.okmbackup$/) });
const procedure = oc.errors(contractErrors);

/** The user's data as a whole: backups, restore, and whether all is sound. */
export const data = {
  status: procedure.output(DataStatus),
  backUp: procedure.output(BackupEntry),
  previewRestore: procedure.input(BackupName).output(RestorePreview),
  restore: procedure.input(BackupName).output(RestorePreview.extend({ replaced: z.string() })),
  check: procedure.output(Findings),
  mendSeen: procedure.output(z.object({})),
  /** All that the user made as plain files, in one zip; a backup is made on the way. */
  exportAll: procedure.output(Delivery),
};
