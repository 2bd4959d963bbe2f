import { z } from 'zod';
import { CaseId, Language } from './ids.ts';

const MAX_PATH = 200;
const MAX_PATH_DEPTH = 8;
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Whether a path may be unpacked on every system: relative, forward slashes, no way out, no name that Windows
 * refuses or reads otherwise, in one form of Unicode.
 */
export function isSafePackPath(path: string): boolean {
  if (path.length === 0 || path.length > MAX_PATH || path !== path.normalize('NFC')) return false;
  // A drive letter, a backslash or a control character is read as something else somewhere.
  if (/[\\:\p{Cc}\p{Cf}<>"|?*]/u.test(path)) return false;
  const parts = path.split('/');
  return (
    parts.length <= MAX_PATH_DEPTH &&
    parts.every((part) => part !== '' && !/^\.{1,2}$|[. ]$|^ /.test(part) && !device.test(part))
  );
}

/** A path inside a pack: below data/, of plain letters. */
export const PackPath = z
  .string()
  .max(MAX_PATH)
  .regex(/^data(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)+$/)
  .refine(isSafePackPath);

/** What a file of a pack is. */
export const PackRole = z.enum([
  'case',
  'translation',
  'picture',
  'teaching-note',
  'comparison',
  'packet',
  'collection',
  'annotations',
  'forecasts',
  'sealed',
  'cards',
]);
export type PackRole = z.infer<typeof PackRole>;

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Version = z.string().regex(/^\d+\.\d+$/);

export const PackFile = z.strictObject({
  path: PackPath,
  role: PackRole,
  bytes: z.number().int().nonnegative(),
  sha256: Sha256,
  id: z.string().min(1).optional(),
  revision: z.string().min(1).optional(),
  licence: z.string().min(1).optional(),
});
export type PackFile = z.infer<typeof PackFile>;

/** `casepack.json`: what a `.casepack` holds, version 1. */
export const CasepackManifest = z.strictObject({
  format: z.literal('casepack'),
  version: z.literal('1.0'),
  /** The oldest version of the format that a reader must know. */
  minReader: Version,
  id: z.uuid(),
  title: z.string().min(1),
  language: Language,
  edition: z.enum(['student', 'trainer', 'library', 'personal']),
  createdBy: z.strictObject({ app: z.string().min(1), version: z.string().min(1) }),
  created: z.iso.datetime(),
  licence: z.string().min(1),
  contents: z.array(PackFile).min(1),
  /** Cases that the pack speaks of and does not bring along. */
  requires: z.array(z.strictObject({ case: CaseId, revision: z.string().min(1) })),
  supersedes: z.uuid().optional(),
});
export type CasepackManifest = z.infer<typeof CasepackManifest>;
