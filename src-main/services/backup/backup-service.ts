import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BackupEntry, DataStatus, Findings, RestorePreview } from '#contract/data.ts';
import { MendReport } from '#contract/data.ts';
import { OkmError } from '#contract/errors.ts';
import type { Delivery } from '#contract/exports.ts';
import type { Changes } from '../changes.ts';
import type { Deliveries } from '../exports/deliveries.ts';
import type { OwnCaseFolder } from '../own-cases/own-case-folder.ts';
import type { Store } from '../store/store.ts';
import type { Apart } from './apart.ts';
import { type Backup, type BackupReason, listBackups } from './backup-files.ts';
import { leftOvers } from './inspect.ts';
import type { Jobs, SecondPlace } from './jobs.ts';
import { listOwnFiles } from './own-files.ts';
import { reportFile } from './report-file.ts';

interface Parts {
  readonly store: Store;
  readonly dataDir: string;
  readonly changes: Changes;
  readonly ownFolder: Pick<OwnCaseFolder, 'refresh' | 'acceptVanished'>;
  readonly apart: Apart;
  readonly deliveries: Deliveries;
  readonly now: () => Date;
  /** A command or a plain start: looks after nothing in the background. */
  readonly isQuiet: boolean;
}

const EVERY_MS = 30 * 60_000;
/** All backups together. */
const MAX_BYTES = 2 * 1024 ** 3;

