import { copyFileSync, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { OkmError } from '#contract/errors.ts';
import { flushFileSync, flushFolderSync } from '../files/flush-folder.ts';
import { checkDatabase } from '../store/check-database.ts';
import {
  type Backup,
  describeBackup,
  hashFile,
  listBackups,
  nameBackup,
  outlived,
  removeBackups,
} from './backup-files.ts';
import type { Jobs, SecondPlace } from './jobs.ts';
import { badFiles, packOwnFiles } from './own-files.ts';

/**
 * Makes a backup of a copy of the database: own cases go in, the whole is read again and checked, and only
 * then it gets its name. Older ones that have outlived their use go.
 *
 * @throws OkmError STORE_DAMAGED where the copy is not sound, which means that the database is not
 */
export function finishBackup(input: Jobs['finish']['input']): Jobs['finish']['output'] {
  const { making, folder, reason, at, maxBytes, secondPlace } = input;
  const backups = join(folder, 'backups');
  const packing = new Database(making);
  try {
    packing.pragma('journal_mode = DELETE');
    packing.pragma('synchronous = FULL');
    packOwnFiles(packing, join(folder, 'cases'));
  } finally {
    packing.close();
  }
  flushFileSync(making);
  const copy = new Database(making, { readonly: true });
  let note: ReturnType<typeof describeBackup>;
  try {
    copy.pragma('trusted_schema = OFF');
    if (checkDatabase(copy).length > 0 || badFiles(copy).length > 0) {
      throw new OkmError('STORE_DAMAGED', { file: join(folder, 'okm.db') });
    }
    note = describeBackup(copy, making, { reason, at });
  } finally {
    copy.close();
  }
  const backup = nameBackup(making, backups, note);
  removeBackups(outlived(listBackups(backups), maxBytes));
  return { backup, second: copyToSecondPlace(backup, secondPlace, maxBytes) };
}

/** A copy in another place, read back before it counts. A place that is not there is said, and is no error. */
function copyToSecondPlace(backup: Backup, place: string, maxBytes: number): SecondPlace {
  if (place === '') return 'none';
  if (!existsSync(place)) return 'absent';
  try {
    const folder = join(place, 'one-kilometre-backups');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const target = join(folder, backup.name);
    copyFileSync(backup.file, `${target}.tmp`);
    flushFileSync(`${target}.tmp`);
    if (hashFile(`${target}.tmp`) !== backup.sha256) return 'absent';
    const { file: _, name: _name, seq: _seq, ...note } = backup;
    writeFileSync(`${target}.json`, `${JSON.stringify(note)}\n`, { mode: 0o600 });
    renameSync(`${target}.tmp`, target);
    flushFolderSync(folder);
    removeBackups(outlived(listBackups(folder), maxBytes));
    return 'copied';
  } catch {
    return 'absent'; // pulled out, full or read-only: the first place has the backup
  }
}
