// The program `okm`: the command line, and by its command `serve` the web shell.
import { openTerminal } from './cli/terminal.ts';
import { findPlaces } from './places.ts';

const terminal = openTerminal(process.stdout, process.stderr);
if (Number(process.versions.node.split('.')[0]) < 24) {
  // The database's native code ends an older Node without a word.
  terminal.err('okm：需要 Node 24 或更新的版本。\nokm: Node 24 or newer is needed.');
  process.exitCode = 4;
} else {
  const { runCli } = await import('./cli/main.ts');
  process.exitCode = await runCli(process.argv.slice(2), {
    env: process.env,
    terminal,
    places: findPlaces(),
  });
}
