// `npm run test:packaged`: the program that `npm run package` has laid out in release/ (or in the folder given)
// has its fuses set, and its command line finds a case.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { root } from './stale.mjs';

const mac = join('One Kilometre.app', 'Contents');
/** Where each system's packager lays the program out, and its command line in it. */
const layouts = [
  { folder: 'linux-unpacked', program: 'onekilometre', okm: join('resources', 'bin', 'okm') },
  { folder: 'win-unpacked', program: 'One Kilometre.exe', okm: join('resources', 'bin', 'okm.cmd') },
  {
    folder: 'mac-universal',
    program: join(mac, 'MacOS', 'One Kilometre'),
    okm: join(mac, 'Resources', 'bin', 'okm'),
  },
];
const mustBeOn = [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, FuseV1Options.OnlyLoadAppFromAsar];
const mustBeOff = [
  FuseV1Options.RunAsNode,
  FuseV1Options.EnableCookieEncryption,
  FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  FuseV1Options.EnableNodeCliInspectArguments,
  FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  FuseV1Options.GrantFileProtocolExtraPrivileges,
];

const release = resolve(process.argv[2] ?? join(root, 'release'));
const layout = layouts.find(({ folder, program }) => existsSync(join(release, folder, program)));
if (layout === undefined) {
  console.error(`No packaged program in ${release}: npm run package first.`);
  process.exit(1);
}
const home = join(release, layout.folder);
const wire = await getCurrentFuseWire(join(home, layout.program));
const wrong = [
  ...mustBeOn.filter((fuse) => wire[fuse] !== FuseState.ENABLE),
  ...mustBeOff.filter((fuse) => wire[fuse] !== FuseState.DISABLE),
];
say(wrong.length === 0, `fuses${wrong.map((fuse) => ` ${FuseV1Options[fuse]}`).join('')}`);

const data = mkdtempSync(join(tmpdir(), 'okm-packaged-'));
try {
  const version = okm('--version');
  say(version.status === 0 && /^\d+\.\d+\.\d+/.test(version.stdout), 'okm --version', version);
  const found = okm('search', '停车', '--json', '--data', data);
  say(found.status === 0 && found.stdout.includes('"id"'), 'okm search', found);
} finally {
  rmSync(data, { recursive: true, force: true });
}

function okm(...words) {
  // A script for cmd.exe is started by cmd.exe; the words above hold nothing that it would read.
  const shell = process.platform === 'win32';
  const file = join(home, layout.okm);
  return spawnSync(shell ? `"${file}"` : file, words, { encoding: 'utf8', shell, timeout: 60_000 });
}

function say(isRight, what, { error, stderr = '' } = {}) {
  console.log(`${isRight ? 'ok     ' : 'FAILED '} ${what}`);
  if (isRight) return;
  console.error(error?.message ?? stderr.trim());
  process.exitCode = 1;
}
