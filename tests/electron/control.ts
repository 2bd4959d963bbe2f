import type { EventEmitter } from 'node:events';

/** Where a test finds the stand-in, which Node loads beside the built program and not through the test runner. */
export const standInKey = 'okmStandIn';

export interface StandInContents extends EventEmitter {
  readonly id: number;
  readonly mainFrame: { url: string };
  readonly openHandler: (details: { url: string }) => { action: string };
  readonly reloads: number;
  readonly prints: number;
}

export interface StandInWindow extends EventEmitter {
  readonly webContents: StandInContents;
  readonly options: Readonly<Record<string, unknown>>;
  readonly loads: readonly string[];
  readonly shown: boolean;
  readonly focused: number;
  minimised: boolean;
  maximised: boolean;
  close(): void;
}

export interface SessionRecord extends EventEmitter {
  readonly handlers: ReadonlyMap<string, (request: { method: string; url: string }) => Promise<Response>>;
  readonly decisions: {
    request?: (contents: unknown, permission: string, decide: (granted: boolean) => void) => void;
    check?: () => boolean;
    device?: () => boolean;
    spelling?: boolean;
    spellingLanguages?: readonly string[];
    beforeRequest?: (details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void;
  };
}

/** Everything that the program has told the stand-in, and what the test decides for it. */
export interface Control {
  readonly app: EventEmitter & { isPackaged: boolean; quit(): void };
  readonly ipcMain: EventEmitter & { readonly handlers: ReadonlyMap<string, (...args: never[]) => unknown> };
  readonly nativeTheme: { themeSource: string };
  readonly windows: StandInWindow[];
  readonly sessions: { readonly name: string; readonly options: unknown; readonly session: SessionRecord }[];
  readonly menus: (readonly unknown[])[];
  readonly schemes: unknown[];
  readonly switches: Map<string, string>;
  readonly paths: Map<string, string>;
  readonly exits: number[];
  /** Arguments of each new start that the program asked for. */
  readonly relaunches: string[][];
  aboutPanel: unknown;
  /** Dialogs shown, in order, and the answers that they will get. */
  readonly messages: unknown[];
  readonly answers: number[];
  readonly savePaths: string[];
  readonly openedLinks: string[];
  readonly copiedImages: Uint8Array[];
  readonly errorBoxes: (readonly [title: string, content: string])[];
  languages: readonly string[];
  isFirst: boolean;
  sandboxed: boolean;
  /** Shows a window's page somewhere. */
  host: ((window: StandInWindow, url: string) => Promise<void>) | undefined;
}

let boots = 0;

/**
 * Starts the built program against the stand-in, and gives the stand-in once its first window is there. Each
 * call is a start of its own, with modules of its own.
 */
export async function boot(dataDir: string, decided: Partial<Control> = {}): Promise<Control> {
  process.env.OKM_DATA = dataDir;
  const shared = globalThis as { [standInKey]?: Partial<Control> };
  shared[standInKey] = decided;
  // A name that the test runner cannot read ahead, so that Node itself loads the built file.
  boots += 1;
  const entry = new URL(`../../out/main/index.js?boot=${boots}`, import.meta.url).href;
  await import(/* @vite-ignore */ entry);
  const control = shared[standInKey] as Control;
  await until(() => control.windows[0]?.loads.length === 1 || control.exits.length > 0);
  return control;
}

/** Waits until something holds; throws after five seconds. */
export async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 5000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`never came to be: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
