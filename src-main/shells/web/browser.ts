import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** How long a browser may take to fail, milliseconds; one that still runs after it has started. */
const START_MS = 1500;

interface Machine {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
}

interface Opened {
  readonly opened: boolean;
  /** Removes the page that holds the address. */
  readonly forget: () => void;
}

/**
 * Opens an address in a browser: in a window of its own where a browser of Chromium's family is found, else
 * in the system's own browser. The browser is given the name of a page that only this user may read and that
 * leads on to the address, since every user of a machine may read the arguments of its processes.
 */
export async function openInBrowser(url: string, machine: Machine): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'okm-'));
  const forget = () => rmSync(folder, { recursive: true, force: true });
  const page = join(folder, 'open.html');
  writeFileSync(page, redirectPage(url), { mode: 0o600 });
  for (const [program, ...args] of waysToOpen(pathToFileURL(page).href, machine)) {
    if (program !== undefined && (await starts(program, args))) return { opened: true, forget };
  }
  forget();
  return { opened: false, forget };
}

function redirectPage(url: string): string {
  // The address is made of our own digits and of base64url, so nothing in it needs escaping.
  return `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0; url=${url}"><title>One Kilometre</title>`;
}

/** Commands to try, best first. */
export function waysToOpen(page: string, { env, platform }: Machine): readonly (readonly string[])[] {
  const app = chromiumPrograms({ env, platform }).map((program) => [program, `--app=${page}`]);
  switch (platform) {
    case 'win32':
      return [...app, ['rundll32.exe', 'url.dll,FileProtocolHandler', page]];
    case 'darwin':
      return [...app, ['/usr/bin/open', page]];
    default:
      // Without a display there is nobody to open it for.
      return env.DISPLAY || env.WAYLAND_DISPLAY
        ? [...app, ...onPath(['xdg-open'], env).map((one) => [one, page])]
        : [];
  }
}

function chromiumPrograms({ env, platform }: Machine): readonly string[] {
  const named = env.OKM_CHROMIUM ? [env.OKM_CHROMIUM] : [];
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA];
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return [
      ...named,
      ...programs
        .flatMap((program) => roots.flatMap((root) => (root ? [join(root, program)] : [])))
        .filter(isProgram),
    ];
  }
  if (platform === 'darwin') {
    const names = ['Google Chrome', 'Microsoft Edge', 'Chromium', 'Brave Browser'];
    return [
      ...named,
      ...names.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`).filter(isProgram),
    ];
  }
  const names = [
    'google-chrome',
    'google-chrome-stable',
    'chromium',
    'chromium-browser',
    'microsoft-edge',
    'brave-browser',
  ];
  return [...named, ...onPath(names, env)];
}

function onPath(names: readonly string[], env: NodeJS.ProcessEnv): readonly string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) =>
    folders
      .map((folder) => join(folder, name))
      .filter(isProgram)
      .slice(0, 1),
  );
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false; // not there, or not to be run: the next is tried
  }
}

/** Starts a program that outlives this one; false when it fails at once. */
function starts(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { detached: true, stdio: 'ignore' });
    const timer = setTimeout(() => resolve(true), START_MS);
    const settle = (value: boolean) => {
      clearTimeout(timer);
      resolve(value);
    };
    child.on('error', () => settle(false));
    // Zero at once: it has handed the page to a browser that already runs.
    child.on('exit', (code) => settle(code === 0));
    child.unref();
  });
}
