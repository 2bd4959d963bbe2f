import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { createApart } from '#services/backup/apart.ts';
import { outlived } from '#services/backup/backup-files.ts';
import { checkDatabase } from '#services/store/check-database.ts';
import { openStore } from '#services/store/store.ts';
import { acknowledged, judge, noteInput, randomOf } from './oracle.ts';
import { buildRecorder, runWriter } from './programs.ts';
import { buildDisk, readRecord, type Step } from './replay-disk.ts';

/** What one kind of fault has shown. */
export interface Tally {
  readonly kind: string;
  readonly tried: number;
  readonly lost: number;
  readonly half: number;
  /** Damage that was opened as sound, or left something that is not. */
  readonly unsound: number;
  /** Faults that were said with their file and remedy; undefined where a fault has nobody to tell. */
  readonly named: number | undefined;
  readonly note: string;
}

const SINCE = '2026-11-24T00:00:00.000Z';
/** In memory where there is such a folder: the faults are made, not waited for, and the disk is others' too. */
const temporary = () => mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'okm-fault-'));

/** A: the program is killed at any moment, again and again on the same folder. */
export async function kills(count: number, seed: number): Promise<Tally> {
  const chance = randomOf(seed);
  let lost = 0;
  let half = 0;
  let unsound = 0;
  let folder = temporary();
  let promised: { id: string; body: string }[] = [];
  let heard = 0;
  for (let kill = 0; kill < count; kill += 1) {
    const { said } = await runWriter([folder, seed + kill, 400], { killAfterMs: chance(120) });
    const told = acknowledged(said);
    heard += told.length;
    promised.push(...told);
    const verdict = judge(folder, promised);
    lost += verdict.lost;
    half += verdict.half;
    unsound += verdict.unsound.length;
    if (kill % 25 === 24) {
      rmSync(folder, { recursive: true, force: true });
      folder = temporary();
      promised = [];
    }
  }
  rmSync(folder, { recursive: true, force: true });
  return {
    kind: 'A kill',
    tried: count,
    lost,
    half,
    unsound,
    named: undefined,
    note: `${heard} writes acknowledged`,
  };
}

/** Records a run of the writer. */
async function recorded(
  library: string,
  seed: number,
  how: 'full' | 'normal',
): Promise<{ steps: Step[]; root: string }> {
  const root = temporary();
  const log = `${root}.log`;
  const env = { LD_PRELOAD: library, OKM_RECORD_ROOT: root, OKM_RECORD_LOG: log };
  await runWriter([root, seed, 60, how], { env });
  const steps = readRecord(log);
  rmSync(log);
  rmSync(root, { recursive: true, force: true });
  return { steps, root };
}

/** B: the power goes after any step; `normal` is the writer that does not wait for the disk. */
export async function powerCuts(
  count: number,
  seed: number,
  how: 'full' | 'normal' = 'full',
): Promise<Tally> {
  const kind = how === 'full' ? 'B power cut' : 'B with synchronous=NORMAL';
  const library = buildRecorder();
  if (!library)
    return { kind, tried: 0, lost: 0, half: 0, unsound: 0, named: undefined, note: 'SKIPPED: no C compiler' };
  const chance = randomOf(seed);
  const { steps, root } = await recorded(library, seed, how);
  const target = temporary();
  let lost = 0;
  let cutsWithLoss = 0;
  let half = 0;
  let unsound = 0;
  for (let cut = 0; cut < count; cut += 1) {
    const at = 1 + chance(steps.length);
    const said = steps
      .slice(0, at)
      .filter(({ kind: one }) => one === 'K')
      .map(({ data }) => data.toString('utf8'))
      .join('');
    buildDisk(steps, at, { root, target, chance });
    const verdict = judge(target, said === '' ? [] : acknowledged(said));
    lost += verdict.lost;
    half += verdict.half;
    if (verdict.lost > 0) cutsWithLoss += 1;
    unsound += verdict.unsound.length;
  }
  rmSync(target, { recursive: true, force: true });
  return {
    kind,
    tried: count,
    lost,
    half,
    unsound,
    named: undefined,
    note: `${steps.length} calls recorded, ${cutsWithLoss} cuts with a loss`,
  };
}

const ERRNOS = ['ENOSPC', 'EIO', 'EPERM', 'EACCES', 'EINTR'] as const;

