import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);

/** A browser program and what its process needs around it. */
interface Program {
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
}

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a browser without a window: the one that `OKM_CHROMIUM` names, the one that came with the install,
 * or Chrome or Edge of the machine, in that order.
 */
export async function startBrowser(): Promise<Browser> {
  const named = process.env.OKM_CHROMIUM;
  if (named) return launch({ file: named, env: {} });
  if (process.platform === 'linux' && process.arch === 'x64') return launch(await installedChromium());
  for (const channel of ['chrome', 'msedge']) {
    try {
      return await chromium.launch({ channel, args: quiet });
    } catch {
      // Not on this machine: the next one is tried.
    }
  }
  throw new Error('No browser for the tests: install Chrome or Edge, or name one in OKM_CHROMIUM.');
}

function launch({ file, env }: Program): Promise<Browser> {
  // Without a locale the browser cannot write a Chinese file name, and calls every file “download”.
  const locale = { LC_ALL: process.env.LC_ALL || process.env.LANG || 'C.UTF-8' };
  return chromium.launch({ executablePath: file, args: quiet, env: { ...process.env, ...locale, ...env } });
}

/**
 * The Chromium that the install brought, unpacked once into node_modules/.cache, with the libraries that came
 * with it where the machine lacks them. It has one Latin font of its own and is shown no other: what the
 * pages need they must bring.
 */
async function installedChromium(): Promise<Program> {
  const home = join('node_modules', '@sparticuz', 'chromium');
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const cache = join(process.cwd(), 'node_modules', '.cache', `okm-chromium-${version}`);
  if (!existsSync(cache)) await unpack(join(home, 'bin'), cache);
  const file = join(cache, 'chromium');
  const fonts = { FONTCONFIG_PATH: join(cache, 'fonts') };
  const plain: Program = { file, env: fonts };
  const own: Program = { file, env: { ...fonts, LD_LIBRARY_PATH: join(cache, 'al2023', 'lib') } };
  return (await starts(plain)) ? plain : own;
}

async function starts({ file, env }: Program): Promise<boolean> {
  try {
    await run(file, ['--version'], { env: { ...process.env, ...env } });
    return true;
  } catch {
    return false; // a library is missing
  }
}

/** Unpacks beside the goal and then renames, so that of several tests at once each finds all or nothing. */
async function unpack(from: string, to: string): Promise<void> {
  mkdirSync(join(to, '..'), { recursive: true });
  const staging = mkdtempSync(`${to}-`);
  // The package unpacks into the folder for temporary files, whose name it asks for each time.
  const before = process.env.TMPDIR;
  process.env.TMPDIR = staging;
  try {
    const { inflate } = await import('@sparticuz/chromium');
    for (const name of ['chromium.br', 'fonts.tar.br', 'al2023.tar.br']) await inflate(join(from, name));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  try {
    renameSync(staging, to);
  } catch {
    // Another test was first.
    rmSync(staging, { recursive: true, force: true });
  }
}
