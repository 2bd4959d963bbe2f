// Makes a stand-in for Electron's distribution, so that packaging can be run and looked at where the real one
// is not to be had: `node build/n24.mjs build/stub-electron.mjs .stub-electron`, then
// `npm run package -- --linux --x64 --dir -c.electronDist=.stub-electron`. What comes of it does not start.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './stale.mjs';

/** The mark before Electron's fuses in its binary, then the version of their list, their number, and each one's state. */
const mark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuses = '111111111';

const folder = resolve(root, process.argv[2] ?? '.stub-electron');
rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, 'resources'), { recursive: true });
mkdirSync(join(folder, 'locales'));
const wire = Buffer.concat([Buffer.from([1, fuses.length]), Buffer.from(fuses)]);
writeFileSync(
  join(folder, 'electron'),
  Buffer.concat([Buffer.from('a stand-in for Electron\0'), Buffer.from(mark), wire, Buffer.alloc(64)]),
  { mode: 0o755 },
);
for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'chrome-sandbox'])
  writeFileSync(join(folder, name), '');
for (const name of ['zh-CN', 'zh-TW', 'en-US', 'fr'])
  writeFileSync(join(folder, 'locales', `${name}.pak`), '');
