import { z } from 'zod';

/** Why a file that was handed in is not taken. */
export const fileReasons = [
  'missing',
  'damaged',
  'not-docx',
  'not-text',
  'macros',
  'not-brief',
  'no-cases',
  'column-lost',
  'merged',
  'not-references',
  'recipe',
  'not-picture',
] as const;
export type FileReason = (typeof fileReasons)[number];

/** Which pack, what in it (a path, or a JSON pointer into its manifest), and what more there is to say. */
const PackFault = z.object({ file: z.string(), path: z.string(), detail: z.string() });

/**
 * Every expected failure of the product: its HTTP status, the command line's exit code, and the data that
 * its sentence needs. The sentences (what happened, what was kept, what to do) are in `messages/`.
 */
export const errors = {
  CASE_NOT_FOUND: { status: 404, exit: 1, data: z.object({ id: z.string(), nearest: z.array(z.string()) }) },
  ANNOTATION_NOT_FOUND: { status: 404, exit: 1, data: z.object({ id: z.string() }) },
  COMPARISON_NOT_FOUND: { status: 404, exit: 1, data: z.object({ id: z.string() }) },
  VERSION_NOT_FOUND: { status: 404, exit: 1, data: z.object({ id: z.string() }) },
  PACKET_NOT_FOUND: { status: 404, exit: 1, data: z.object({ id: z.string() }) },
  /** Somebody else, or another window, has changed it since. */
  PACKET_CHANGED: { status: 409, exit: 4, data: z.object({ id: z.string() }) },
  COMPARISON_SIZE: { status: 422, exit: 2, data: z.object({ count: z.number() }) },
  TARGET_NOT_FOUND: {
    status: 422,
    exit: 3,
    data: z.object({ id: z.string(), section: z.string(), start: z.number(), end: z.number() }),
  },
  INPUT_INVALID: { status: 400, exit: 3, data: z.object({ path: z.string(), issue: z.string() }) },
  INPUT_TOO_LARGE: { status: 413, exit: 3, data: z.object({ limitBytes: z.number() }) },
  TOO_MANY_CALLS: { status: 429, exit: 4, data: z.object({ limit: z.number() }) },
  TICKET_EXPIRED: { status: 410, exit: 4, data: z.object({}) },
  FOLDER_IN_USE: {
    status: 423,
    exit: 4,
    data: z.object({ folder: z.string(), door: z.string(), pid: z.number(), since: z.string() }),
  },
  FOLDER_READONLY: { status: 507, exit: 4, data: z.object({ folder: z.string() }) },
  FOLDER_MISSING: { status: 507, exit: 4, data: z.object({ folder: z.string() }) },
  DISK_FULL: { status: 507, exit: 4, data: z.object({ folder: z.string() }) },
  DISK_ERROR: { status: 507, exit: 4, data: z.object({ folder: z.string() }) },
  STORE_DAMAGED: { status: 500, exit: 4, data: z.object({ file: z.string() }) },
  STORE_BUSY: { status: 503, exit: 4, data: z.object({}) },
  SCHEMA_NEWER: { status: 409, exit: 4, data: z.object({ found: z.number(), known: z.number() }) },
  FILE_CHANGED: { status: 409, exit: 4, data: z.object({ file: z.string() }) },
  CASE_ID_TAKEN: { status: 409, exit: 3, data: z.object({ id: z.string(), free: z.string() }) },
  FILE_NOT_WRITABLE: { status: 507, exit: 4, data: z.object({ file: z.string() }) },
  FILE_REFUSED: {
    status: 422,
    exit: 3,
    data: z.object({ file: z.string(), reason: z.enum(fileReasons), detail: z.string() }),
  },
  FORMAT_UNKNOWN: {
    status: 422,
    exit: 2,
    data: z.object({ format: z.string(), known: z.array(z.string()) }),
  },
  PACK_NOT_CASEPACK: { status: 422, exit: 3, data: PackFault },
  PACK_UNSAFE_PATH: { status: 422, exit: 3, data: PackFault },
  PACK_UNSAFE_ENTRY: { status: 422, exit: 3, data: PackFault },
  PACK_TOO_LARGE: { status: 422, exit: 3, data: PackFault },
  PACK_CORRUPT: { status: 422, exit: 3, data: PackFault },
  PACK_BAD_MANIFEST: { status: 422, exit: 3, data: PackFault },
  PACK_BAD_CASE: { status: 422, exit: 3, data: PackFault },
  PACK_TOO_NEW: { status: 422, exit: 3, data: PackFault },
  PACK_WRONG_KEY: { status: 422, exit: 3, data: PackFault },
  UNEXPECTED: { status: 500, exit: 4, data: z.object({ logId: z.string() }) },
} as const satisfies Record<string, { status: number; exit: number; data: z.ZodType }>;

export type ErrorCode = keyof typeof errors;
export type ErrorData<C extends ErrorCode> = z.infer<(typeof errors)[C]['data']>;

/** An expected failure, thrown by services and carried unchanged through every door. */
export class OkmError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly data: ErrorData<C>;
  constructor(code: C, data: ErrorData<C>, options?: ErrorOptions) {
    super(code, options);
    this.name = 'OkmError';
    this.code = code;
    this.data = data;
  }
}

/** The errors as oRPC wants them declared: all on every procedure, since each can meet the disk or the gate. */
export const contractErrors = Object.fromEntries(
  Object.entries(errors).map(([code, { status, data }]) => [code, { status, data }]),
) as { [C in ErrorCode]: { status: (typeof errors)[C]['status']; data: (typeof errors)[C]['data'] } };
