import { createRouterClient, type RouterClient } from '@orpc/server';
import { createCallLimiter } from '../limits.ts';
import { openProgram, type Program } from '../open-program.ts';
import type { Places } from '../places.ts';
import type { Router } from '../router.ts';
import type { Arguments } from './arguments.ts';

export interface Session {
  readonly api: RouterClient<Router>;
  readonly program: Program;
}

/** Opens the program for one command, in this process, and closes it whatever comes of the command. */
export async function withProgram<T>(
  args: Arguments,
  places: Places,
  dataDir: string,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const program = await openProgram({ places, dataDir, shell: 'cli', systemLanguage: args.language });
  try {
    const { enter } = createCallLimiter();
    return await work({
      program,
      api: createRouterClient(program.router, { context: { log: program.log, enter } }),
    });
  } finally {
    await program.close();
  }
}
