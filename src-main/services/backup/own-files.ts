import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Database } from 'better-sqlite3';
import { flushFileSync, flushFolderSync } from '../files/flush-folder.ts';
import { FILES_TABLE } from '../store/check-database.ts';

/** A case has at most half a megabyte; pictures beside it, twenty. */
const MAX_FILE = 20 * 1024 * 1024;
const MAX_FILES = 50_000;
/** Names that a restore writes: below the folder, without hidden parts, controls or what other systems forbid. */
export const OWN_PATH = /^(?!.*(?:^|\/)\.)(?:[^/\\<>:"|?*\p{Cc}]{1,120}\/){0,4}[^/\\<>:"|?*\p{Cc}]{1,120}$/u;

export interface OwnFile {
  readonly path: string;
  readonly sha256: string;
}

/** The files of own cases with their hashes, by path with slashes. Links are not followed. */
export function listOwnFiles(folder: string): OwnFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .slice(0, MAX_FILES)
    .flatMap((entry) => {
      const file = join(entry.parentPath, entry.name);
      const path = relative(folder, file).split(sep).join('/');
      const content = OWN_PATH.test(path) ? readSmall(file) : undefined;
      return content ? [{ path, sha256: sha256(content) }] : [];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Puts the files of own cases into a backup. */
export function packOwnFiles(db: Database, folder: string): void {
  db.exec(FILES_TABLE);
  const insert = db.prepare('INSERT INTO okm_files (path, sha256, content) VALUES (?, ?, ?)');
  db.transaction(() => {
    for (const { path } of listOwnFiles(folder)) {
      const content = readSmall(join(folder, path));
      if (content) insert.run(path, sha256(content), deflateRawSync(content));
    }
  })();
}

/** The files that a backup holds; undefined where it was made without. */
export function packedFiles(db: Database): OwnFile[] | undefined {
  if (!db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'okm_files'").get()) return undefined;
  return db.prepare('SELECT path, sha256 FROM okm_files ORDER BY path').all() as OwnFile[];
}

/** The paths of files in a backup whose content is not what was packed. */
export function badFiles(db: Database): string[] {
  return (packedFiles(db) ?? []).flatMap(({ path, sha256: said }) => {
    try {
      return OWN_PATH.test(path) && sha256(readPacked(db, path)) === said ? [] : [path];
    } catch {
      return [path];
    }
  });
}

/** Brings the folder to what a backup holds; what is replaced or removed goes to `replaced`. */
export function unpackOwnFiles(db: Database, folder: string, replaced: string): void {
  const wanted = packedFiles(db);
  if (!wanted) return;
  const present = new Map(listOwnFiles(folder).map((file) => [file.path, file.sha256]));
  const keepFormer = (path: string) => {
    const target = join(replaced, path);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    renameSync(join(folder, path), target);
  };
  for (const { path, sha256: hash } of wanted) {
    if (present.get(path) === hash) continue;
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    const making = `${target}.new`;
    writeFileSync(making, readPacked(db, path), { mode: 0o600 });
    flushFileSync(making);
    if (present.has(path)) keepFormer(path);
    renameSync(making, target);
    flushFolderSync(dirname(target));
  }
  const names = new Set(wanted.map(({ path }) => path));
  for (const path of present.keys()) if (!names.has(path)) keepFormer(path);
}

/** A file of a backup. @throws Error where it is not what was packed */
export function readPacked(db: Database, path: string): Buffer {
  const content = db.prepare('SELECT content FROM okm_files WHERE path = ?').pluck().get(path);
  if (!Buffer.isBuffer(content)) throw new Error('not a file');
  return inflateRawSync(content, { maxOutputLength: MAX_FILE });
}

function readSmall(file: string): Buffer | undefined {
  try {
    const stat = lstatSync(file);
    return stat.isFile() && stat.size <= MAX_FILE ? readFileSync(file) : undefined;
  } catch {
    return undefined; // it went while we looked
  }
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
