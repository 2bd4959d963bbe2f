import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Case, Problem } from '#contract/case-tree.ts';
import { problem } from '#domain/case/problems.ts';
import type { CaseAnswer, CaseStamps, FileStamp } from '../parse-pool/messages.ts';
import { type ParsePool, ParseTooCostly } from '../parse-pool/parse-pool.ts';
import { type Catalogue, type OwnHead, openCatalogue, openCatalogueCopy } from './catalogue.ts';
import { type CaseReader, createCaseReader } from './lazy-case.ts';
import { watchFolder } from './watch-folder.ts';

/** So many files may go within so long before it is taken for a disk that was pulled out, not for tidying up. */
const VANISH_FILES = 20;
const VANISH_MS = 10_000;
/** How long what is gone must stay so, milliseconds: some programs save by taking a file away first. */
const GONE_SETTLE_MS = 250;
/** While many are read, those that are done are shown first after a second, then less often, milliseconds. */
const SHOW_MS = [1000, 5000] as const;

export type FolderState = 'ok' | 'missing' | 'vanished';

/**
 * The folder of the user's own cases: its files are the truth, the catalogue remembers what was made of them.
 * Answers at once with what it knew last, and follows the files from then on.
 */
export interface OwnCaseFolder {
  readonly folder: string;
  /** Every own case, whether or not it can be read, by key. The same map until something changes. */
  heads(): ReadonlyMap<string, OwnHead>;
  /** Files in the folder that are no cases. */
  oddFiles(): readonly Problem[];
  /** A case, held for a while. */
  read(head: OwnHead): Case | undefined;
  /** A case, not held: for looking through all. */
  pass(head: OwnHead): Case | undefined;
  /** `missing`: the folder is gone; `vanished`: too many files went at once. What was known is kept in both. */
  state(): { readonly state: FolderState; readonly vanished: number; readonly reading: number };
  /** When the files have been looked through once. */
  ready(): Promise<void>;
  /** Looks through the files now, and answers when all that has changed is read. */
  refresh(): Promise<void>;
  /** Takes an entry out whose files were removed by the program itself. */
  forget(key: string): void;
  /** The files that vanished are gone on purpose. */
  acceptVanished(): Promise<void>;
  /** Tells the keys of what came, went or changed. Answers how to stop listening. */
  onChange(listener: (keys: ReadonlySet<string>) => void): () => void;
  close(): void;
}

interface Options {
  readonly folder: string;
  readonly catalogueFile: string;
  readonly pool: ParsePool;
  /** The catalogue belongs to another program, or cannot be written: a copy in memory is used. */
  readonly readOnly: boolean;
  /** Follows changes made by other programs; a command that ends at once need not. */
  readonly watch: boolean;
  readonly now: () => Date;
}

