import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { flushFolderSync } from '../files/flush-folder.ts';

/** A change as it was asked of the store; or a mark that from `base` on the journal begins anew. */
const Line = z.union([
  z.strictObject({ seq: z.number().int(), operation: z.string(), input: z.unknown().optional() }),
  z.strictObject({ base: z.number().int() }),
]);
export interface JournalEntry {
  readonly seq: number;
  readonly operation: string;
  readonly input: unknown;
}

/** One change larger than this is kept by its number only; before such imports a backup is made. */
const MAX_INPUT = 1024 * 1024;
/** What changes nothing that a journal could bring back, or what must not be brought back. */
const FORGETS = 'purgeAnnotations';

/**
 * What was done since the last backups, beside the database: it tells when the database has lost commits
 * (a cut or lost write-ahead log opens as sound), and what they were.
 */
export interface Journal {
  /** Takes a committed change in; it is on the disk when this returns. */
  append(entry: JournalEntry): void;
  /** Drops what is not after a number, since a verified backup holds it. */
  keepAfter(seq: number): void;
  close(): void;
}

export function journalFile(folder: string): string {
  return join(folder, 'recovery', 'journal.jsonl');
}

/** What a journal says: its last number, and the unbroken run of changes that ends it, from `base` on. */
export function readJournal(folder: string): {
  readonly base: number;
  readonly last: number;
  readonly entries: readonly JournalEntry[];
} {
  const file = journalFile(folder);
  let base = 0;
  let last = 0;
  let entries: JournalEntry[] = [];
  for (const text of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    const line = readLine(text);
    // A line that was cut by the power, or that has rotted: what stood before it still counts.
    if (!line) continue;
    if ('base' in line) {
      base = line.base;
      last = Math.max(last, base);
      entries = [];
      continue;
    }
    // Without its neighbour a change cannot be done again on top of what came before.
    if (line.seq !== (entries.at(-1)?.seq ?? base) + 1) {
      base = line.seq - 1;
      entries = [];
    }
    last = Math.max(last, line.seq);
    if (line.input === undefined && line.operation === '') {
      base = line.seq;
      entries = [];
    } else entries.push({ seq: line.seq, operation: line.operation, input: line.input });
  }
  return { base, last, entries };
}

/** Opens the journal behind a database whose last commit has a number. */
export function openJournal(folder: string, commitSeq: number): Journal {
  const file = journalFile(folder);
  mkdirSync(join(folder, 'recovery'), { recursive: true, mode: 0o700 });
  const isNew = !existsSync(file);
  let fd: number | undefined = openSync(file, 'a', 0o600);
  const put = (value: z.infer<typeof Line>) => {
    if (fd === undefined) return;
    try {
      // A line of its own even after one that was cut.
      writeSync(fd, `\n${writeLine(value)}\n`);
      fsyncSync(fd);
    } catch {
      // The change itself is committed. Without room for its journal, the next backup makes it good again.
      closeSync(fd);
      fd = undefined;
    }
  };
  if (isNew) flushFolderSync(join(folder, 'recovery'));
  // Killed between a commit and its line, or written by a program without a journal.
  if (isNew || readJournal(folder).last < commitSeq) put({ base: commitSeq });
  let lastSeq = commitSeq;
  return {
    append({ seq, operation, input }) {
      lastSeq = seq;
      const isLarge = JSON.stringify(input ?? null).length > MAX_INPUT;
      put(isLarge ? { seq, operation: '' } : { seq, operation, input: input ?? null });
      if (operation === FORGETS) rewrite([{ base: seq }]);
    },
    keepAfter(seq) {
      const { base, entries } = readJournal(folder);
      const kept = entries.filter((entry) => entry.seq > seq);
      rewrite([{ base: kept.length === 0 ? lastSeq : Math.max(base, seq) }, ...kept]);
    },
    close() {
      if (fd !== undefined) closeSync(fd);
      fd = undefined;
    },
  };

  function rewrite(lines: readonly z.infer<typeof Line>[]): void {
    const next = `${file}.new`;
    const handle = openSync(next, 'w', 0o600);
    try {
      writeSync(handle, lines.map((line) => `${writeLine(line)}\n`).join(''));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (fd !== undefined) closeSync(fd);
    renameSync(next, file);
    flushFolderSync(join(folder, 'recovery'));
    fd = openSync(file, 'a', 0o600);
  }
}

function writeLine(value: z.infer<typeof Line>): string {
  const json = JSON.stringify(value);
  return `${sumOf(json)} ${json}`;
}

function readLine(text: string): z.infer<typeof Line> | undefined {
  const json = text.slice(17);
  if (text.length < 18 || text.slice(0, 16) !== sumOf(json)) return undefined;
  return Line.safeParse(JSON.parse(json)).data;
}

function sumOf(json: string): string {
  return createHash('sha256').update(json).digest('hex').slice(0, 16);
}
