import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { classAt } from '#domain/analyser/analyse.ts';
import { fold } from '#domain/analyser/fold.ts';
import { isStopWord } from '#domain/analyser/stop-words.ts';
import {
  type DocumentHead,
  fieldNames,
  fieldTexts,
  type OwnWords,
  type SearchDocument,
  withOwnWords,
} from '#domain/ranking/document.ts';
import { nameKey } from '#domain/ranking/name-key.ts';
import { packCounts } from '#domain/ranking/packed-counts.ts';
import { textHash } from '#domain/text/hash.ts';
import { type IndexDatabase, openIndexDatabase } from './index-database.ts';
import { endsRun, isIndexable } from './match-expression.ts';

/** A document as the index keeps it in memory: no words, a row to find them by. */
export interface OwnEntry {
  readonly row: number;
  readonly head: DocumentHead;
  readonly lengths: readonly number[];
  readonly ownHash: string;
}

/** The user's own cases in an index file, each with what he wrote on it. */
export interface OwnIndex {
  readonly db: Database;
  readonly isCurrent: boolean;
  readonly entries: ReadonlyMap<number, OwnEntry>;
  readonly lengthSums: readonly number[];
  /** Raised with each change, so that what is kept of answers can be told to be old. */
  readonly generation: number;
  findRow(id: string): number | undefined;
  /** Rows of the documents that are called so. */
  rowsNamed(name: string): readonly number[];
  /** The whole of a document. */
  read(row: number): SearchDocument | undefined;
  /** Takes documents in, in place of those of the same ids; see {@link commit}. */
  put(documents: readonly SearchDocument[], ownOf: (id: string) => OwnWords | undefined): void;
  /** Takes documents out; see {@link commit}. */
  remove(ids: readonly string[]): void;
  /**
   * Writes what was taken in and out to the file. It is found before that, and lost by a kill: a transaction
   * for each few documents would make ten times the pieces, and joining these is what costs.
   */
  commit(): void;
  /** Joins the index's pieces after many documents were taken in. */
  optimise(): void;
  close(): void;
}

const nothing = textHash('');
const Body = z.object({
  sections: z.custom<SearchDocument['sections']>(),
  extra: z.custom<SearchDocument['extra']>(),
});
const Head = z.object({ head: z.custom<DocumentHead>(), lengths: z.array(z.number()) });

/** Tells one state of what the user wrote on a case from another. */
export function ownHashOf(own: OwnWords | undefined): string {
  return own && own.noteCount + own.tags.length + (own.collections?.length ?? 0) > 0
    ? textHash(JSON.stringify(own))
    : nothing;
}

/** Opens the index of own cases; `undefined` where it may not be written and there is none. */
export function openOwnIndex(file: string, options?: { readonly readOnly?: boolean }): OwnIndex | undefined {
  const opened = openIndexDatabase(file, options);
  return opened && serve(opened);
}

