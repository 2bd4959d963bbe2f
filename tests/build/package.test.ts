import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, describe, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'okm-package-'));
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

/** Packs for a system against a stand-in for its Electron, and answers where the program lies. */
function pack(system: 'linux' | 'win'): string {
  const stub = join(folder, `electron-${system}`);
  execFileSync(process.execPath, ['build/stub-electron.mjs', stub, system]);
  const output = join(folder, `release-${system}`);
  // The editor of a Windows program's icon is fetched by the packager.
  const only = system === 'win' ? ['-c.win.signAndEditExecutable=false'] : [];
  execFileSync(
    process.execPath,
    [
      'node_modules/electron-builder/cli.js',
      '--config',
      'build/electron-builder.yml',
      `--${system}`,
      '--x64',
      '--dir',
      `-c.electronDist=${stub}`,
      `-c.directories.output=${output}`,
      ...only,
    ],
    { stdio: 'pipe' },
  );
  return join(output, `${system}-unpacked`);
}

describe.each([
  {
    system: 'linux',
    native: 'linux-x64',
    program: 'onekilometre',
    okm: 'bin/okm',
  },
  {
    system: 'win',
    native: 'win32-x64',
    program: 'One Kilometre.exe',
    okm: 'bin/okm.cmd',
  },
] as const)('the package for $system', ({ system, native, program, okm }) => {
  test('holds the program, its cases and one binary of the database, and its fuses are set', async () => {
    const app = pack(system);
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
    expect(names.filter((name) => /^(src-|tests|cases|docs|build)|bundled\.json/.test(name))).toEqual([]);
    expect(names.filter((name) => /^node_modules\/node-/.test(name))).toEqual([]);
    const modules = new Set(
      names.flatMap((name) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? []),
    );
    expect([...modules]).toEqual([
      '@myriaddreamin/typst-ts-renderer',
      '@myriaddreamin/typst-ts-web-compiler',
      'better-sqlite3',
    ]);
    const natives = names.filter((name) => name.endsWith('.node'));
    expect(natives).toEqual([`node_modules/better-sqlite3/prebuilds/${native}.node`]);
    expect(archive.get(natives[0] ?? '')?.unpacked).toBe(true);

    const resources = readdirSync(join(app, 'resources'), { recursive: true, encoding: 'utf8' });
    expect(resources).toContain(`app.asar.unpacked/node_modules/better-sqlite3/prebuilds/${native}.node`);
    expect(resources).toContain('cases/vocabulary.yaml');
    expect(resources).toContain('cases/project/beijing-jinsong-model.en.md');
    expect(resources.filter((name) => name.includes('.teaching'))).toEqual([]);
    expect(resources).toContain(okm);
    const licences = readFileSync(join(app, 'resources', 'licences.txt'), 'utf8');
    for (const name of ['react-dom 19', 'better-sqlite3 13', 'lunr 2', 'noto-serif-sc 5', 'SIL OPEN FONT'])
      expect(licences, name).toContain(name);
    expect(readdirSync(join(app, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak', 'zh-TW.pak']);

    const wire = await getCurrentFuseWire(join(app, program));
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

  test('comes with a bill of what it is made of', () => {
    const bill = JSON.parse(readFileSync(join(folder, `release-${system}`, 'sbom.cdx.json'), 'utf8')) as {
      bomFormat: string;
      components: { name: string; scope: string }[];
    };
    expect(bill.bomFormat).toBe('CycloneDX');
    const names = new Set(bill.components.map(({ name }) => name));
    for (const name of ['electron', 'react', 'better-sqlite3', 'zod']) expect(names, name).toContain(name);
    for (const name of ['vitest', 'typescript', 'playwright-core']) expect(names, name).not.toContain(name);
  });
});

test('icons are there at every size that the systems ask for', () => {
  const ico = readFileSync('build/icons/icon.ico');
  const count = ico.readUInt16LE(4);
  const widths = Array.from({ length: count }, (_, at) => ico[6 + at * 16] || 256);
  expect(widths).toEqual(expect.arrayContaining([16, 24, 32, 48, 64, 128, 256]));
  for (const name of ['icon.icns', 'casepack.icns']) {
    const icns = readFileSync(`build/icons/${name}`);
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
  }
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512, 1024]) {
    const png = readFileSync(`build/icons/${size}x${size}.png`);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  }
});

test('Electron is no older than the one that mended what our scheme relies on', () => {
  const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  expect(Number(devDependencies.electron?.split('.')[0])).toBeGreaterThanOrEqual(42);
});