/** Backups of all that the user made, and the ways back. */
export function createBackupService(parts: Parts) {
  const { store, dataDir, changes, ownFolder, apart, deliveries, now, isQuiet } = parts;
  const folder = join(dataDir, 'backups');
  const secondFile = join(dataDir, 'second-place.json');
  let secondState: SecondPlace = 'none';
  let running: Promise<unknown> = Promise.resolve();
  /** One job after another: each sees what the one before has made. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = running.then(work, work);
    running = done.catch(() => undefined);
    return done;
  };

  async function make(reason: BackupReason): Promise<Backup> {
    if (store.readOnly) throw store.readOnly;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const making = join(folder, 'making.tmp');
    rmSync(making, { force: true });
    await store.call('copyStore', { file: making });
    const at = now().toISOString();
    try {
      const input = { making, folder: dataDir, reason, at, maxBytes: MAX_BYTES, secondPlace: secondPlace() };
      const { backup, second } = await apart('finish', input);
      secondState = second;
      // From the backup before this one on: should this one rot, the changes since that one are still known.
      await store.keepJournalAfter(listBackups(folder)[1]?.commitSeq ?? 0);
      return backup;
    } catch (error) {
      rmSync(making, { force: true });
      // Found in the copy, and so in the database: the next start looks at everything and mends it.
      if (error instanceof OkmError && error.code === 'STORE_DAMAGED') markSuspect(dataDir);
      throw error;
    }
  }

  /** Whether something was made or changed since the last backup. */
  async function hasChanged(): Promise<boolean> {
    const [last] = listBackups(folder);
    const { commitSeq } = await store.call('storeInfo', undefined);
    if (!last) return commitSeq > 0 || ownStamp(dataDir) > 0;
    return commitSeq !== last.commitSeq || ownStamp(dataDir) > Date.parse(last.at);
  }

  async function makeIfChanged(reason: BackupReason): Promise<void> {
    if (!store.readOnly && (await hasChanged())) await make(reason);
  }

  function secondPlace(): string {
    try {
      return String(JSON.parse(readFileSync(secondFile, 'utf8')).folder ?? '');
    } catch {
      return '';
    }
  }

  const timer = isQuiet
    ? undefined
    : setInterval(() => void inTurn(() => makeIfChanged('timer')).catch(() => undefined), EVERY_MS);
  timer?.unref();
  if (store.wasUnclean && !store.readOnly && !isQuiet) void inTurn(sweep).catch(() => undefined);

  /** After a program that did not end well: every row is looked at, and mended where that is needed. */
  async function sweep(): Promise<void> {
    const { findings } = await apart('inspect', { folder: dataDir });
    if (findings.some(({ kind }) => isDamage(kind))) await bringBack();
    else rmSync(join(dataDir, 'recovery', 'suspect'), { force: true });
  }

  async function bringBack(): Promise<MendReport> {
    let report: MendReport | undefined;
    await store.replace(async () => {
      report = await apart('mend', { folder: dataDir, at: now().toISOString() });
    });
    tellAll();
    if (!report) throw new OkmError('STORE_DAMAGED', { file: join(dataDir, 'okm.db') });
    return report;
  }

  function tellAll(): void {
    for (const what of ['annotations', 'comparisons', 'packets', 'settings', 'library'] as const)
      changes.emit(what);
  }

  function fileOf(name: string): string {
    const found = listBackups(folder).find((backup) => backup.name === name);
    if (!found) throw new OkmError('FILE_REFUSED', { file: name, reason: 'missing', detail: '' });
    return found.file;
  }

  const restoreFile = (file: string): Promise<RestorePreview & { replaced: string }> =>
    inTurn(async () => {
      if (store.readOnly) throw store.readOnly;
      // Looked at first: for a file that cannot be used nothing is stopped and nothing is written.
      await apart('preview', { file, folder: dataDir });
      await make('restore');
      let done: { replaced: string; preview: RestorePreview } | undefined;
      await store.replace(async () => {
        done = await apart('restore', { file, folder: dataDir, at: now().toISOString() });
      });
      await ownFolder.refresh();
      await ownFolder.acceptVanished();
      tellAll();
      if (!done) throw new Error('the restore ended without an answer');
      return { ...done.preview, replaced: done.replaced };
    });

  return {
    status(): DataStatus {
      return {
        backups: listBackups(folder).map(toEntry),
        mended: readReport(dataDir),
        secondPlace: secondPlace(),
        secondPlaceState: secondState,
      };
    },
    async backUp(): Promise<BackupEntry> {
      return toEntry(await inTurn(() => make('asked')));
    },
    /** Before something that touches much, such as a large import. */
    async backUpBefore(reason: BackupReason): Promise<void> {
      await inTurn(() => makeIfChanged(reason));
    },
    async previewRestore({ name }: { name: string }): Promise<RestorePreview> {
      return apart('preview', { file: fileOf(name), folder: dataDir });
    },
    async restore({ name }: { name: string }) {
      return restoreFile(fileOf(name));
    },
    /** The same for a backup that lies anywhere. */
    previewFile: (file: string) => apart('preview', { file, folder: dataDir }),
    restoreFile,
    /** Writes all that the user made as plain files into a new or empty folder; a backup is made on the way. */
    exportPlain: (target: string): Promise<Jobs['plainOut']['output']> =>
      inTurn(async () => {
        const { file } = await make('asked');
        return apart('plainOut', { file, folder: target });
      }),
    /** The same in one zip, handed over by ticket. */
    exportAll: (): Promise<Delivery> =>
      inTurn(async () => {
        const { file } = await make('asked');
        const zip = join(folder, 'plain.zip.tmp');
        try {
          await apart('plainZip', { file, zip });
          const bytes = readFileSync(zip);
          const fileName = `one-kilometre-${now().toISOString().slice(0, 10)}.zip`;
          const ticket = deliveries.put({ fileName, mediaType: 'application/zip', bytes });
          return {
            ticket,
            fileName,
            sizeBytes: bytes.length,
            citations: 0,
            unsupported: 0,
            missing: [],
          };
        } finally {
          rmSync(zip, { force: true });
        }
      }),
    /** What plain files would bring, or brings it: as a restore does, with what was there kept. */
    async importPlain(source: string, isCarriedOut: boolean) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const file = join(folder, 'plain.tmp');
      try {
        await apart('plainIn', { folder: source, file });
        if (isCarriedOut) return await restoreFile(file);
        return { ...(await apart('preview', { file, folder: dataDir })), replaced: undefined };
      } finally {
        for (const part of ['', '-wal', '-shm', '-journal']) rmSync(file + part, { force: true });
      }
    },
    /** Looks everything through, mends what can be mended, and says what. */
    check(): Promise<Findings> {
      return inTurn(async () => {
        const found = await apart('inspect', { folder: dataDir });
        if (store.readOnly) return found;
        const isDamaged = found.findings.some(({ kind }) => isDamage(kind));
        if (isDamaged) await bringBack();
        const left = new Set(leftOvers(dataDir));
        for (const name of left) rmSync(join(dataDir, name), { force: true });
        const findings = found.findings.map((finding) => ({
          ...finding,
          mended:
            (isDamaged && isDamage(finding.kind)) ||
            (finding.kind === 'left-over' && left.has(finding.where)),
        }));
        return { ...found, findings };
      });
    },
    async mendSeen(): Promise<Record<string, never>> {
      rmSync(reportFile(dataDir), { force: true });
      return {};
    },
    /** Names the folder where a copy of each backup goes; an empty name for none. */
    setSecondPlace(place: string): void {
      if (place === '') rmSync(secondFile, { force: true });
      else writeFileSync(secondFile, `${JSON.stringify({ folder: resolve(place) })}\n`, { mode: 0o600 });
    },
    /** At the end: a backup where something has changed; a command's many short runs make one in half an hour. */
    async close(): Promise<void> {
      clearInterval(timer);
      await running;
      const [last] = listBackups(folder);
      const isRecent = last !== undefined && now().getTime() - Date.parse(last.at) < EVERY_MS;
      if (isQuiet && isRecent) return;
      // A disk that is full must not keep the program from ending; what is saved stays saved.
      await makeIfChanged('quit').catch(() => undefined);
    },
  };
}
export type BackupService = ReturnType<typeof createBackupService>;

/** Damage is what a backup mends; a note without its sentence is not. */
function isDamage(kind: Findings['findings'][number]['kind']): boolean {
  return ['integrity', 'foreign-key', 'hash', 'count', 'schema', 'commits-lost'].includes(kind);
}

function toEntry({ name, at, reason, sizeBytes, notes, cases }: Backup): BackupEntry {
  return { name, at, reason, sizeBytes, notes, cases };
}

function readReport(folder: string): MendReport | null {
  try {
    return MendReport.parse(JSON.parse(readFileSync(reportFile(folder), 'utf8')));
  } catch {
    return null;
  }
}

/** When a file of own cases was changed last, milliseconds; 0 without any. */
function ownStamp(folder: string): number {
  const cases = join(folder, 'cases');
  const stamps = listOwnFiles(cases).map(({ path }) => {
    try {
      return statSync(join(cases, path)).mtimeMs;
    } catch {
      return 0;
    }
  });
  return Math.max(0, ...stamps);
}

/** Makes the next start look at everything. */
function markSuspect(folder: string): void {
  if (!existsSync(join(folder, 'recovery'))) return;
  writeFileSync(join(folder, 'recovery', 'suspect'), '', { mode: 0o600 });
}