/** C: the n-th call on the disk fails, once or three times or for good. */
export async function failingCalls(count: number, seed: number): Promise<Tally> {
  const library = buildRecorder();
  const kind = 'C failing call';
  if (!library)
    return { kind, tried: 0, lost: 0, half: 0, unsound: 0, named: undefined, note: 'SKIPPED: no C compiler' };
  const chance = randomOf(seed);
  let lost = 0;
  let half = 0;
  let unsound = 0;
  let told = 0;
  let named = 0;
  for (let trial = 0; trial < count; trial += 1) {
    const root = temporary();
    const errno = ERRNOS[trial % ERRNOS.length] ?? 'EIO';
    const env = {
      LD_PRELOAD: library,
      OKM_RECORD_ROOT: root,
      OKM_FAIL_AT: String(1 + chance(220)),
      OKM_FAIL_TIMES: String([1, 3, 1_000_000][trial % 3]),
      OKM_FAIL_ERRNO: String(constants.errno[errno]),
    };
    const { said } = await runWriter([root, seed + trial, 12], { env });
    const verdict = judge(root, said === '' ? [] : acknowledged(said));
    lost += verdict.lost;
    half += verdict.half;
    unsound += verdict.unsound.length;
    for (const [, code] of said.matchAll(/"failed":"([^"]+)"/g)) {
      told += 1;
      if (code !== 'unexpected') named += 1;
    }
    rmSync(root, { recursive: true, force: true });
  }
  return { kind, tried: count, lost, half, unsound, named, note: `${told} writes refused` };
}

/** D: no file may grow beyond a size, at different sizes: what a full disk does, without being root. */
export async function fullDisk(points: number, seed: number): Promise<Tally> {
  let lost = 0;
  let half = 0;
  let unsound = 0;
  let told = 0;
  let named = 0;
  for (let point = 0; point < points; point += 1) {
    const root = temporary();
    // In blocks of 512 bytes: from a database that can just be made to one that fills while it is written.
    const blocks = 700 + point * 90;
    const { said } = await runWriter([root, seed + point, 300], {
      shell: `trap '' XFSZ; ulimit -f ${blocks}`,
    });
    const verdict = judge(root, said === '' ? [] : acknowledged(said));
    lost += verdict.lost;
    half += verdict.half;
    unsound += verdict.unsound.length;
    for (const [, code] of said.matchAll(/"failed":"([^"]+)"/g)) {
      told += 1;
      if (code === 'DISK_FULL' || code === 'DISK_ERROR') named += 1;
    }
    rmSync(root, { recursive: true, force: true });
  }
  return { kind: 'D full disk', tried: points, lost, half, unsound, named, note: `${told} writes refused` };
}

/** What the user would read: if it is what he wrote, a changed bit has hit nothing of his. */
function words(file: string): string | undefined {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true });
    return JSON.stringify(
      db.prepare('SELECT id, kind, colour, body, tags, section, exact FROM annotations ORDER BY id').all(),
    );
  } catch {
    return undefined;
  } finally {
    db?.close();
  }
}

function faultsOf(file: string): number {
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { readonly: true });
    return checkDatabase(db).length;
  } catch {
    return 1;
  } finally {
    db?.close();
  }
}

