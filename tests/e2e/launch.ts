import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startBrowser } from './browser.ts';
import type { OpenDoor } from './door.ts';
import { openDesktop } from './open-desktop.ts';
import { openElectron } from './open-electron.ts';
import { openWeb } from './open-web.ts';

export interface LaunchOptions {
  /** Language of the system: what a first start shows. */
  readonly language?: 'zh' | 'en';
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  /** A data folder to go on with; a new one when left out. */
  readonly dataDir?: string;
  /** Folder of the program, or of what a package brings beside it (desktop), where it is not this checkout's. */
  readonly root?: string;
}

/** The program as its user has it before him. */
export interface Launched {
  readonly door: 'web' | 'desktop';
  readonly page: Page;
  readonly context: BrowserContext;
  readonly dataDir: string;
  /** What no user should ever cause: faults and warnings of the policy in the console, requests that leave the page's origin. */
  readonly complaints: string[];
  /** Does what makes the program hand over a document, and waits until the document lies at `file`. */
  readonly saveAs: OpenDoor['saveAs'];
  /** Ends the program; the data folder stays if it was given, or if it is to be kept for another start. */
  readonly close: (options?: { readonly keepData?: boolean }) => Promise<void>;
}

let browser: Browser | undefined;

/** Ends the browser that the tests of a file share. */
export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

/**
 * Starts the built program as its user has it: the web shell in a real browser; or, where `OKM_DOOR` is
 * `desktop`, the main process and preload of the desktop shell, whose windows are pages of that browser; or,
 * where it is `electron`, in Electron's own program, which `OKM_ELECTRON` names.
 */
export async function launch({
  language = 'zh',
  viewport = { width: 1280, height: 800 },
  colorScheme = 'light',
  dataDir: given,
  root,
}: LaunchOptions = {}): Promise<Launched> {
  const dataDir = given ?? mkdtempSync(join(tmpdir(), 'okm-e2e-'));
  const complaints: string[] = [];
  const door = doorOf(process.env.OKM_DOOR);
  const opened =
    door === 'electron'
      ? await openElectron({
          program: process.env.OKM_ELECTRON ?? '',
          dataDir,
          language,
          viewport,
          colorScheme,
        })
      : await openInBrowser(door);
  const { page, origin } = opened;
  watch(page, origin, complaints);
  return {
    door: door === 'web' ? 'web' : 'desktop',
    page,
    context: page.context(),
    dataDir,
    complaints,
    saveAs: opened.saveAs,
    async close({ keepData = given !== undefined } = {}) {
      // Electron's pages go with it.
      if (door !== 'electron') await page.context().close();
      await opened.close();
      if (!keepData) rmSync(dataDir, { recursive: true, force: true });
    },
  };

  async function openInBrowser(behind: 'web' | 'desktop'): Promise<OpenDoor> {
    browser ??= await startBrowser();
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
    const context = await browser.newContext({ viewport, colorScheme, locale, acceptDownloads: true });
    const open = behind === 'web' ? openWeb : openDesktop;
    return open({ context, dataDir, language, ...(root === undefined ? {} : { root }) });
  }
}

function doorOf(named: string | undefined): 'web' | 'desktop' | 'electron' {
  return named === 'desktop' || named === 'electron' ? named : 'web';
}

/** Collects what must not happen on a page. */
function watch(page: Page, origin: string, complaints: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(`${error.name}: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (
      !url.startsWith(`${origin}/`) &&
      !url.startsWith('data:image/') &&
      !url.startsWith(`blob:${origin}/`)
    ) {
      complaints.push(`a request left the program: ${url}`);
    }
  });
}
