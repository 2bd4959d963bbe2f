// What the main process needs of Electron, standing in for it: it records what it is told and does what it is
// asked, so that our own code runs unchanged. Windows are bare until a test gives them a host for their pages.
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { type Control, type SessionRecord, type StandInWindow, standInKey } from './control.ts';

class WebContents extends EventEmitter {
  static last = 0;
  readonly id = ++WebContents.last;
  readonly mainFrame = { url: '' };
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  reloads = 0;
  prints = 0;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  reload(): void {
    this.reloads += 1;
  }
  print(): void {
    this.prints += 1;
  }
}

export class BrowserWindow extends EventEmitter implements StandInWindow {
  readonly webContents = new WebContents();
  readonly options: Record<string, unknown>;
  readonly loads: string[] = [];
  shown = false;
  focused = 0;
  minimised = false;
  maximised = false;
  constructor(options: Record<string, unknown>) {
    super();
    this.options = options;
    control.windows.push(this);
  }
  async loadURL(url: string): Promise<void> {
    this.loads.push(url);
    this.webContents.mainFrame.url = url;
    await control.host?.(this, url);
    this.emit('ready-to-show');
  }
  show(): void {
    this.shown = true;
  }
  focus(): void {
    this.focused += 1;
    this.emit('focus');
  }
  isMinimized(): boolean {
    return this.minimised;
  }
  restore(): void {
    this.minimised = false;
  }
  maximize(): void {
    this.maximised = true;
  }
  isMaximized(): boolean {
    return this.maximised;
  }
  getNormalBounds() {
    const { width = 0, height = 0, x = 10, y = 20 } = this.options as Record<string, number>;
    return { x, y, width, height };
  }
  close(): void {
    this.emit('close');
    this.emit('closed');
  }
}

class App extends EventEmitter {
  isPackaged = false;
  enableSandbox(): void {
    control.sandboxed = true;
  }
  readonly commandLine = {
    appendSwitch: (name: string, value = '') => void control.switches.set(name, value),
    hasSwitch: (name: string) => control.switches.has(name),
    getSwitchValue: (name: string) => control.switches.get(name) ?? '',
  };
  setPath(name: string, path: string): void {
    control.paths.set(name, path);
  }
  getPath(name: string): string {
    return control.paths.get(name) ?? '/';
  }
  requestSingleInstanceLock(): boolean {
    return control.isFirst;
  }
  whenReady(): Promise<void> {
    return Promise.resolve();
  }
  getPreferredSystemLanguages(): string[] {
    return [...control.languages];
  }
  setAsDefaultProtocolClient(): never {
    throw new Error('a scheme is registered by the installer, never at run time');
  }
  relaunch({ args }: { args: string[] }): void {
    control.relaunches.push(args);
  }
  setAboutPanelOptions(options: unknown): void {
    control.aboutPanel = options;
  }
  exit(code: number): void {
    control.exits.push(code);
  }
  quit(): void {
    let prevented = false;
    this.emit('will-quit', { preventDefault: () => (prevented = true) });
    if (!prevented) this.emit('quit');
  }
}

class Session extends EventEmitter implements SessionRecord {
  readonly handlers = new Map<string, (request: { method: string; url: string }) => Promise<Response>>();
  readonly decisions: SessionRecord['decisions'] = {};
  readonly protocol = {
    handle: (scheme: string, handler: (request: { method: string; url: string }) => Promise<Response>) =>
      void this.handlers.set(scheme, handler),
  };
  readonly webRequest = {
    onBeforeRequest: (decide: NonNullable<SessionRecord['decisions']['beforeRequest']>) => {
      this.decisions.beforeRequest = decide;
    },
  };
  setPermissionRequestHandler(decide: NonNullable<SessionRecord['decisions']['request']>): void {
    this.decisions.request = decide;
  }
  setPermissionCheckHandler(decide: () => boolean): void {
    this.decisions.check = decide;
  }
  setDevicePermissionHandler(decide: () => boolean): void {
    this.decisions.device = decide;
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.decisions.spelling = enabled;
  }
  setSpellCheckerLanguages(languages: readonly string[]): void {
    this.decisions.spellingLanguages = languages;
  }
}

class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, (...args: never[]) => unknown>();
  handle(channel: string, handler: (...args: never[]) => unknown): void {
    this.handlers.set(channel, handler);
  }
}

export const app = new App();
export const ipcMain = new IpcMain();
export const protocol = {
  registerSchemesAsPrivileged: (schemes: readonly unknown[]) => void control.schemes.push(...schemes),
};
export const session = {
  fromPartition(name: string, options: unknown): Session {
    const made = new Session();
    control.sessions.push({ name, options, session: made });
    return made;
  },
};
export const Menu = {
  buildFromTemplate: (template: readonly unknown[]) => template,
  setApplicationMenu: (template: readonly unknown[]) => void control.menus.push(template),
};
export const nativeTheme = { shouldUseDarkColors: false, themeSource: 'system' };
/** A process of Electron's own kind, as a child of Node's that thinks it is one. */
export const utilityProcess = {
  fork(file: string) {
    const child = fork(file, { stdio: 'ignore', serialization: 'advanced', execArgv: [] });
    return {
      on: (event: 'message' | 'exit', listener: (value: unknown) => void) => child.on(event, listener),
      postMessage: (message: object) => child.send(message),
      kill: () => child.kill(),
    };
  },
};
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] };
export const shell = {
  openExternal: async (url: string) => void control.openedLinks.push(url),
};
export class ClipboardItem {
  readonly items: Readonly<Record<string, Blob>>;
  constructor(items: Readonly<Record<string, Blob>>) {
    this.items = items;
  }
}
export const clipboard = {
  async write(copied: readonly ClipboardItem[]) {
    for (const { items } of copied) {
      const png = items['image/png'];
      if (png !== undefined) control.copiedImages.push(new Uint8Array(await png.arrayBuffer()));
    }
  },
};
export const dialog = {
  async showMessageBox(_window: unknown, options: unknown) {
    control.messages.push(options);
    return { response: control.answers.shift() ?? 1 };
  },
  async showSaveDialog(_window: unknown, options: unknown) {
    control.messages.push(options);
    const filePath = control.savePaths.shift() ?? '';
    return { canceled: filePath === '', filePath };
  },
  showErrorBox: (title: string, content: string) => void control.errorBoxes.push([title, content]),
};

const control: Control = {
  app,
  ipcMain,
  nativeTheme,
  windows: [],
  sessions: [],
  menus: [],
  schemes: [],
  switches: new Map(),
  paths: new Map(),
  exits: [],
  relaunches: [],
  aboutPanel: undefined,
  messages: [],
  answers: [],
  savePaths: [],
  openedLinks: [],
  copiedImages: [],
  errorBoxes: [],
  languages: ['zh-CN'],
  isFirst: true,
  sandboxed: false,
  host: undefined,
  // What a test has decided before the program was loaded.
  ...(globalThis as { [standInKey]?: Partial<Control> })[standInKey],
};
Object.assign(globalThis, { [standInKey]: control });
