import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describeFault, type Fault } from './fault.ts';

const MAX_BYTES = 1_000_000;
const FILES = 5;

/** What may stand in the log: names of procedures, codes, times and counts; never a word of the user's. */
export interface LogEntry {
  readonly event: 'start' | 'stop' | 'call' | 'refused' | 'fault';
  readonly procedure?: string;
  readonly code?: string;
  readonly ms?: number;
  readonly version?: string;
  readonly door?: string;
}

export interface Log {
  write(entry: LogEntry): void;
  /** Writes a fault of the program without its message, and answers the id under which it can be found. */
  fault(error: unknown, procedure?: string): string;
}

/**
 * A log of JSON lines in a folder, five files of one megabyte at most. Where it cannot be written it stays
 * silent: what reports a failure must not fail.
 *
 * @param folder undefined for no log on disk
 */
export function createLog({ folder, now }: { folder: string | undefined; now: () => Date }): Log {
  const file = folder === undefined ? undefined : join(folder, 'okm.log');
  let seq = 0;
  const append = (entry: LogEntry & { readonly id?: string; readonly fault?: Fault }) => {
    if (file === undefined || folder === undefined) return;
    seq += 1;
    const { event, procedure, code, ms, version, door, id, fault } = entry;
    const line = {
      time: now().toISOString(),
      pid: process.pid,
      seq,
      event,
      procedure,
      code,
      ms,
      version,
      door,
      id,
      fault,
    };
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      rotate(file);
      appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
    } catch {
      // A full or vanished disk is reported by the call that met it.
    }
  };
  return {
    write: append,
    fault(error, procedure) {
      const id = randomUUID().slice(0, 8);
      append({
        event: 'fault',
        id,
        fault: describeFault(error),
        ...(procedure === undefined ? {} : { procedure }),
      });
      return id;
    },
  };
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < MAX_BYTES) return;
  rmSync(`${file}.${FILES - 1}`, { force: true });
  for (let number = FILES - 1; number > 1; number -= 1) {
    if (statSync(`${file}.${number - 1}`, { throwIfNoEntry: false }))
      renameSync(`${file}.${number - 1}`, `${file}.${number}`);
  }
  renameSync(file, `${file}.1`);
}
