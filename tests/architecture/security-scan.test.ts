import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What must not stand in our sources, and where it may after all. */
const forbidden: readonly { readonly what: RegExp; readonly why: string; readonly allowed?: RegExp }[] = [
  {
    what: /\.(inner|outer)HTML\b|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write\b/,
    why: 'text becomes elements through React alone',
  },
  { what: /\beval\(|new Function\(|setTimeout\(\s*['"`]/, why: 'no code out of text' },
  { what: /\bipcMain\b/, why: 'the one place that answers a page', allowed: /electron\/page-bridge\.ts$/ },
  {
    what: /\bipcRenderer\b|contextBridge/,
    why: 'the preload is the page’s only way out',
    allowed: /electron\/preload\.ts$/,
  },
  { what: /shell\.openPath/, why: 'no file of the machine is opened for a page' },
  {
    what: /shell\.openExternal/,
    why: 'links are shown before they are opened',
    allowed: /electron\/external-link\.ts$/,
  },
  {
    what: /nodeIntegration: true|sandbox: false|contextIsolation: false|webSecurity: false|webviewTag: true/,
    why: 'the page stays in the sandbox',
  },
  { what: /Access-Control-Allow/i, why: 'no other origin reads ours' },
  { what: /Set-Cookie/i, why: 'cookies are shared between ports' },
  { what: /0\.0\.0\.0|['"]::['"]/, why: 'nothing listens but on this machine' },
  {
    what: /\.listen\(/,
    why: 'one listener',
    allowed: /web\/serve\.ts$|services\/changes\.ts$|electron\/start\.ts$|shells\/router\.ts$/,
  },
  {
    what: /child_process/,
    why: 'no other program is started, but a process of our own for damaged files',
    allowed: /web\/browser\.ts$|backup\/apart\.ts$/,
  },
  { what: /unsafeMode|loadExtension/, why: 'the database keeps its guards' },
  { what: /localStorage\b/, why: 'the page keeps nothing that outlives it' },
  { what: /\bconsole\./, why: 'what is said goes to the terminal or the log' },
];

const sources = ['src-main', 'src-renderer'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name)),
);

test.each(forbidden)('$what stands nowhere it must not', ({ what, why, allowed }) => {
  const found = sources
    .filter((file) => !allowed?.test(file))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, at) => (what.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [])),
    );
  expect(found, why).toEqual([]);
  if (allowed)
    expect(
      sources.some((file) => allowed.test(file)),
      'the exception is still there',
    ).toBe(true);
});

test('the scan reads the sources', () => {
  expect(sources.length).toBeGreaterThan(100);
});
