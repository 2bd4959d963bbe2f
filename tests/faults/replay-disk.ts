import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** What a recorded program did, in one order. */
export interface Step {
  readonly kind: string;
  readonly path: string;
  readonly offset: number;
  readonly data: Buffer;
}

/** Reads a record as tests/faults/record.c writes it. */
export function readRecord(file: string): Step[] {
  const bytes = readFileSync(file);
  const steps: Step[] = [];
  for (let at = 0; at + 15 <= bytes.length; ) {
    const kind = String.fromCharCode(bytes[at] ?? 0);
    const pathLength = bytes.readUInt16LE(at + 1);
    const offset = Number(bytes.readBigUInt64LE(at + 3));
    const length = bytes.readUInt32LE(at + 11);
    const path = bytes.subarray(at + 15, at + 15 + pathLength).toString('utf8');
    const data = bytes.subarray(at + 15 + pathLength, at + 15 + pathLength + length);
    steps.push({ kind, path, offset, data });
    at += 15 + pathLength + length;
  }
  return steps;
}

interface Inode {
  /** What has surely reached the disk, and what was written since. */
  readonly writes: { offset: number; data: Buffer | undefined; isSynced: boolean }[];
}

/**
 * Builds a folder as a power cut after `cut` steps may have left it: everything that was synced; of the rest
 * nothing, a first part or any part, one write in ten torn at a sector; names changed and files removed only
 * where their folder was synced since, or by chance the first few of those.
 */
export function buildDisk(
  steps: readonly Step[],
  cut: number,
  { root, target, chance }: { root: string; target: string; chance: (below: number) => number },
): void {
  /** As the running program sees names, and as the disk surely has them. */
  const names = new Map<string, Inode>();
  const durable = new Map<string, Inode>();
  type Change = (of: Map<string, Inode>) => void;
  let pending: { readonly folder: string; readonly apply: Change }[] = [];
  const change = (path: string, apply: Change) => {
    apply(names);
    pending.push({ folder: dirname(path), apply });
  };
  for (const { kind, path, offset, data } of steps.slice(0, cut)) {
    if (kind === 'O') {
      const there = names.get(path);
      if (!there) {
        const made: Inode = { writes: [] };
        change(path, (of) => void of.set(path, made));
      } else if (offset === 1) there.writes.push({ offset: 0, data: undefined, isSynced: false });
    } else if (kind === 'W') names.get(path)?.writes.push({ offset, data, isSynced: false });
    else if (kind === 'T') names.get(path)?.writes.push({ offset, data: undefined, isSynced: false });
    else if (kind === 'U') change(path, (of) => void of.delete(path));
    else if (kind === 'R') {
      const to = data.toString('utf8');
      change(path, (of) => {
        const moved = of.get(path);
        if (!moved) return;
        of.delete(path);
        of.set(to, moved);
      });
    } else if (kind === 'S') {
      const file = names.get(path);
      if (file) {
        for (const write of file.writes) write.isSynced = true;
        // A synced file has its name too where it was new; no rename is implied by it.
        if (![...durable.values()].includes(file)) durable.set(path, file);
      } else {
        for (const { folder, apply } of pending) if (folder === path) apply(durable);
        pending = pending.filter(({ folder }) => folder !== path);
      }
    }
  }
  const kept = chance(pending.length + 1);
  for (const { apply } of pending.slice(0, kept)) apply(durable);
  rmSync(target, { recursive: true, force: true });
  const how = chance(3);
  for (const [path, inode] of durable) {
    // Shared memory is made anew from the log.
    if (path.endsWith('-shm')) continue;
    const unsynced = inode.writes.filter(({ isSynced }) => !isSynced).length;
    const first = chance(unsynced + 1);
    let seen = 0;
    const room = Math.max(0, ...inode.writes.map(({ offset, data }) => offset + (data?.length ?? 0)));
    const content = Buffer.alloc(room);
    let size = 0;
    for (const { offset, data, isSynced } of inode.writes) {
      if (!isSynced) {
        seen += 1;
        if (how === 0 || (how === 1 && seen > first) || (how === 2 && chance(2) === 0)) continue;
      }
      if (!data) {
        content.fill(0, offset);
        size = offset;
        continue;
      }
      const torn =
        !isSynced && chance(10) === 0 ? data.subarray(0, chance(Math.ceil(data.length / 512)) * 512) : data;
      torn.copy(content, offset);
      size = Math.max(size, offset + torn.length);
    }
    const file = join(target, relative(root, path));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content.subarray(0, size));
  }
  mkdirSync(target, { recursive: true });
}
