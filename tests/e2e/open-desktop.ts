import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { boot, type StandInWindow, until } from '../electron/control.ts';
import { createMainPort, type MainPort } from '../electron/main-port.ts';
import type { DoorOptions, OpenDoor } from './door.ts';
import { isolatedWorld, mainWorld } from './page-worlds.ts';

/** Stands for `okm://ui`, which only Electron knows: of this machine, so that it counts as secure; never resolved. */
const origin = 'http://ui.localhost';
const world = 'okm-preload';

/** What the preload's world sends: a port, a message on it or its end, or a question that wants an answer. */
type FromPage =
  | { readonly kind: 'port'; readonly channel: string; readonly port: number }
  | { readonly kind: 'message'; readonly port: number; readonly data: unknown }
  | {
      readonly kind: 'invoke';
      readonly id: number;
      readonly channel: string;
      readonly args: readonly unknown[];
    };

/**
 * Boots the built main process against the stand-in for Electron in this process, and shows its window in a
 * page of a real browser: the page comes from the program's own handler, and the built preload runs in a
 * world of its own beside it, as it does in Electron.
 */
export async function openDesktop({ context, dataDir, language, root }: DoorOptions): Promise<OpenDoor> {
  // A package keeps the cases in the folder that Electron names so, where an update puts others.
  if (root !== undefined) Object.assign(process, { resourcesPath: resolve(root) });
  const shown = Promise.withResolvers<Page>();
  const control = await boot(dataDir, {
    languages: [language === 'zh' ? 'zh-CN' : 'en-GB'],
    host: async (window, url) => {
      const page = await context.newPage();
      await serveFromHandler(context, window);
      await joinWorlds(page, window);
      shown.resolve(page);
      await page.goto(url.replace('okm://ui', origin));
    },
  });
  const page = await shown.promise;
  await until(() => control.windows[0]?.shown === true);
  return {
    page,
    origin,
    async saveAs(file, press) {
      control.savePaths.push(file);
      await press();
      await until(() => existsSync(file));
    },
    async close() {
      const ended = new Promise((resolve) => control.app.once('quit', resolve));
      control.windows[0]?.close();
      control.app.quit();
      await ended;
      if (control.errorBoxes.length > 0)
        throw new Error(`the program failed: ${JSON.stringify(control.errorBoxes)}`);
    },
  };

  async function serveFromHandler(target: BrowserContext, window: StandInWindow): Promise<void> {
    const { session } = window.options.webPreferences as {
      session: (typeof control.sessions)[number]['session'];
    };
    await target.route('**/*', async (route) => {
      const request = route.request();
      if (!request.url().startsWith(`${origin}/`)) return route.abort();
      const url = request.url().replace(origin, 'okm://ui');
      const answer = await session.handlers.get('okm')?.({ method: request.method(), url });
      if (answer === undefined) return route.abort();
      const body = Buffer.from(await answer.arrayBuffer());
      return route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body });
    });
  }

  async function joinWorlds(page: Page, window: StandInWindow): Promise<void> {
    const { webContents } = window;
    const cdp = await context.newCDPSession(page);
    const ports = new Map<number, MainPort>();
    let worldId: number | undefined;
    cdp.on('Runtime.executionContextCreated', ({ context: created }) => {
      if (created.name === world) worldId = created.id;
    });
    const toPage = (call: string) => evaluate(cdp, worldId, call);
    const event = () => ({ sender: webContents, senderFrame: webContents.mainFrame });
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name !== 'okmToMain') return;
      const message = JSON.parse(payload) as FromPage;
      switch (message.kind) {
        case 'port': {
          const port = createMainPort(
            (data) => void toPage(`okmDeliver(${message.port}, ${JSON.stringify(data)})`),
          );
          ports.set(message.port, port);
          control.ipcMain.emit(message.channel, { ...event(), ports: [port] });
          return;
        }
        case 'message':
          ports.get(message.port)?.receive(message.data);
          return;
        case 'invoke':
          void answer(message).then((reply) => toPage(`okmReply(${message.id}, ${JSON.stringify(reply)})`));
      }
    });
    async function answer({ channel, args }: FromPage & { kind: 'invoke' }): Promise<object> {
      const handler = control.ipcMain.handlers.get(channel) as ((...given: unknown[]) => unknown) | undefined;
      try {
        return { value: await handler?.(event(), ...args) };
      } catch (error) {
        return { error: String(error) };
      }
    }
    await cdp.send('Runtime.enable');
    await cdp.send('Page.enable');
    await cdp.send('Runtime.addBinding', { name: 'okmToMain', executionContextName: world });
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${mainWorld})()` });
    const preload = JSON.stringify(readFileSync('out/preload/index.cjs', 'utf8'));
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `(${isolatedWorld})(${preload})`,
      worldName: world,
    });
  }
}

async function evaluate(cdp: CDPSession, contextId: number | undefined, expression: string): Promise<void> {
  if (contextId === undefined) return;
  try {
    await cdp.send('Runtime.evaluate', { expression, contextId });
  } catch {
    // The page has gone meanwhile, and nobody waits for the message.
  }
}
