// `npm run -s okm -- …`: the command line of the checkout. Builds first when a source is newer than the
// last build; what the build says goes to standard error, so that --json stays clean.
import { ensureBuilt } from './build.mjs';

await ensureBuilt('main');
await import(new URL('../out/main/okm.js', import.meta.url).href);
