import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, describe, expect, test } from 'vitest';
import { type CaseId, ComparisonId } from '#contract/ids.ts';
import type { Contract } from '#contract/index.ts';
import { boot, until } from './control.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'okm-desktop-'));
const electron = await boot(dataDir);
const [window] = electron.windows;
const session = electron.sessions[0]?.session;
if (window === undefined || session === undefined) throw new Error('no window');
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const page = (url: string, method = 'GET'): Promise<Response> => {
  const handler = session.handlers.get('okm');
  if (handler === undefined) throw new Error('no handler');
  return handler({ method, url });
};

/** One end of a channel as the main process gets it. */
function portPair() {
  const { port1, port2 } = new MessageChannel();
  const far = Object.assign(new EventEmitter(), {
    postMessage: (message: unknown) => port2.postMessage(message),
    start: () => void port2.on('message', (data) => far.emit('message', { data })),
    close: () => port2.close(),
    closed: false,
  });
  port2.on('close', () => {
    far.closed = true;
    far.emit('close');
  });
  return { near: port1, far };
}

interface Item {
  readonly label?: string;
  readonly submenu?: readonly Item[];
  readonly click?: (item?: unknown, window?: unknown) => void;
}

/** The item of a menu bar that has this label. */
function findItem(menu: readonly unknown[], label: string): Item | undefined {
  for (const item of menu as readonly Item[]) {
    const found = item.label === label ? item : findItem(item.submenu ?? [], label);
    if (found !== undefined) return found;
  }
  return undefined;
}