/** E: bits flip, pages vanish or change places, files are cut; found by the check, and mended by the program. */
export async function rot(count: number, seed: number, mends: number): Promise<Tally> {
  const chance = randomOf(seed);
  const folder = temporary();
  const store = await openStore(folder, 'cli', SINCE);
  const ids: string[] = [];
  for (let at = 0; at < 120; at += 1) {
    const id = `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`;
    await store.call(
      'createAnnotation',
      noteInput(id, `第 ${at} 条：${'居民自己决定'.repeat(1 + chance(60))}`),
    );
    ids.push(id);
  }
  const making = join(folder, 'making.tmp');
  await store.call('copyStore', { file: making });
  const apart = createApart();
  mkdirSync(join(folder, 'backups'));
  await apart('finish', { making, folder, reason: 'asked', at: SINCE, maxBytes: 2e9, secondPlace: '' });
  await store.call('createAnnotation', noteInput('00000000-0000-7000-8000-999999999999', '备份以后写的'));
  await store.close();
  const file = join(folder, 'okm.db');
  const whole = readFileSync(file);
  const truth = words(file);
  const ward = temporary();
  const damaged = join(ward, 'damaged.db');
  const inWords = [...whole.toString('latin1').matchAll(/\xe5\xb1\x85\xe6\xb0\x91/g)].map(
    ({ index }) => index,
  );
  let unsound = 0;
  let found = 0;
  let harmless = 0;
  let lost = 0;
  for (let trial = 0; trial < count; trial += 1) {
    const bytes = Buffer.from(whole);
    const page = () => chance(bytes.length / 4096) * 4096;
    const kind = trial % 5;
    if (kind <= 1) {
      const at = (kind === 0 ? inWords[chance(inWords.length)] : chance(bytes.length)) ?? 0;
      bytes[at] = (bytes[at] ?? 0) ^ (1 << chance(8));
    } else if (kind === 2) bytes.fill(0, page(), page() + 4096);
    else if (kind === 3) {
      const [a, b] = [page(), page()];
      const kept = Buffer.from(bytes.subarray(a, a + 4096));
      bytes.copy(bytes, a, b, b + 4096);
      kept.copy(bytes, b);
    }
    writeFileSync(damaged, bytes);
    if (kind === 4) truncateSync(damaged, chance(bytes.length));
    const faults = faultsOf(damaged);
    if (faults > 0) found += 1;
    else if (words(damaged) === truth) harmless += 1;
    else unsound += 1;
    if (trial >= mends || faults === 0) continue;
    const ill = temporary();
    cpSync(join(folder, 'backups'), join(ill, 'backups'), { recursive: true });
    cpSync(join(folder, 'recovery'), join(ill, 'recovery'), { recursive: true });
    cpSync(damaged, join(ill, 'okm.db'));
    await apart('mend', { folder: ill, at: SINCE });
    if (words(join(ill, 'okm.db')) !== truth) lost += 1;
    rmSync(ill, { recursive: true, force: true });
  }
  rmSync(folder, { recursive: true, force: true });
  rmSync(ward, { recursive: true, force: true });
  return {
    kind: 'E rot',
    tried: count,
    lost,
    half: 0,
    unsound,
    named: found,
    note: `${found} found, ${harmless} hit nothing the user wrote, ${Math.min(mends, count)} mended and compared`,
  };
}

/** F: a second program on the same folder; the first stopped, then killed. */
export async function twoPrograms(): Promise<Tally & { readonly refusedMs: number }> {
  const folder = temporary();
  const first = await openStore(folder, 'cli', SINCE);
  await first.call('createAnnotation', noteInput('00000000-0000-7000-8000-000000000001', '一'));
  const started = performance.now();
  const second = await openStore(folder, 'web', SINCE);
  const refusedMs = performance.now() - started;
  const named = second.readOnly?.code === 'FOLDER_IN_USE' ? 1 : 0;
  const seen = (await second.call('listAnnotations', {})).length;
  await second.close();
  await first.close();
  const held = runWriter([folder, 7, 100_000], { killAfterMs: 300 });
  await held;
  const third = await openStore(folder, 'web', SINCE);
  const free = third.readOnly === undefined;
  await third.close();
  rmSync(folder, { recursive: true, force: true });
  const unsound = (seen === 1 ? 0 : 1) + (free ? 0 : 1);
  return {
    kind: 'F two programs',
    tried: 2,
    lost: 0,
    half: 0,
    unsound,
    named,
    note: `refused in ${Math.round(refusedMs)} ms`,
    refusedMs,
  };
}

/** G: the clock is ten years off, or goes backwards, while backups are thinned out. */
export function clock(count: number, seed: number): Tally {
  const chance = randomOf(seed);
  let unsound = 0;
  for (let trial = 0; trial < count; trial += 1) {
    const now = Date.parse(SINCE);
    const backups = Array.from({ length: 1 + chance(60) }, (_, at) => ({
      file: '',
      name: '',
      seq: 1000 - at,
      sha256: '',
      sizeBytes: 1 + chance(200_000_000),
      at: new Date(now + (chance(7300) - 3650) * 86_400_000).toISOString(),
      reason: 'timer' as const,
      commitSeq: 0,
      schema: 1,
      notes: 0,
      cases: 0,
    }));
    const gone = new Set(outlived(backups, 2 * 1024 ** 3).map(({ seq }) => seq));
    if (backups.slice(0, 3).some(({ seq }) => gone.has(seq))) unsound += 1;
  }
  return {
    kind: 'G clock',
    tried: count,
    lost: 0,
    half: 0,
    unsound,
    named: undefined,
    note: 'the newest three are always kept',
  };
}
