import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Finding, Findings } from '#contract/data.ts';
import { checkDatabase } from '../store/check-database.ts';
import { commitSeq } from '../store/database.ts';
import { readJournal } from '../store/journal.ts';
import { isUnchanged, listBackups } from './backup-files.ts';
import type { Jobs } from './jobs.ts';

/** Looks all of the user's data through, without changing any of it. */
export function inspect({ folder }: Jobs['inspect']['input']): Findings {
  const findings: Finding[] = [];
  const say = (kind: Finding['kind'], where: string, id = '') =>
    findings.push({ kind, where, id, mended: false });
  const file = join(folder, 'okm.db');
  const backups = listBackups(join(folder, 'backups'));
  let notes = 0;
  const last = readJournal(folder).last;
  if (existsSync(file)) {
    try {
      const db = new Database(file, { readonly: true, fileMustExist: true });
      try {
        db.pragma('trusted_schema = OFF');
        const faults = checkDatabase(db);
        for (const { kind, where, id } of faults) say(kind, where, id);
        if (commitSeq(db) < last) say('commits-lost', `${commitSeq(db)}`, `${last}`);
        notes = Number(db.prepare('SELECT count(*) FROM annotations WHERE deleted_at IS NULL').pluck().get());
        const lost = db
          .prepare("SELECT id FROM annotations WHERE status = 'orphan' AND deleted_at IS NULL LIMIT 200")
          .pluck()
          .all();
        if (faults.length === 0) for (const id of lost) say('orphan', 'annotations', String(id));
      } finally {
        db.close();
      }
    } catch {
      if (findings.length === 0) say('integrity', 'okm.db');
    }
  } else if (backups.length > 0 || last > 0) say('integrity', 'okm.db');
  for (const backup of backups) if (!isUnchanged(backup)) say('backup', backup.name);
  for (const name of ['search.db', 'own-cases.db']) if (!isSound(join(folder, name))) say('index', name);
  for (const name of leftOvers(folder)) say('left-over', name);
  return { findings, notes, backups: backups.length };
}

/** What a job that was cut off leaves behind, by its path below the data folder. */
export function leftOvers(folder: string): string[] {
  const inside = (name: string) => (existsSync(join(folder, name)) ? readdirSync(join(folder, name)) : []);
  return [
    ...inside('').filter((name) => /^(?:preview\.tmp|okm\.db\.new)/.test(name)),
    ...inside('backups')
      .filter((name) => name.endsWith('.tmp'))
      .map((name) => join('backups', name)),
  ];
}

function isSound(file: string): boolean {
  if (!existsSync(file)) return true;
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return db.pragma('quick_check(1)', { simple: true }) === 'ok';
    } finally {
      db.close();
    }
  } catch (error) {
    // In use by the program that is open: it checks for itself.
    return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
  }
}
