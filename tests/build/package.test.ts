import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'okm-package-'));
const app = join(folder, 'release', 'linux-unpacked');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface AsarEntry {
  readonly files?: Readonly<Record<string, AsarEntry>>;
  readonly unpacked?: boolean;
}

/** Paths in an archive, from the list that stands at its beginning. */
function listArchive(file: string): Map<string, AsarEntry> {
  const bytes = readFileSync(file);
  const header = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8')) as AsarEntry;
  const found = new Map<string, AsarEntry>();
  const visit = (entry: AsarEntry, path: string) => {
    for (const [name, child] of Object.entries(entry.files ?? {})) visit(child, `${path}/${name}`);
    if (entry.files === undefined) found.set(path.slice(1), entry);
  };
  visit(header, '');
  return found;
}

test('the package holds the program, its cases and one binary of the database, and its fuses are set', async ({
  skip,
}) => {
  skip(process.platform !== 'linux' || process.arch !== 'x64', 'the stand-in for Electron is Linux’s');
  const stub = join(folder, 'electron');
  execFileSync(process.execPath, ['build/stub-electron.mjs', stub]);
  const output = join(folder, 'release');
  const options = ['--linux', '--x64', '--dir', `-c.electronDist=${stub}`, `-c.directories.output=${output}`];
  execFileSync(
    process.execPath,
    ['node_modules/electron-builder/cli.js', '--config', 'build/electron-builder.yml', ...options],
    { stdio: 'pipe' },
  );

  const archive = listArchive(join(app, 'resources', 'app.asar'));
  const names = [...archive.keys()];
  for (const name of [
    'package.json',
    'out/main/index.js',
    'out/main/okm.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'out/library/cases.json',
    'out/library/index.json',
  ]) {
    expect(names, name).toContain(name);
  }
  expect(names.filter((name) => /^(src-|tests|cases|docs|build)/.test(name))).toEqual([]);
  expect(names.filter((name) => /^node_modules\/node-/.test(name))).toEqual([]);
  const modules = new Set(
    names.flatMap((name) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? []),
  );
  expect([...modules]).toEqual(['@myriaddreamin/typst-ts-web-compiler', 'better-sqlite3']);
  const natives = names.filter((name) => name.endsWith('.node'));
  expect(natives).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node']);
  expect(archive.get(natives[0] ?? '')?.unpacked).toBe(true);

  const resources = readdirSync(join(app, 'resources'), { recursive: true, encoding: 'utf8' });
  expect(resources).toContain('app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node');
  expect(resources).toContain('cases/vocabulary.yaml');
  expect(resources).toContain('cases/project/beijing-jinsong-model.en.md');
  expect(resources.filter((name) => name.includes('.teaching'))).toEqual([]);
  expect(readdirSync(join(app, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak', 'zh-TW.pak']);

  const wire = await getCurrentFuseWire(join(app, 'onekilometre'));
  const state = (fuse: FuseV1Options) => wire[fuse];
  const on = [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseV1Options.OnlyLoadAppFromAsar];
  const off = [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ];
  expect(on.map(state)).toEqual(on.map(() => FuseState.ENABLE));
  expect(off.map(state)).toEqual(off.map(() => FuseState.DISABLE));
}, 120_000);

test('Electron is no older than the one that mended what our scheme relies on', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  expect(Number(devDependencies.electron?.split('.')[0])).toBeGreaterThanOrEqual(42);
});