function serve({ db, isCurrent }: IndexDatabase): OwnIndex {
  const entries = new Map<number, OwnEntry>();
  const rows = new Map<string, number>();
  const named = new Map<string, number[]>();
  const lengthSums = fieldNames.map(() => 0);
  const intern = createIntern();
  let generation = 0;
  let lastRow = 0;

  const namesOf = ({ title, aliases, id }: DocumentHead) =>
    new Set([title.zh, title.en, ...aliases, id].map(nameKey).filter((key) => key !== ''));
  const enter = (entry: OwnEntry) => {
    entries.set(entry.row, entry);
    rows.set(entry.head.id, entry.row);
    for (const name of namesOf(entry.head)) named.set(name, [...(named.get(name) ?? []), entry.row]);
    entry.lengths.forEach((length, place) => {
      lengthSums[place] = (lengthSums[place] ?? 0) + length;
    });
    lastRow = Math.max(lastRow, entry.row);
    generation++;
  };
  const leave = ({ row, head, lengths }: OwnEntry) => {
    entries.delete(row);
    rows.delete(head.id);
    for (const name of namesOf(head)) {
      const left = (named.get(name) ?? []).filter((other) => other !== row);
      if (left.length > 0) named.set(name, left);
      else named.delete(name);
    }
    lengths.forEach((length, place) => {
      lengthSums[place] = (lengthSums[place] ?? 0) - length;
    });
    generation++;
  };

  const load = db.prepare('SELECT row, own_hash, head FROM documents ORDER BY row');
  for (const raw of load.iterate() as IterableIterator<{ row: number; own_hash: string; head: string }>) {
    const { head, lengths } = Head.parse(JSON.parse(raw.head));
    enter({ row: raw.row, head: intern(head), lengths, ownHash: raw.own_hash });
  }

  const readBody = db.prepare('SELECT body FROM documents WHERE row = ?').pluck();
  const read = (row: number): SearchDocument | undefined => {
    const entry = entries.get(row);
    const body = entry && readBody.get(row);
    if (typeof body !== 'string' || !entry) return undefined;
    return { ...entry.head, ...Body.parse(JSON.parse(body)) };
  };

  const columns = fieldNames.join(', ');
  const write = lazily(() => ({
    document: db.prepare(
      'INSERT INTO documents (row, id, revision, own_hash, head, body, counts) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    terms: db.prepare(`INSERT INTO terms (rowid, ${columns}) VALUES (?${', ?'.repeat(fieldNames.length)})`),
    dropDocument: db.prepare('DELETE FROM documents WHERE row = ?'),
    dropTerms: db.prepare('DELETE FROM terms WHERE rowid = ?'),
    word: db.prepare(
      `INSERT INTO words (word, documents) VALUES (?, ?)
       ON CONFLICT (word) DO UPDATE SET documents = documents + excluded.documents`,
    ),
    dropWords: db.prepare('DELETE FROM words WHERE documents <= 0'),
  }));

  const removeRow = (row: number, words: Map<string, number>): OwnEntry | undefined => {
    const entry = entries.get(row);
    const document = read(row);
    if (!entry) return undefined;
    if (document) for (const word of latinOf(document)) words.set(word, (words.get(word) ?? 0) - 1);
    write().dropDocument.run(row);
    write().dropTerms.run(row);
    return entry;
  };
  const countWords = (words: ReadonlyMap<string, number>) => {
    let isLess = false;
    for (const [word, change] of words) {
      if (change !== 0) write().word.run(word, change);
      isLess ||= change < 0;
    }
    if (isLess) write().dropWords.run();
  };
  const insert = (document: SearchDocument, ownHash: string, row: number, words: Map<string, number>) => {
    const { sections, extra, ...head } = document;
    const texts: string[][] = fieldNames.map(() => []);
    const { bytes, lengths } = packCounts(document, (place, term, start, end, folded) => {
      if (!isIndexable(term)) return;
      texts[place]?.push(term);
      const isPair = classAt(folded, start) === 'han' && [...term].length > 1;
      if (isPair && endsRun(folded, end)) texts[place]?.push([...term].at(-1) ?? '');
    });
    const stored = JSON.stringify({ head, lengths });
    write().document.run(
      row,
      document.id,
      document.revision,
      ownHash,
      stored,
      JSON.stringify({ sections, extra }),
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    );
    write().terms.run(row, ...texts.map((terms) => terms.join(' ')));
    for (const word of latinOf(document)) words.set(word, (words.get(word) ?? 0) + 1);
    return { row, head: intern(head), lengths, ownHash };
  };

  const within = (work: () => void) => {
    if (!db.inTransaction) db.exec('BEGIN IMMEDIATE');
    try {
      work();
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
  };
  const commit = () => {
    if (db.inTransaction) db.exec('COMMIT');
  };

  return {
    db,
    isCurrent,
    entries,
    lengthSums,
    get generation() {
      return generation;
    },
    findRow: (id) => rows.get(id),
    rowsNamed: (name) => named.get(nameKey(name)) ?? [],
    read,
    put(documents, ownOf) {
      const gone: OwnEntry[] = [];
      const come: OwnEntry[] = [];
      within(() => {
        const words = new Map<string, number>();
        let next = lastRow;
        // Of two with one id, the last.
        for (const document of new Map(documents.map((one) => [one.id, one])).values()) {
          const before = rows.get(document.id);
          const entry = before === undefined ? undefined : removeRow(before, words);
          if (entry) gone.push(entry);
          const own = ownOf(document.id);
          come.push(insert(withOwnWords(document, own), ownHashOf(own), ++next, words));
        }
        countWords(words);
      });
      // In memory once the tables have them.
      for (const entry of gone) leave(entry);
      for (const entry of come) enter(entry);
    },
    remove(ids) {
      const gone: OwnEntry[] = [];
      within(() => {
        const words = new Map<string, number>();
        for (const id of new Set(ids)) {
          const row = rows.get(id);
          const entry = row === undefined ? undefined : removeRow(row, words);
          if (entry) gone.push(entry);
        }
        countWords(words);
      });
      for (const entry of gone) leave(entry);
    },
    commit,
    optimise() {
      commit();
      db.prepare("INSERT INTO terms (terms) VALUES ('optimize')").run();
    },
    close() {
      commit();
      db.close();
    },
  };
}

/** Distinct Latin words of a document, folded as they are written. */
function latinOf(document: SearchDocument): Set<string> {
  const words = new Set<string>();
  for (const field of fieldNames) {
    for (const text of fieldTexts(document, field)) {
      for (const [word] of fold(text).text.matchAll(/\p{Script=Latin}{3,40}/gu)) {
        if (!isStopWord(word)) words.add(word);
      }
    }
  }
  return words;
}

/** Makes lists with the same values one and the same: ten thousand cases have a few hundred of them. */
function createIntern(): (head: DocumentHead) => DocumentHead {
  const lists = new Map<string, readonly string[]>();
  const one = (list: readonly string[]): readonly string[] => {
    const key = list.join('\u0000');
    const known = lists.get(key);
    if (known) return known;
    lists.set(key, list);
    return list;
  };
  return (head) => ({
    ...head,
    places: one(head.places),
    facets: Object.fromEntries(
      Object.entries(head.facets).map(([facet, values]) => [facet, one(values ?? [])]),
    ),
  });
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
