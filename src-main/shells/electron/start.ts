import { join } from 'node:path';
import { app, type BaseWindow, BrowserWindow, Menu, nativeTheme } from 'electron';
import type { Language } from '#contract/ids.ts';
import type { Settings } from '#contract/settings.ts';
import { dataFolder } from '../data-folder.ts';
import { openProgram, type Program } from '../open-program.ts';
import { findPlaces, type Places } from '../places.ts';
import { createDialogFolder } from './dialog-folder.ts';
import { sayFinalFailure } from './failure-box.ts';
import { hardenBeforeReady, openSession } from './hardening.ts';
import { menuTemplate } from './menu.ts';
import { openPageBridge } from './page-bridge.ts';
import { servePage } from './page-protocol.ts';
import { listOutside, readRecentCases } from './recent-cases.ts';
import { startProcess } from './start-process.ts';
import { speak } from './texts.ts';
import { createWindows, PAGE_URL } from './windows.ts';

const REFUSED = 2;
const FAILED = 4;
const SAFE_MODE = '--safe-mode';
const SAFE_URL = `${PAGE_URL}#/settings`;

/** Starts the desktop program: one instance, one window, everything closed before it ends. */
export function startElectron(): void {
  if (!hardenBeforeReady()) {
    app.exit(REFUSED);
    return;
  }
  const dataDir = dataFolder(argument('--data'));
  // What the browser keeps for itself lies with the user's data, under a name of its own.
  app.setPath('userData', join(dataDir, 'electron'));
  app.setPath('sessionData', join(dataDir, 'electron'));
  if (app.requestSingleInstanceLock()) void run(dataDir);
  else app.exit(0);
}

async function run(dataDir: string): Promise<void> {
  await app.whenReady();
  const system = languageOfSystem();
  const places = findPlaces(process.resourcesPath);
  let program: Program | undefined;
  let isEnding = false;
  const endWithFault = (error: unknown) => {
    if (isEnding) return;
    isEnding = true;
    sayFinalFailure(error, system, program?.log);
    // What was said to be saved is on the disk; only the folder's lock is left to free.
    void Promise.resolve(program?.close()).finally(() => app.exit(FAILED));
  };
  process.on('uncaughtException', endWithFault).on('unhandledRejection', endWithFault);
  try {
    program = await openProgram({
      places,
      dataDir,
      shell: 'electron',
      systemLanguage: system,
      isQuiet: isSafe(),
      startProcess,
    });
    await openWindow(program, places, dataDir, system);
  } catch (error) {
    endWithFault(error);
  }
}

async function openWindow(
  program: Program,
  places: Places,
  dataDir: string,
  system: Language,
): Promise<void> {
  let settings = await program.services.settings.get();
  const language = () => (settings.language === 'system' ? system : settings.language);
  const session = openSession();
  servePage(session, places.rendererDir);
  const windows = createWindows({
    program,
    places,
    session,
    dataDir,
    language,
    isDark: () => nativeTheme.shouldUseDarkColors,
    now: Date.now,
    restartSafely,
  });
  openPageBridge({
    program,
    windowOf: windows.windowOf,
    language,
    folder: createDialogFolder(dataDir),
  });
  const openCase = (id: string) => void windows.show(`${PAGE_URL}#/case/${id}`);
  const dress = async () => {
    nativeTheme.themeSource = themeSourceOf(settings.theme);
    const say = speak(language());
    const recent = await readRecentCases(program, language());
    const template = menuTemplate(say, {
      isMac: process.platform === 'darwin',
      isPackaged: app.isPackaged,
      recent,
      actions: { openWindow: () => void windows.openAnother(), openCase, print, restartSafely },
    });
    app.setAboutPanelOptions({
      applicationName: say('appName'),
      applicationVersion: places.version,
      version: `Electron ${process.versions.electron}`,
      copyright: say('licence'),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
    listOutside(recent, say, openCase);
  };
  await dress();
  const ended = new AbortController();
  void follow(program, ended.signal, async () => {
    settings = await program.services.settings.get();
    await dress();
  });
  app.on('second-instance', (_event, argv) => void windows.show(addressIn(argv)));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    void windows.show(addressIn([url]));
  });
  app.on('activate', () => void windows.show());
  closeBeforeQuit(program, ended);
  await windows.show(isSafe() ? SAFE_URL : addressIn(process.argv));
}

/** Prints what a window shows; without one there is nothing to print. */
function print(window: BaseWindow | undefined): void {
  if (window instanceof BrowserWindow) window.webContents.print({ printBackground: true });
}

/** Whether the program was asked to begin plainly: at the settings, without what it does in the background. */
function isSafe(): boolean {
  return process.argv.includes(SAFE_MODE);
}

function restartSafely(): void {
  app.relaunch({ args: [...process.argv.slice(1).filter((word) => word !== SAFE_MODE), SAFE_MODE] });
  app.quit();
}

/** Calls back when the settings have been changed, in whichever window. */
async function follow(program: Program, signal: AbortSignal, changed: () => Promise<void>): Promise<void> {
  for await (const { what } of program.services.changes.follow(signal)) {
    if (what === 'settings') await changed();
  }
}

function closeBeforeQuit(program: Program, ended: AbortController): void {
  let closed = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    ended.abort();
    void program.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}

function themeSourceOf(theme: Settings['theme']): 'system' | 'light' | 'dark' {
  switch (theme) {
    case 'light':
    case 'contrast-light':
      return 'light';
    case 'dark':
    case 'contrast-dark':
      return 'dark';
    case 'system':
      return 'system';
  }
}

/** The system's first language, or the one that the browser's own switch `--lang` names. */
function languageOfSystem(): Language {
  const named = app.commandLine.getSwitchValue('lang');
  const [first = ''] = named === '' ? app.getPreferredSystemLanguages() : [named];
  return first === '' || first.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** The page's address for a link of ours, which may only name a case. */
export function addressIn(argv: readonly string[]): string | undefined {
  for (const word of argv) {
    const id = /^onekm:\/\/case\/([a-z0-9-]{1,64})\/?$/.exec(word)?.[1];
    if (id !== undefined) return `${PAGE_URL}#/case/${id}`;
  }
  return undefined;
}

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}
