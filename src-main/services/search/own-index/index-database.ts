import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { analyserVersion } from '#domain/analyser/analyse.ts';

/** Raised when the tables change: an index of another format cannot even be read, and is made anew. */
const FORMAT = '2';

/**
 * The tables: documents whole, so that the index answers by itself; their terms, without the words
 * (`content=''`), told apart by field and not by place in it (`detail=column`), which halves the file; and
 * the Latin words as they are written, to repair typing errors to.
 */
const schema = /* sql */ `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE documents (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  revision TEXT NOT NULL,
  own_hash TEXT NOT NULL,
  head TEXT NOT NULL,
  body TEXT NOT NULL,
  counts BLOB NOT NULL
) STRICT;
CREATE VIRTUAL TABLE terms USING fts5(title, meta, summary, zh, en, aside, own, claim,
  content='', contentless_delete=1, detail=column,
  tokenize="unicode61 remove_diacritics 0 tokenchars '+.'");
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(terms, row);
CREATE TABLE words (word TEXT PRIMARY KEY, documents INTEGER NOT NULL) STRICT, WITHOUT ROWID;
`;

export interface IndexDatabase {
  readonly db: Database.Database;
  /** Whether its terms are those of this program's analyser. */
  readonly isCurrent: boolean;
}

/**
 * Opens an index file; one that is damaged, or of tables that this program does not know, is put away and
 * begun anew: everything in it can be made again from the cases and notes. `undefined` where there is
 * nothing to read and nothing may be written.
 */
export function openIndexDatabase(
  file: string,
  { readOnly = false }: { readonly readOnly?: boolean } = {},
): IndexDatabase | undefined {
  if (readOnly && !existsSync(file)) return undefined;
  try {
    return open(file, readOnly);
  } catch {
    if (readOnly) return undefined;
    removeIndexFile(file);
    return open(file, false);
  }
}

/** Takes an index file away, with what SQLite keeps beside it. */
export function removeIndexFile(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
}

function open(file: string, readOnly: boolean): IndexDatabase {
  if (!readOnly && file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const db = new Database(file, { readonly: readOnly, fileMustExist: readOnly, timeout: 2000 });
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('mmap_size = 0');
    db.pragma('temp_store = MEMORY');
    db.pragma('cache_size = -8000');
    if (readOnly) db.pragma('query_only = ON');
    else {
      db.pragma('journal_mode = WAL');
      // What a power cut takes is made again; see the reconciliation at each start.
      db.pragma('synchronous = NORMAL');
      if (Number(db.pragma('user_version', { simple: true })) === 0) begin(db);
    }
    const meta = new Map(
      (db.prepare('SELECT key, value FROM meta').all() as { key: string; value: string }[]).map(
        ({ key, value }) => [key, value],
      ),
    );
    if (meta.get('format') !== FORMAT) throw new Error('an index of another format');
    return { db, isCurrent: meta.get('analyser') === String(analyserVersion) };
  } catch (error) {
    db.close();
    throw error;
  }
}

function begin(db: Database.Database): void {
  db.transaction(() => {
    db.exec(schema);
    const insert = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)');
    insert.run('format', FORMAT);
    insert.run('analyser', String(analyserVersion));
    db.pragma('user_version = 1');
  }).immediate();
}
