import { join } from 'node:path';
import { app, BrowserWindow, dialog, type Session, screen } from 'electron';
import type { Language } from '#contract/ids.ts';
import type { Program } from '../open-program.ts';
import type { Places } from '../places.ts';
import { openExternalLink } from './external-link.ts';
import { pinDown } from './hardening.ts';
import { isPageUrl } from './sender.ts';
import { speak } from './texts.ts';
import { readWindowState, type WindowState, writeWindowState } from './window-state.ts';

export const PAGE_URL = 'okm://ui/';
const FIRST = { width: 1280, height: 800 };
const SMALLEST = { minWidth: 800, minHeight: 600 };
/** The reading ground of the page, so that nothing flashes before it is drawn. */
const GROUND = { light: '#fcfaf6', dark: '#181613' };
const CRASH_WINDOW_MS = 60_000;
/** A page that opens windows without end must not take the machine with it. */
const MOST_WINDOWS = 12;
/** A further window stands a little below and to the right of the last, pixels. */
const CASCADE = 24;

interface Parts {
  readonly program: Program;
  readonly places: Places;
  readonly session: Session;
  readonly dataDir: string;
  readonly language: () => Language;
  readonly isDark: () => boolean;
  readonly now: () => number;
  /** Starts the program anew in safe mode. */
  readonly restartSafely: () => void;
}

export interface Windows {
  /** The window of ours that has these contents. */
  readonly windowOf: (contentsId: number) => BrowserWindow | undefined;
  /** Opens a window at an address of the page, or brings the one used last there and to the front. */
  readonly show: (address?: string) => Promise<void>;
  /** Opens a further window, beside those that are open. */
  readonly openAnother: (address?: string) => Promise<void>;
}

/** The program's windows: where they were, what they may do, and what happens when a page dies. */
export function createWindows({
  program,
  places,
  session,
  dataDir,
  language,
  isDark,
  now,
  restartSafely,
}: Parts): Windows {
  /** In the order of their last use. */
  const ours = new Map<number, BrowserWindow>();
  const stateFile = join(dataDir, 'window.json');

  async function open(address: string): Promise<void> {
    const screens = screen.getAllDisplays().map((display) => display.workArea);
    const last = lastUsed();
    const state = last === undefined ? await readWindowState(stateFile, screens) : beside(last);
    const window = new BrowserWindow({
      ...(state === undefined ? FIRST : boundsOf(state)),
      ...SMALLEST,
      show: false,
      title: speak(language())('appName'),
      backgroundColor: isDark() ? GROUND.dark : GROUND.light,
      webPreferences: {
        session,
        preload: places.preloadFile,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        plugins: false,
        navigateOnDragDrop: false,
        safeDialogs: true,
        spellcheck: false,
        devTools: !app.isPackaged,
      },
    });
    const { webContents } = window;
    ours.set(webContents.id, window);
    window.on('focus', () => {
      ours.delete(webContents.id);
      ours.set(webContents.id, window);
    });
    if (state?.maximised) window.maximize();
    window.once('ready-to-show', () => window.show());
    window.on('close', () => void remember(window));
    window.on('closed', () => ours.delete(webContents.id));
    pinDown(webContents, (url) => {
      // A link of the page to itself, opened with Ctrl or the middle button, is a window of ours.
      if (isPageUrl(url)) void openAnother(url);
      else void openExternalLink(window, url, speak(language()));
    });
    reviveWhenGone(window);
    await window.loadURL(address);
  }

  async function remember(window: BrowserWindow): Promise<void> {
    // A folder that may only be read is left as it is.
    if (program.readOnly !== undefined) return;
    try {
      await writeWindowState(stateFile, { ...window.getNormalBounds(), maximised: window.isMaximized() });
    } catch (error) {
      program.log.fault(error, 'window-state');
    }
  }

  /** A page that dies is loaded again where it was; one that dies twice in a minute asks first. */
  function reviveWhenGone(window: BrowserWindow): void {
    let last = Number.NEGATIVE_INFINITY;
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      program.log.write({ event: 'fault', code: reason });
      const again = now() - last < CRASH_WINDOW_MS;
      last = now();
      void (again ? askToReload(window) : reload(window));
    });
  }

  async function askToReload(window: BrowserWindow): Promise<void> {
    const say = speak(language());
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: say('crashTitle'),
      detail: say('crashDetail'),
      buttons: [say('reload'), say('restartSafely'), say('quit')],
      defaultId: 0,
      cancelId: 2,
    });
    if (response === 0) reload(window);
    else if (response === 1) restartSafely();
    else app.quit();
  }

  async function openAnother(address = PAGE_URL): Promise<void> {
    if (ours.size < MOST_WINDOWS) await open(address);
  }

  function lastUsed(): BrowserWindow | undefined {
    return [...ours.values()].at(-1);
  }

  return {
    windowOf: (contentsId) => ours.get(contentsId),
    openAnother,
    async show(address = PAGE_URL) {
      const window = lastUsed();
      if (window === undefined) return open(address);
      if (window.isMinimized()) window.restore();
      window.focus();
      if (address !== PAGE_URL) await window.loadURL(address);
    },
  };
}

function reload(window: BrowserWindow): void {
  window.webContents.reload();
}

/** Where a further window stands. */
function beside(window: BrowserWindow): WindowState {
  const { x, y, width, height } = window.getNormalBounds();
  return { x: x + CASCADE, y: y + CASCADE, width, height, maximised: false };
}

function boundsOf({ x, y, width, height }: WindowState) {
  return { x, y, width, height };
}
