// `npm run test:electron`: the one suite of end-to-end tests on Electron's own program, built main, preload and
// page. Needs the program (`node node_modules/electron/install.js`, or ELECTRON_OVERRIDE_DIST_PATH) and a
// display; arguments are passed on as name filters.
import { startVitest } from 'vitest/node';
import { build } from './build.mjs';
import { findElectron } from './electron-binary.mjs';
import { parts, root } from './stale.mjs';

const electron = findElectron();
if (electron === undefined) {
  console.error(
    'No Electron program here. Fetch it with `node node_modules/electron/install.js` (ELECTRON_MIRROR names another server), or name an unpacked one in ELECTRON_OVERRIDE_DIST_PATH.',
  );
  process.exit(1);
}
await build(parts);
process.env.OKM_ELECTRON = electron;
const vitest = await startVitest('test', process.argv.slice(2), {
  root,
  watch: false,
  run: true,
  project: ['e2e-electron'],
});
await vitest.close();
