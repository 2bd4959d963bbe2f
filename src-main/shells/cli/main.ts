import type { Places } from '../places.ts';
import { type Arguments, readArguments, UsageError } from './arguments.ts';
import { check } from './check.ts';
import type { Terminal } from './terminal.ts';

export interface CliHost {
  readonly env: NodeJS.ProcessEnv;
  readonly terminal: Terminal;
  readonly places: Places;
}

/** Runs one command line and answers its exit code: 0 done, 1 nothing found or check failed, 2 usage, 3 input, 4 else. */
export async function runCli(argv: readonly string[], { env, terminal, places }: CliHost): Promise<number> {
  let args: Arguments;
  try {
    args = readArguments(argv, env);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(error.message);
    return 2;
  }
  const { command, say } = args;
  if (args.version) {
    terminal.out(places.version);
    return 0;
  }
  if (args.help || command === 'help') {
    terminal.out(say('help'));
    return 0;
  }
  switch (command) {
    case '':
      terminal.err(say('help'));
      return 2;
    case 'check':
      return check(args, terminal, places.casesDir);
    default:
      terminal.err(say('unknownCommand', { command }));
      return 2;
  }
}
