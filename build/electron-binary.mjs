// Finds Electron's program, or fetches it once with Electron's own installer: with its progress shown, given
// up when it stalls, and skipped by a key.
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './stale.mjs';

const home = join(root, 'node_modules', 'electron');
const failureNote = join(root, 'node_modules', '.cache', 'okm-electron-failed');

/** Nothing new for so long: the download has stalled. Milliseconds. */
const STALL_MS = 30_000;
/** Where nobody can press a key, all of it may take so long. Milliseconds. */
const UNATTENDED_MS = 180_000;
/** A download that failed is not tried again for a day, unless asked for. Milliseconds. */
const RETRY_MS = 86_400_000;
const MEGABYTE = 1_048_576;

/** Path of Electron's program, or undefined. */
export function findElectron() {
  const elsewhere = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  try {
    const name = elsewhere ? programName() : readFileSync(join(home, 'path.txt'), 'utf8');
    const file = join(elsewhere ?? join(home, 'dist'), name);
    return existsSync(file) ? file : undefined;
  } catch {
    return undefined; // path.txt is written when the download has been unpacked
  }
}

function programName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** Whether a download failed so lately that it is not worth another try. */
export function failedLately() {
  const stat = statSync(failureNote, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs < RETRY_MS;
}

/**
 * Fetches Electron's program. Resolves to 'done', 'skipped' (by key), 'stalled' or 'failed'.
 *
 * @param say called with lines for the user, { started, progress }
 */
export async function fetchElectron({ started, progress }) {
  const temporary = mkdtempSync(join(tmpdir(), 'okm-electron-'));
  const isAttended = Boolean(process.stdin.isTTY && process.stderr.isTTY);
  // The installer downloads into the folder for temporary files: one of its own shows how far it has come.
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  const installer = spawn(process.execPath, [join(home, 'install.js')], { env, stdio: 'ignore' });
  started();
  try {
    const outcome = await watch(installer, temporary, isAttended, progress);
    if (outcome !== 'done') installer.kill();
    if (outcome === 'done' && findElectron() === undefined) return remember('failed');
    return outcome === 'done' || outcome === 'skipped' ? outcome : remember(outcome);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function watch(installer, folder, isAttended, progress) {
  const begun = Date.now();
  let size = 0;
  let grewAt = begun;
  return new Promise((resolve) => {
    const finish = (outcome) => {
      clearInterval(ticking);
      if (isAttended) {
        process.stdin.setRawMode(false).pause().off('data', onKey);
        process.stderr.write('\r\u001b[K');
      }
      resolve(outcome);
    };
    const onKey = (key) => {
      // In raw mode the terminal hands Ctrl+C to us.
      if (String(key) === '\u0003') {
        installer.kill();
        process.stderr.write('\n');
        process.exit(130);
      }
      finish('skipped');
    };
    const ticking = setInterval(() => {
      const now = folderSize(folder);
      if (now > size) {
        size = now;
        grewAt = Date.now();
      }
      const seconds = Math.round((Date.now() - begun) / 1000);
      if (isAttended) process.stderr.write(`\r\u001b[K${progress((size / MEGABYTE).toFixed(1), seconds)}`);
      if (Date.now() - grewAt > STALL_MS) finish('stalled');
      else if (!isAttended && Date.now() - begun > UNATTENDED_MS) finish('stalled');
    }, 500);
    if (isAttended) process.stdin.setRawMode(true).resume().on('data', onKey);
    installer.on('exit', (code) => finish(code === 0 ? 'done' : 'failed'));
    installer.on('error', () => finish('failed'));
  });
}

function folderSize(folder) {
  try {
    return readdirSync(folder, { recursive: true })
      .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
      .reduce((sum, size) => sum + size, 0);
  } catch {
    return 0; // it is just being cleared away
  }
}

function remember(outcome) {
  mkdirSync(dirname(failureNote), { recursive: true });
  writeFileSync(failureNote, outcome);
  return outcome;
}
