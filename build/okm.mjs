// `npm run -s okm -- …`: the command line of the checkout. Builds first when a source is newer than the
// last build; what the build says goes to standard error, so that --json stays clean. Where it cannot be
// built (a source half written), the sources are run as they are.
import { ensureBuilt } from './build.mjs';

const parts = { check: ['main'], serve: ['main', 'renderer', 'library'] };
const built = await ensureBuilt(...(parts[process.argv[2]] ?? ['main', 'library']));
if (!built) console.error('构建失败，改用源码运行。\nThe build failed; running from the sources instead.');
await import(new URL(built ? '../out/main/okm.js' : '../src-main/shells/okm.ts', import.meta.url).href);