describe('the desktop program', () => {
  test('starts every renderer in the sandbox, resolves no name and fetches nothing by itself', () => {
    expect(electron.sandboxed).toBe(true);
    expect(Object.fromEntries(electron.switches)).toMatchObject({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'disable-background-networking': '',
      'disable-component-update': '',
      'no-pings': '',
    });
    expect(electron.schemes).toEqual([
      {
        scheme: 'okm',
        privileges: {
          standard: true,
          secure: true,
          corsEnabled: true,
          supportFetchAPI: true,
          bypassCSP: false,
          allowServiceWorkers: false,
          stream: false,
        },
      },
    ]);
    expect(electron.paths.get('userData')).toBe(join(dataDir, 'electron'));
  });

  test('opens one window on our page, without a door to Node', () => {
    expect(electron.windows).toHaveLength(1);
    expect(window.loads).toEqual(['okm://ui/']);
    expect(window.shown).toBe(true);
    const { webPreferences, ...rest } = window.options as { webPreferences: Record<string, unknown> };
    expect(rest).toMatchObject({ width: 1280, height: 800, minWidth: 800, minHeight: 600, show: false });
    const { session: used, preload, ...preferences } = webPreferences;
    expect(used).toBe(session);
    expect(existsSync(String(preload))).toBe(true);
    expect(preferences).toEqual({
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
      devTools: true,
    });
  });

  test('keeps its session in memory, grants nothing and lets only our page load', () => {
    expect(electron.sessions).toMatchObject([{ name: 'okm', options: { cache: false } }]);
    const { decisions } = session;
    let granted: boolean | undefined;
    decisions.request?.(undefined, 'clipboard-read', (answer) => {
      granted = answer;
    });
    expect([granted, decisions.check?.(), decisions.device?.()]).toEqual([false, false, false]);
    expect([decisions.spelling, decisions.spellingLanguages]).toEqual([false, []]);
    const cancelled = (url: string) => {
      let cancel: boolean | undefined;
      decisions.beforeRequest?.({ url }, (answer) => {
        cancel = answer.cancel;
      });
      return cancel;
    };
    for (const url of ['okm://ui/', 'okm://ui/assets/a.js', 'blob:okm://ui/1', 'data:image/png;base64,AA']) {
      expect(cancelled(url), url).toBe(false);
    }
    for (const url of [
      'https://example.org/',
      'http://127.0.0.1/',
      'okm://other/',
      'file:///etc/passwd',
      'data:text/html,x',
      'ws://x/',
      'okm://ui.example/',
    ]) {
      expect(cancelled(url), url).toBe(true);
    }
    let prevented = 0;
    session.emit('will-download', { preventDefault: () => (prevented += 1) });
    expect(prevented).toBe(1);
  });

  test('gives the page with its policy and a nonce, and nothing outside of it', async () => {
    const answer = await page('okm://ui/');
    const policy = answer.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([\w-]+)'/.exec(policy)?.[1] ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(await answer.text()).toContain(`nonce="${nonce}"`);
    for (const path of [
      'index.html',
      '../package.json',
      '..%2f..%2fpackage.json',
      '%2e%2e/main/index.js',
      'assets/',
      'nothing.js',
    ]) {
      expect((await page(`okm://ui/${path}`)).status, path).toBe(404);
    }
    expect((await page('okm://other/')).status).toBe(404);
    expect((await page('okm://ui/', 'POST')).status).toBe(405);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('stays where it is, opens no window, and shows where a link leads before it is opened', async () => {
    const { webContents } = window;
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
      let prevented = false;
      webContents.emit(event, { preventDefault: () => (prevented = true) });
      expect(prevented, event).toBe(true);
    }
    electron.answers.push(0);
    expect(webContents.openHandler({ url: 'https://例子.example/页' })).toEqual({ action: 'deny' });
    await until(() => electron.openedLinks.length === 1);
    expect(electron.messages.at(-1)).toMatchObject({
      detail: expect.stringContaining('xn--fsqu00a.example'),
    });
    electron.answers.push(1);
    webContents.openHandler({ url: 'https://example.org/' });
    for (const url of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'https://user@example.org/',
      'smb://host/x',
      'okm://other/',
      `https://example.org/${'x'.repeat(2050)}`,
      'https://example.org/\u0007',
    ]) {
      expect(webContents.openHandler({ url })).toEqual({ action: 'deny' });
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(electron.openedLinks).toEqual(['https://xn--fsqu00a.example/%E9%A1%B5']);
  });

  test('answers the contract over the page’s port, and no port of anybody else', async () => {
    const { webContents } = window;
    const event = { sender: webContents, senderFrame: webContents.mainFrame };
    const { near, far } = portPair();
    electron.ipcMain.emit('okm:port', { ...event, ports: [far] });
    const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: near }));
    const about = await client.app.about();
    expect(about).toMatchObject({
      shell: 'electron',
      dataFolder: dataDir,
      readOnly: null,
      systemLanguage: 'zh',
    });
    expect((await client.library.list()).cases.length).toBeGreaterThan(30);

    const strangers = [
      { senderFrame: null },
      { senderFrame: { url: 'okm://ui/' } },
      { sender: Object.assign(Object.create(webContents) as object, { id: 99 }) },
    ];
    for (const stranger of strangers) {
      const other = portPair();
      electron.ipcMain.emit('okm:port', { ...event, ...stranger, ports: [other.far] });
      await until(() => other.far.closed);
    }
    webContents.mainFrame.url = 'https://evil.example/';
    const led = portPair();
    electron.ipcMain.emit('okm:port', { ...event, ports: [led.far] });
    await until(() => led.far.closed);
    webContents.mainFrame.url = 'okm://ui/';
    const save = electron.ipcMain.handlers.get('okm:save') as (
      event: unknown,
      ticket: unknown,
    ) => Promise<unknown>;
    expect(await save({ ...event, senderFrame: null }, 'x')).toEqual({ saved: false });
    near.close();
  });

  test('puts a finished picture on the clipboard, once, and nothing that is no picture or not asked by our page', async () => {
    const { webContents } = window;
    const event = { sender: webContents, senderFrame: webContents.mainFrame };
    const { near, far } = portPair();
    electron.ipcMain.emit('okm:port', { ...event, ports: [far] });
    const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: near }));
    const made = (format: 'png' | 'svg') =>
      client.pictures.export({ picture: { name: 'silence', language: 'zh' }, format });
    const copy = electron.ipcMain.handlers.get('okm:copy-picture') as (
      event: unknown,
      ticket: unknown,
    ) => Promise<unknown>;
    const { ticket, sizeBytes } = await made('png');
    expect(await copy({ ...event, senderFrame: null }, ticket)).toEqual({ copied: false });
    expect(await copy(event, ticket)).toEqual({ copied: true });
    expect(electron.copiedImages.at(-1)).toHaveLength(sizeBytes);
    expect(await copy(event, ticket)).toEqual({ copied: false });
    expect(await copy(event, (await made('svg')).ticket)).toEqual({ copied: false });
    expect(electron.copiedImages).toHaveLength(1);
    near.close();
  });

  test('saves a finished document where the user says, once, and nothing where he would rather not', async () => {
    const { webContents } = window;
    const event = { sender: webContents, senderFrame: webContents.mainFrame };
    const { near, far } = portPair();
    electron.ipcMain.emit('okm:port', { ...event, ports: [far] });
    const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: near }));
    const [one, two] = (await client.library.list()).cases;
    if (one === undefined || two === undefined) throw new Error('no cases');
    const id = ComparisonId.parse(randomUUID());
    await client.comparisons.create({ id, caseIds: [one.id, two.id], language: 'zh' });
    const made = () => client.exports.brief({ comparisonId: id, format: 'md', options: { language: 'zh' } });
    const save = electron.ipcMain.handlers.get('okm:save') as (
      event: unknown,
      ticket: unknown,
    ) => Promise<unknown>;

    const { ticket, fileName, sizeBytes } = await made();
    const goal = join(dataDir, 'brief.md');
    electron.savePaths.push(goal);
    expect(await save(event, ticket)).toEqual({ saved: true });
    expect(electron.messages.at(-1)).toMatchObject({ defaultPath: expect.stringContaining(fileName) });
    expect(readFileSync(goal)).toHaveLength(sizeBytes);
    expect(await save(event, ticket)).toEqual({ saved: false });
    expect(electron.messages.at(-1)).toMatchObject({ message: expect.stringContaining('凭证') });

    const shown = electron.messages.length;
    expect(await save(event, (await made()).ticket)).toEqual({ saved: false });
    expect(electron.messages).toHaveLength(shown + 1);
    electron.savePaths.push(join(dataDir, 'nowhere', 'brief.md'));
    expect(await save(event, (await made()).ticket)).toEqual({ saved: false });
    expect(electron.messages.at(-1)).toMatchObject({ message: expect.stringContaining('不能写入') });
    for (const strange of [undefined, 7, {}, '../../etc/passwd'])
      expect(await save(event, strange)).toEqual({ saved: false });
    near.close();
  });

  test('speaks both languages in its menus, and changes when the setting does', async () => {
    const labels = () => JSON.stringify(electron.menus.at(-1));
    expect(labels()).toContain('文件');
    const { near, far } = portPair();
    const { webContents } = window;
    electron.ipcMain.emit('okm:port', {
      sender: webContents,
      senderFrame: webContents.mainFrame,
      ports: [far],
    });
    const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: near }));
    await client.settings.update({ language: 'en', theme: 'contrast-dark' });
    await until(() => labels().includes('Full screen'));
    expect(labels()).not.toMatch(/[\u4e00-\u9fff]/);
    expect(electron.nativeTheme.themeSource).toBe('dark');
    near.close();
  });

  test('a second start brings the window forward, and opens no more than a case that its link names', async () => {
    const second = (...words: string[]) =>
      electron.app.emit('second-instance', {}, ['onekilometre', ...words]);
    window.minimised = true;
    second();
    await until(() => window.focused === 1);
    expect(window.minimised).toBe(false);
    second('onekm://case/beijing-jinsong-model');
    await until(() => window.loads.length === 2);
    expect(window.loads[1]).toBe('okm://ui/#/case/beijing-jinsong-model');
    second('onekm://case/../../x', 'onekm://other/x', 'https://evil.example', '/etc/passwd');
    await until(() => window.focused === 3);
    expect(window.loads).toHaveLength(2);
  });

  test('a page that dies is loaded again, and one that dies twice in a minute asks first', async () => {
    const { webContents } = window;
    webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(webContents.reloads).toBe(1);
    const asked = electron.messages.length;
    electron.answers.push(0);
    webContents.emit('render-process-gone', {}, { reason: 'oom' });
    await until(() => webContents.reloads === 2);
    expect(electron.messages).toHaveLength(asked + 1);
  });

  test('a link of the page opened beside it is a further window of ours, with a door of its own', async () => {
    const { webContents } = window;
    expect(webContents.openHandler({ url: 'okm://ui/#/case/beijing-jinsong-model' })).toEqual({
      action: 'deny',
    });
    await until(() => electron.windows.length === 2);
    const [, further] = electron.windows;
    if (further === undefined) throw new Error('no further window');
    expect(further.loads).toEqual(['okm://ui/#/case/beijing-jinsong-model']);
    expect(further.options).toMatchObject({ x: 34, y: 44 });
    const { near, far } = portPair();
    electron.ipcMain.emit('okm:port', {
      sender: further.webContents,
      senderFrame: further.webContents.mainFrame,
      ports: [far],
    });
    const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: near }));
    expect((await client.app.about()).shell).toBe('electron');
    near.close();
    for (let more = 0; more < 20; more += 1) webContents.openHandler({ url: 'okm://ui/' });
    await until(() => electron.windows.length === 12);
    for (const other of electron.windows.slice(1)) other.close();
  });

  test('lists the cases read lately in its menu, prints, and saves next where it saved last', async () => {
    const { near, far } = portPair();
    const { webContents } = window;
    const event = { sender: webContents, senderFrame: webContents.mainFrame };
    electron.ipcMain.emit('okm:port', { ...event, ports: [far] });
    const client: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: near }));
    await client.settings.update({ recent: ['beijing-jinsong-model' as CaseId] });
    const item = (label: string) => findItem(electron.menus.at(-1) ?? [], label);
    await until(() => (item('Cases read lately')?.submenu?.length ?? 0) === 1);
    const loads = window.loads.length;
    item('Cases read lately')?.submenu?.[0]?.click?.();
    await until(() => window.loads.length === loads + 1);
    expect(window.loads.at(-1)).toBe('okm://ui/#/case/beijing-jinsong-model');
    item('Print…')?.click?.(undefined, window);
    expect(webContents.prints).toBe(1);

    const folder = join(dataDir, 'briefs');
    mkdirSync(folder);
    const save = electron.ipcMain.handlers.get('okm:save') as (
      event: unknown,
      ticket: unknown,
    ) => Promise<unknown>;
    electron.savePaths.push(join(folder, 'log.zip'));
    expect(await save(event, (await client.app.diagnostics()).ticket)).toEqual({ saved: true });
    await save(event, (await client.app.diagnostics()).ticket);
    expect(electron.messages.at(-1)).toMatchObject({ defaultPath: expect.stringContaining(folder) });
    near.close();
  });

  test('remembers its window, and frees the data folder before it ends', async () => {
    window.maximised = true;
    window.close();
    const stored = () => readFileSync(join(dataDir, 'window.json'), 'utf8');
    await until(() => existsSync(join(dataDir, 'window.json')) && stored().includes('"maximised":true'));
    expect(JSON.parse(stored())).toMatchObject({ width: 1280 });
    const ended = new Promise((resolve) => electron.app.once('quit', resolve));
    // The page died twice before; now the user would rather begin plainly.
    electron.answers.push(1);
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    await ended;
    expect(electron.relaunches.map((words) => words.at(-1))).toEqual(['--safe-mode']);
    expect(existsSync(join(dataDir, 'lock.json'))).toBe(false);
    expect(electron.errorBoxes).toEqual([]);
    expect(electron.exits).toEqual([]);
  });
});
