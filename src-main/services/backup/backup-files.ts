import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { flushFileSync, flushFolderSync } from '../files/flush-folder.ts';

/** What stands beside a backup once it has been verified. */
export const BackupNote = z.object({
  sha256: z.string(),
  sizeBytes: z.number(),
  /** When it was made, by the clock of then; order is by the number in the name. */
  at: z.string(),
  reason: z.enum(['asked', 'timer', 'quit', 'migration', 'restore', 'import', 'mend']),
  commitSeq: z.number(),
  schema: z.number(),
  notes: z.number(),
  cases: z.number(),
});
export type BackupNote = z.infer<typeof BackupNote>;
export type BackupReason = BackupNote['reason'];

export interface Backup extends BackupNote {
  readonly file: string;
  readonly name: string;
  /** Numbers rise from one backup to the next, whatever the clock says. */
  readonly seq: number;
}

const NAME = /^okm-\d{8}-\d{6}-(\d{1,9})\.okmbackup$/;
const LAST = 10;
const DAYS = 14;
const WEEKS = 8;
const NEVER_FEWER = 3;
const DAY_MS = 86_400_000;

/** The verified backups of a folder, the newest first. */
export function listBackups(folder: string): Backup[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .flatMap((name) => {
      const seq = NAME.exec(name)?.[1];
      const note = seq === undefined ? undefined : readNote(join(folder, `${name}.json`));
      return note ? [{ ...note, file: join(folder, name), name, seq: Number(seq) }] : [];
    })
    .sort((a, b) => b.seq - a.seq);
}

function readNote(file: string): BackupNote | undefined {
  try {
    return BackupNote.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined; // not verified, or its note is damaged: it does not count
  }
}

/** What is said of a copy that has been looked through and found sound. */
export function describeBackup(
  db: Database,
  file: string,
  { reason, at }: { reason: BackupReason; at: string },
): BackupNote {
  const count = (sql: string) => Number(db.prepare(sql).pluck().get());
  const hasFiles = count("SELECT count(*) FROM sqlite_schema WHERE name = 'okm_files'") > 0;
  return {
    sha256: hashFile(file),
    sizeBytes: statSync(file).size,
    at,
    reason,
    commitSeq: count('SELECT commit_seq FROM meta'),
    schema: Number(db.pragma('user_version', { simple: true })),
    notes: count('SELECT count(*) FROM annotations WHERE deleted_at IS NULL'),
    cases: hasFiles ? count("SELECT count(*) FROM okm_files WHERE path LIKE '%.md'") : 0,
  };
}

/** Gives a verified copy its name; only from then on it is a backup. */
export function nameBackup(making: string, folder: string, note: BackupNote): Backup {
  const taken = readdirSync(folder).map((name) => Number(NAME.exec(name)?.[1] ?? 0));
  const seq = Math.max(0, ...taken) + 1;
  const stamp = note.at.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-');
  const name = `okm-${stamp}-${seq}.okmbackup`;
  const file = join(folder, name);
  const noteFile = `${file}.json`;
  flushFileSync(making);
  writeFileSync(noteFile, `${JSON.stringify(note)}\n`, { mode: 0o600 });
  flushFileSync(noteFile);
  renameSync(making, file);
  flushFolderSync(folder);
  return { ...note, file, name, seq };
}

/**
 * Which backups may go: kept are the last ten, then the newest of each of 14 days and of each of 8 weeks,
 * days and weeks being counted back from the newest by what each backup says of its time; at least three
 * always, and no more bytes than allowed. A clock that jumps can spare a backup, and never costs the last.
 *
 * @param backups the newest first
 */
export function outlived(backups: readonly Backup[], maxBytes: number): Backup[] {
  const [newest] = backups;
  if (!newest) return [];
  const base = Date.parse(newest.at);
  const days = new Set<number>();
  const weeks = new Set<number>();
  let bytes = 0;
  return backups.filter((backup, at) => {
    const age = Math.floor((base - Date.parse(backup.at)) / DAY_MS);
    const week = Math.floor(age / 7);
    const isOfDay = age >= 0 && age < DAYS && !days.has(age);
    const isOfWeek = age >= 0 && week < WEEKS && !weeks.has(week);
    const isWanted = at < LAST || isOfDay || isOfWeek;
    const isKept = at < NEVER_FEWER || (isWanted && bytes + backup.sizeBytes <= maxBytes);
    if (isKept) {
      bytes += backup.sizeBytes;
      days.add(age);
      weeks.add(week);
    }
    return !isKept;
  });
}

/** Takes backups away with what stands beside them. */
export function removeBackups(backups: readonly Backup[]): void {
  for (const { file } of backups) {
    rmSync(`${file}.json`, { force: true });
    rmSync(file, { force: true });
  }
}

/** Whether a backup is still to the byte what was verified. */
export function isUnchanged(backup: Backup): boolean {
  try {
    return statSync(backup.file).size === backup.sizeBytes && hashFile(backup.file) === backup.sha256;
  } catch {
    return false;
  }
}

/** SHA-256 of a file, read piece by piece. */
export function hashFile(file: string): string {
  const hash = createHash('sha256');
  const fd = openSync(file, 'r');
  try {
    const piece = Buffer.alloc(1024 * 1024);
    for (let read = readSync(fd, piece); read > 0; read = readSync(fd, piece))
      hash.update(piece.subarray(0, read));
  } finally {
    closeSync(fd);
  }
  return hash.digest('hex');
}

/** A file's name for people: never a path. */
export function nameOf(file: string): string {
  return basename(file);
}