/** Opens the folder of own cases. Nothing is read of files that the catalogue knows. */
export function openOwnCaseFolder(options: Options): OwnCaseFolder {
  const { folder, pool, now } = options;
  let catalogue: Catalogue | undefined;
  let reader: CaseReader | undefined;
  let heads = new Map<string, OwnHead>();
  let oddFiles: readonly Problem[] = [];
  let state: FolderState = 'ok';
  let vanished: readonly string[] = [];
  let accepted = false;
  let reading = 0;
  let closed = false;
  let looking: Promise<void> | undefined;
  let again = false;
  const gone: { readonly at: number; readonly files: number }[] = [];
  const listeners = new Set<(keys: ReadonlySet<string>) => void>();

  const open = () => {
    if (!catalogue) {
      catalogue = (options.readOnly ? openCatalogueCopy : openCatalogue)(options.catalogueFile);
      heads = catalogue.load();
    }
    reader ??= createCaseReader(catalogue);
    return { catalogue, reader };
  };
  // Most people have no own cases, or none yet: then there is nothing to open.
  if (existsSync(folder) || existsSync(options.catalogueFile)) open();
  // What fails here is tried again at the next change, and told to whoever asks for a look.
  const watcher = options.watch ? watchFolder(folder, () => void look().catch(() => undefined)) : undefined;

  function tell(keys: ReadonlySet<string>): void {
    if (keys.size === 0 || closed) return;
    heads = new Map(heads);
    for (const listener of listeners) listener(keys);
  }

  function look(): Promise<void> {
    if (closed) return Promise.resolve();
    if (looking) {
      again = true;
      return looking;
    }
    const run = async () => {
      do {
        again = false;
        await lookOnce();
      } while (again && !closed);
    };
    looking = run()
      .catch((error: unknown) => {
        // The parsers end with the program, whatever they are at.
        if (!closed) throw error;
      })
      .finally(() => {
        looking = undefined;
      });
    return looking;
  }

  async function lookOnce(): Promise<void> {
    watcher?.refresh();
    const scan = await pool.run('scan', { folder });
    if (closed) return;
    if (!scan.isThere) {
      if (heads.size > 0 && state !== 'missing') {
        state = 'missing';
        tell(new Set(['']));
      }
      return;
    }
    const odd = JSON.stringify(scan.problems) !== JSON.stringify(oddFiles);
    oddFiles = scan.problems;
    if (odd) tell(new Set(['']));
    await readAll(scan.cases.filter((one) => !isSame(stampsOf(one), heads.get(one.key)?.stamps)));
    const before = state;
    const missing = await settled(goneFrom(scan.cases));
    const removed = takeOut(missing);
    if (before !== state) removed.add('');
    tell(removed);
  }

  function goneFrom(cases: readonly CaseStamps[]): readonly string[] {
    const found = new Set(cases.map(({ key }) => key));
    return [...heads.keys()].filter((key) => !found.has(key));
  }

  /** What is gone once no more goes: a folder that is being emptied is not judged by its first file. */
  async function settled(first: readonly string[]): Promise<readonly string[]> {
    let missing = first;
    while (missing.length > 0 && !closed) {
      await sleep(GONE_SETTLE_MS);
      const scan = await pool.run('scan', { folder });
      if (!scan.isThere) return [];
      const now = goneFrom(scan.cases);
      if (now.length === missing.length) return now;
      missing = now;
    }
    return missing;
  }

  /** Takes out what is gone, unless so much went at once that it looks like an accident. */
  function takeOut(keys: readonly string[]): Set<string> {
    const at = now().getTime();
    const files = (key: string) => heads.get(key)?.stamps.length ?? 0;
    const recent = gone.filter((one) => at - one.at < VANISH_MS && at >= one.at);
    const count = keys.reduce((sum, key) => sum + files(key), 0);
    const before = recent.reduce((sum, one) => sum + one.files, 0);
    if (count > 0 && count + before > VANISH_FILES && !accepted) {
      state = 'vanished';
      vanished = keys;
      return new Set();
    }
    state = 'ok';
    vanished = [];
    accepted = false;
    if (keys.length === 0) return new Set();
    gone.splice(0, gone.length, ...recent, { at, files: count });
    drop(keys);
    return new Set(keys);
  }

  function drop(keys: readonly string[]): void {
    open().catalogue.remove(keys);
    for (const key of keys) {
      heads.delete(key);
      open().reader.forget(key);
    }
  }

  async function readAll(changed: readonly CaseStamps[]): Promise<void> {
    reading = changed.length;
    let batch: { head: OwnHead; parsed: CaseAnswer['parsed'] }[] = [];
    let shown = performance.now();
    let showMs: number = SHOW_MS[0];
    const show = () => {
      if (batch.length === 0 || closed) return;
      open().catalogue.put(batch);
      for (const { head } of batch) {
        heads.set(head.key, head);
        open().reader.forget(head.key);
      }
      const keys = new Set(batch.map(({ head }) => head.key));
      batch = [];
      shown = performance.now();
      tell(keys);
    };
    const queue = [...changed];
    const work = async () => {
      for (let one = queue.shift(); one && !closed; one = queue.shift()) {
        batch.push(await readOne(one));
        reading--;
        if (performance.now() - shown < showMs) continue;
        show();
        showMs = SHOW_MS[1];
      }
    };
    // One ahead of the parser, so that it never waits for us.
    await Promise.all([work(), work()]);
    show();
    reading = 0;
  }

  async function readOne(one: CaseStamps): Promise<{ head: OwnHead; parsed: CaseAnswer['parsed'] }> {
    const { key, main, other } = one;
    const old = open() && heads.get(key);
    const stamps = stampsOf(one);
    const answer = await pool
      .run('case', { folder, key, main: main?.file, other: other?.file, known: old?.hashes })
      .catch((error: unknown): CaseAnswer => {
        if (!(error instanceof ParseTooCostly)) throw error;
        const place = { file: main?.file ?? `${key}.md`, line: 0 };
        const problems = [problem('own-too-costly', place, { detail: error.message })];
        return { hashes: ['', ''], problems, parsed: undefined };
      });
    if (answer.isSame && old) return { head: { ...old, stamps }, parsed: undefined };
    const { hashes, problems, parsed } = answer;
    const { summary, revision } = parsed ?? old ?? {};
    const isOld = parsed === undefined && summary !== undefined;
    return { head: { key, stamps, hashes, problems, summary, revision, isOld }, parsed };
  }

  const first = existsSync(folder) || heads.size > 0 ? look() : Promise.resolve();
  // Whoever waits hears of it; where nobody does, the next look tries again.
  first.catch(() => undefined);
  return {
    folder,
    heads: () => heads,
    oddFiles: () => oddFiles,
    read: (head) => open().reader.read(head),
    pass: (head) => open().reader.pass(head),
    state: () => ({ state, vanished: vanished.length, reading }),
    ready: () => first,
    refresh: look,
    forget(key) {
      if (!heads.has(key)) return;
      drop([key]);
      tell(new Set([key]));
    },
    acceptVanished() {
      accepted = true;
      return look();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      closed = true;
      watcher?.close();
      catalogue?.close();
    },
  };
}

function stampsOf({ main, other }: CaseStamps): readonly FileStamp[] {
  return [main, other].filter((stamp) => stamp !== undefined);
}

function isSame(one: readonly FileStamp[], two: readonly FileStamp[] | undefined): boolean {
  return (
    one.length === two?.length &&
    one.every((stamp, at) => {
      const other = two[at];
      return (
        stamp.file === other?.file &&
        stamp.size === other.size &&
        stamp.mtimeMs === other.mtimeMs &&
        stamp.ctimeMs === other.ctimeMs
      );
    })
  );
}
