// Builds out/: main and preload, renderer, then the library compiled from cases/ by the built services.
// `node build/n24.mjs build/build.mjs [part…]` builds the parts named, or all, whether stale or not.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { fingerprint, fingerprintFile, parts, root, staleParts } from './stale.mjs';

const lock = join(root, 'node_modules', '.cache', 'okm-build.lock');

/** Runs the work while no other build of this checkout runs; a lock whose holder is dead is taken over. */
async function withLock(work) {
  mkdirSync(join(lock, '..'), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (cause) {
      if (cause.code !== 'EEXIST') throw cause;
      if (!isAlive(readHolder())) rmSync(lock, { force: true });
      else await sleep(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function readHolder() {
  try {
    return Number(readFileSync(lock, 'utf8'));
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause.code === 'EPERM';
  }
}

/** Builds those of the wanted parts that are stale once the lock is held. */
export async function build(wanted, { force = false } = {}) {
  await withLock(async () => {
    const todo = force ? wanted : staleParts(wanted);
    // Taken before the build: what is written while it runs makes the result stale again.
    const before = Object.fromEntries(todo.map((part) => [part, fingerprint(part)]));
    const bundles = todo.filter((part) => part !== 'library');
    if (bundles.length > 0) {
      process.env.OKM_BUILD_PARTS = bundles.join(',');
      // The builder declares the whole process to be in production; what runs here after it is not.
      const mode = process.env.NODE_ENV;
      const { build: bundle } = await import('electron-vite');
      try {
        await bundle({ root, logLevel: 'warn', ignoreConfigWarning: true });
      } finally {
        if (mode === undefined) delete process.env.NODE_ENV;
        else process.env.NODE_ENV = mode;
      }
    }
    record(before, bundles);
    if (todo.includes('library')) {
      compileLibrary();
      record(before, ['library']);
    }
  });
}

/** Builds what is stale of the wanted parts. Says on standard error why it cannot, and answers false. */
export async function ensureBuilt(...wanted) {
  if (staleParts(wanted).length === 0) return true;
  try {
    await build(wanted);
    return true;
  } catch (cause) {
    console.error(cause instanceof Error ? cause.message : cause);
    return false;
  }
}

function compileLibrary() {
  const script = join(root, 'out', 'main', 'compile-library.js');
  const args = [script, '--from', join(root, 'cases'), '--to', join(root, 'out', 'library')];
  const result = spawnSync(process.execPath, args, { stdio: ['ignore', 2, 2] });
  if (result.status !== 0) throw new Error(`compile-library: exit ${result.status ?? result.signal}`);
}

function record(prints, made) {
  let built = {};
  try {
    built = JSON.parse(readFileSync(fingerprintFile, 'utf8'));
  } catch {
    // The first build has nothing to add to.
  }
  for (const part of made) built[part] = prints[part];
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(fingerprintFile, `${JSON.stringify(built, null, 2)}\n`);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const named = process.argv.slice(2);
  await build(named.length > 0 ? named : parts, { force: true });
}
