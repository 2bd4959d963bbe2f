import type { Findings, MendReport, RestorePreview } from '#contract/data.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { Backup, BackupReason } from './backup-files.ts';

/** What is done in a process of its own, because it reads files that may be damaged, foreign or large. */
export interface Jobs {
  /** Adds own cases to a fresh copy of the database, verifies it, and gives it its name. */
  finish: {
    readonly input: {
      readonly making: string;
      readonly folder: string;
      readonly reason: BackupReason;
      readonly at: string;
      readonly maxBytes: number;
      readonly secondPlace: string;
    };
    readonly output: { readonly backup: Backup; readonly second: SecondPlace };
  };
  preview: {
    readonly input: { readonly file: string; readonly folder: string };
    readonly output: RestorePreview;
  };
  restore: {
    readonly input: { readonly file: string; readonly folder: string; readonly at: string };
    readonly output: { readonly replaced: string; readonly preview: RestorePreview };
  };
  mend: { readonly input: { readonly folder: string; readonly at: string }; readonly output: MendReport };
  /** Writes what a backup holds as plain files. */
  plainOut: {
    readonly input: { readonly file: string; readonly folder: string };
    readonly output: { readonly files: number; readonly rows: number; readonly cases: number };
  };
  /** The same, in one zip. */
  plainZip: {
    readonly input: { readonly file: string; readonly zip: string };
    readonly output: { readonly files: number; readonly rows: number; readonly cases: number };
  };
  /** Makes a backup of plain files. */
  plainIn: {
    readonly input: { readonly folder: string; readonly file: string };
    readonly output: { readonly rows: number };
  };
  inspect: { readonly input: { readonly folder: string }; readonly output: Findings };
}
export type JobName = keyof Jobs;
/** Whether a copy was put in the second place too; `absent` when it is not there. */
export type SecondPlace = 'none' | 'copied' | 'absent';

export type JobReply =
  | { readonly value: unknown }
  | { readonly code: ErrorCode; readonly data: unknown }
  | { readonly fault: string };
