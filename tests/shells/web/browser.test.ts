import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { openInBrowser, waysToOpen } from '../../../src-main/shells/web/browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'okm-browser-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function program(name: string, script: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o700 });
  return file;
}

const url = `http://127.0.0.1:5/#${'s'.repeat(43)}`;

describe('opening a browser', () => {
  beforeEach(({ skip }) => {
    skip(process.platform !== 'linux', 'its stand-ins are shell scripts');
  });

  test('gives it a page that only this user may read, in a window of its own, and never the secret', async () => {
    const said = join(folder, 'argv');
    const env = {
      DISPLAY: ':0',
      PATH: '/nowhere',
      OKM_CHROMIUM: program('chromium', `echo "$@" > ${said}; exec sleep 2`),
    };
    const { opened, forget } = await openInBrowser(url, { env, platform: 'linux' });
    expect(opened).toBe(true);
    const argv = readFileSync(said, 'utf8').trim();
    expect(argv).toMatch(/^--app=file:\/\//);
    expect(argv).not.toContain('sss');
    const page = fileURLToPath(argv.slice('--app='.length));
    expect(readFileSync(page, 'utf8')).toContain(`url=${url}`);
    expect(statSync(page).mode & 0o077).toBe(0);
    expect(statSync(dirname(page)).mode & 0o077).toBe(0);
    forget();
    expect(existsSync(page)).toBe(false);
  });

  test('tries the next one where the first fails at once, and the system’s own last', async () => {
    program('xdg-open', 'exit 0');
    const env = { DISPLAY: ':0', PATH: folder, OKM_CHROMIUM: program('broken', 'exit 1') };
    expect(waysToOpen('file:///p', { env, platform: 'linux' }).at(-1)?.[0]).toBe(join(folder, 'xdg-open'));
    const { opened, forget } = await openInBrowser(url, { env, platform: 'linux' });
    expect(opened).toBe(true);
    forget();
  });

  test('opens nothing, and leaves nothing behind, where nobody would see it', async () => {
    const env = { PATH: folder, OKM_CHROMIUM: program('unused', 'exit 0') };
    expect((await openInBrowser(url, { env, platform: 'linux' })).opened).toBe(false);
  });
});

test('goes through no shell on any system', () => {
  const windows = { ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\x\\AppData\\Local' };
  const ways = [
    ...waysToOpen('file:///p', { env: windows, platform: 'win32' }),
    ...waysToOpen('file:///p', { env: {}, platform: 'darwin' }),
  ];
  expect(ways.length).toBeGreaterThanOrEqual(2);
  for (const [name = ''] of ways) expect(name).not.toMatch(/(^|[\\/])(cmd|sh|bash|powershell)(\.exe)?$/i);
});
