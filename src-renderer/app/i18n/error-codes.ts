import type { ErrorCode } from '#contract/errors.ts';

export type { ErrorCode };

/** Every code of the contract; the table makes a missing one a type error without bringing in the schemas. */
const table = {
  CASE_NOT_FOUND: true,
  ANNOTATION_NOT_FOUND: true,
  COMPARISON_NOT_FOUND: true,
  VERSION_NOT_FOUND: true,
  PACKET_NOT_FOUND: true,
  PACKET_CHANGED: true,
  COMPARISON_SIZE: true,
  TARGET_NOT_FOUND: true,
  INPUT_INVALID: true,
  INPUT_TOO_LARGE: true,
  TOO_MANY_CALLS: true,
  TICKET_EXPIRED: true,
  FOLDER_IN_USE: true,
  FOLDER_READONLY: true,
  FOLDER_MISSING: true,
  DISK_FULL: true,
  DISK_ERROR: true,
  STORE_DAMAGED: true,
  STORE_BUSY: true,
  SCHEMA_NEWER: true,
  FILE_CHANGED: true,
  CASE_ID_TAKEN: true,
  FILE_NOT_WRITABLE: true,
  FILE_REFUSED: true,
  FORMAT_UNKNOWN: true,
  PACK_NOT_CASEPACK: true,
  PACK_UNSAFE_PATH: true,
  PACK_UNSAFE_ENTRY: true,
  PACK_TOO_LARGE: true,
  PACK_CORRUPT: true,
  PACK_BAD_MANIFEST: true,
  PACK_BAD_CASE: true,
  PACK_TOO_NEW: true,
  PACK_WRONG_KEY: true,
  UNEXPECTED: true,
} satisfies Record<ErrorCode, true>;

export const errorCodes = Object.keys(table) as ErrorCode[];
