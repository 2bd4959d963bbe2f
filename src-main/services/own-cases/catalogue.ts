import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import type { Case, Problem } from '#contract/case-tree.ts';
import type { CaseSummary } from '#contract/library.ts';
import type { FileStamp, ParsedOwnCase } from '../parse-pool/messages.ts';

/** Raised when the tables change, or what the parser makes of a case: the catalogue is then made anew. */
const FORMAT = 1;

/**
 * What is known of the user's own cases, so that a start parses none of them. Everything in it can be made
 * again from the files, which alone are the truth: it is not part of a backup, and a damaged one is dropped.
 */
const schema = /* sql */ `
CREATE TABLE cases (
  key TEXT PRIMARY KEY,
  stamps TEXT NOT NULL,
  hashes TEXT NOT NULL,
  problems TEXT NOT NULL,
  id TEXT,
  revision TEXT,
  summary TEXT,
  is_old INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE trees (
  key TEXT PRIMARY KEY REFERENCES cases (key) ON DELETE CASCADE,
  facts BLOB NOT NULL,
  texts BLOB NOT NULL
) STRICT;
`;

/** One own case as the catalogue knows it, whether or not it can be read. */
export interface OwnHead {
  /** `<type>/<id>`, or `<id>` for files that lie in no type's folder. */
  readonly key: string;
  readonly stamps: readonly FileStamp[];
  readonly hashes: readonly [string, string];
  /** What is wrong in its files as they are now. */
  readonly problems: readonly Problem[];
  /** Undefined while its files have never been read without an error. */
  readonly summary: CaseSummary | undefined;
  readonly revision: string | undefined;
  /** Its files have an error now: what is shown is the last version without one. */
  readonly isOld: boolean;
}

export interface Catalogue {
  /** Every entry, by key. */
  load(): Map<string, OwnHead>;
  /** Takes entries in, in place of those of the same keys; without a tree the stored tree stays. */
  put(entries: readonly { readonly head: OwnHead; readonly parsed: ParsedOwnCase | undefined }[]): void;
  remove(keys: readonly string[]): void;
  readFacts(key: string): Pick<Case, 'front' | 'evidence'> | undefined;
  readTexts(key: string): Case['texts'] | undefined;
  close(): void;
}

/** Opens the catalogue in a file, or begins one; what is damaged or of another version is begun anew. */
export function openCatalogue(file: string): Catalogue {
  try {
    return serve(open(file));
  } catch (error) {
    if (file === ':memory:') throw error;
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
    return serve(open(file));
  }
}

/** A copy of a catalogue that another program keeps, for one that may not write there; empty where there is none. */
export function openCatalogueCopy(file: string): Catalogue {
  if (!existsSync(file)) return serve(open(':memory:'));
  try {
    const source = new Database(file, { readonly: true, fileMustExist: true });
    try {
      return serve(prepare(new Database(source.serialize())));
    } finally {
      source.close();
    }
  } catch {
    return serve(open(':memory:')); // half-written or not to be read: everything is read from the files
  }
}

function open(file: string): Database.Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return prepare(new Database(file, { timeout: 2000 }));
}

function prepare(db: Database.Database): Database.Database {
  try {
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('foreign_keys = ON');
    db.pragma('mmap_size = 0');
    db.pragma('cache_size = -4000');
    if (!db.memory) db.pragma('journal_mode = WAL');
    // What a power cut takes is read again from the files.
    db.pragma('synchronous = NORMAL');
    const found = Number(db.pragma('user_version', { simple: true }));
    if (found === 0) {
      db.transaction(() => {
        db.exec(schema);
        db.pragma(`user_version = ${FORMAT}`);
      }).immediate();
    } else if (found !== FORMAT) throw new Error('a catalogue of another version');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

interface Row {
  readonly key: string;
  readonly stamps: string;
  readonly hashes: string;
  readonly problems: string;
  readonly revision: string | null;
  readonly summary: string | null;
  readonly is_old: number;
}

function serve(db: Database.Database): Catalogue {
  const putCase = db.prepare(
    `INSERT INTO cases (key, stamps, hashes, problems, id, revision, summary, is_old)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET stamps = excluded.stamps, hashes = excluded.hashes,
       problems = excluded.problems, id = excluded.id, revision = excluded.revision,
       summary = excluded.summary, is_old = excluded.is_old`,
  );
  const putTree = db.prepare(
    `INSERT INTO trees (key, facts, texts) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET facts = excluded.facts, texts = excluded.texts`,
  );
  const drop = db.prepare('DELETE FROM cases WHERE key = ?');
  const facts = db.prepare('SELECT facts FROM trees WHERE key = ?').pluck();
  const texts = db.prepare('SELECT texts FROM trees WHERE key = ?').pluck();
  return {
    load() {
      const rows = db.prepare('SELECT * FROM cases ORDER BY key').all() as Row[];
      return new Map(rows.map((row) => [row.key, toHead(row)]));
    },
    put(entries) {
      db.transaction(() => {
        for (const { head, parsed } of entries) {
          const { key, summary } = head;
          putCase.run(
            key,
            JSON.stringify(head.stamps),
            JSON.stringify(head.hashes),
            JSON.stringify(head.problems),
            summary?.id ?? null,
            head.revision ?? null,
            summary ? JSON.stringify(summary) : null,
            head.isOld ? 1 : 0,
          );
          if (parsed) putTree.run(key, Buffer.from(parsed.facts), Buffer.from(parsed.texts));
        }
      }).immediate();
    },
    remove(keys) {
      db.transaction(() => {
        for (const key of keys) drop.run(key);
      }).immediate();
    },
    readFacts: (key) => unpack(facts.get(key)) as Pick<Case, 'front' | 'evidence'> | undefined,
    readTexts: (key) => unpack(texts.get(key)) as Case['texts'] | undefined,
    close: () => void db.close(),
  };
}

function toHead(row: Row): OwnHead {
  return {
    key: row.key,
    stamps: JSON.parse(row.stamps),
    hashes: JSON.parse(row.hashes),
    problems: JSON.parse(row.problems),
    summary: row.summary === null ? undefined : JSON.parse(row.summary),
    revision: row.revision ?? undefined,
    isOld: row.is_old === 1,
  };
}

function unpack(blob: unknown): unknown {
  return blob instanceof Uint8Array ? JSON.parse(inflateRawSync(blob).toString('utf8')) : undefined;
}
