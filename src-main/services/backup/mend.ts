import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type Database from 'better-sqlite3';
import type { MendReport } from '#contract/data.ts';
import { OkmError } from '#contract/errors.ts';
import { flushFileSync } from '../files/flush-folder.ts';
import { commitSeq } from '../store/database.ts';
import { readJournal } from '../store/journal.ts';
import { writes } from '../store/operations.ts';
import { type Backup, isUnchanged, listBackups } from './backup-files.ts';
import type { Jobs } from './jobs.ts';
import { makingFile, openBackup, rebuild } from './rebuild.ts';
import { reportFile } from './report-file.ts';
import { readRescue, salvage } from './salvage.ts';
import { keepCopies, keptFolder, takePlace, withFolder } from './swap.ts';

/**
 * Brings a damaged database back: its files are copied aside and never touched again, the newest verified
 * backup is taken, what the journal says was done since is done again, and what can still be read from the
 * damaged file and is nowhere else is added.
 *
 * @throws OkmError STORE_DAMAGED where there is nothing to bring it back from; then all stays as it is
 */
export function mend({ folder, at }: Jobs['mend']['input']): MendReport {
  return withFolder(folder, at, () => {
    const journal = readJournal(folder);
    const rescue = readRescue(join(folder, 'okm.db'));
    const base = newestSound(folder);
    if (!base && rescue.rows.length === 0 && (journal.base > 0 || journal.entries.length === 0)) {
      throw new OkmError('STORE_DAMAGED', { file: join(folder, 'okm.db') });
    }
    const db = base?.db ?? rebuild(undefined, makingFile(folder));
    const from = commitSeq(db);
    const replayed = replay(db, journal.base <= from ? journal.entries.filter(({ seq }) => seq > from) : []);
    const last = Math.max(journal.last, rescue.commitSeq, commitSeq(db));
    // With every change done again the damaged file knows nothing more, and may know what was deleted since.
    const isWhole = journal.base <= from && from + replayed >= last;
    const { added, lost } = isWhole ? { added: 0, lost: [] } : salvage(db, rescue);
    const kept = keptFolder(folder, 'damaged', at);
    keepCopies(folder, kept);
    const notes = Number(
      db.prepare('SELECT count(*) FROM annotations WHERE deleted_at IS NULL').pluck().get(),
    );
    takePlace(db, folder, last + 1);
    rmSync(join(folder, 'recovery', 'suspect'), { force: true });
    const report: MendReport = {
      at,
      backup: base?.backup.name ?? '',
      backupAt: base?.backup.at ?? '',
      damaged: basename(kept),
      notes,
      replayed,
      salvaged: added,
      lost,
    };
    writeFileSync(reportFile(folder), `${JSON.stringify(report)}\n`, { mode: 0o600 });
    flushFileSync(reportFile(folder));
    return report;
  });
}

/** The newest backup that is still what was verified and can be opened. */
function newestSound(folder: string): { backup: Backup; db: Database.Database } | undefined {
  for (const backup of listBackups(join(folder, 'backups'))) {
    if (!existsSync(backup.file) || !isUnchanged(backup)) continue;
    try {
      const source = openBackup(backup.file);
      try {
        return { backup, db: rebuild(source, makingFile(folder)) };
      } finally {
        source.close();
      }
    } catch {
      // The next older one may do.
    }
  }
  return undefined;
}

/** Does changes again, in their order, until one cannot be. Answers how many. */
function replay(
  db: Database.Database,
  entries: readonly { seq: number; operation: string; input: unknown }[],
): number {
  let done = 0;
  for (const { seq, operation, input } of entries) {
    if (!Object.hasOwn(writes, operation)) return done;
    try {
      db.transaction(() => {
        writes[operation as keyof typeof writes](db, input as never);
        db.prepare('UPDATE meta SET commit_seq = ?').run(seq);
      }).immediate();
      done += 1;
    } catch {
      return done;
    }
  }
  return done;
}
