// The program `okm`: the command line, and by its command `serve` the web shell.
import { openTerminal } from './cli/terminal.ts';
import { findPlaces } from './places.ts';
import type { ServeOptions } from './serve-news.ts';

const OLDEST_NODE = 24;

const terminal = openTerminal(process.stdout, process.stderr);
if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  // The database's native code ends an older Node without a word.
  terminal.err(`okm：需要 Node ${OLDEST_NODE} 或更新的版本。\nokm: Node ${OLDEST_NODE} or newer is needed.`);
  process.exitCode = 4;
} else {
  const { runCli } = await import('./cli/main.ts');
  const { env, platform } = process;
  const places = findPlaces(process.resourcesPath);
  const serve = async (options: ServeOptions) => {
    const { serve: serveWeb } = await import('./web/serve.ts');
    return serveWeb(options, { places, env, platform });
  };
  const code = await runCli(process.argv.slice(2), { env, terminal, places, serve });
  // Ends even where a thread is left behind by a failure, and not before all that was said has been passed on.
  await new Promise((resolve) => process.stdout.write('', resolve));
  process.exit(code);
}
