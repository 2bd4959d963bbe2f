// Makes a stand-in for Electron's distribution, so that packaging can be run and looked at where the real one
// is not to be had: `node build/n24.mjs build/stub-electron.mjs .stub-electron [linux|win]`, then
// `npm run package -- --linux --x64 --dir -c.electronDist=.stub-electron`. What comes of it does not start.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { root } from './stale.mjs';

/** The mark before Electron's fuses in its binary, then the version of their list, their number, and each one's state. */
const mark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuses = '111111111';

const [, , target = '.stub-electron', system = 'linux'] = process.argv;
const folder = resolve(root, target);
rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, 'resources'), { recursive: true });
mkdirSync(join(folder, 'locales'));
const wire = Buffer.concat([Buffer.from([1, fuses.length]), Buffer.from(fuses)]);
const body = system === 'win' ? emptyProgram() : Buffer.from('a stand-in for Electron\0');
writeFileSync(
  join(folder, system === 'win' ? 'electron.exe' : 'electron'),
  Buffer.concat([body, Buffer.from(mark), wire, Buffer.alloc(64)]),
  { mode: 0o755 },
);
for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'chrome-sandbox'])
  writeFileSync(join(folder, name), '');
for (const name of ['zh-CN', 'zh-TW', 'en-US', 'fr'])
  writeFileSync(join(folder, 'locales', `${name}.pak`), '');

/** A Windows program that does nothing, with the version resource that the packager writes beside. */
function emptyProgram() {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'a stand-in for Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return Buffer.from(program.generate());
}
