import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Ran {
  readonly said: string;
  readonly signal: NodeJS.Signals | null;
}

const WRITER = 'tests/faults/write-store.ts';

/** Runs the writer to its end, or kills it some time after its first word. */
export function runWriter(
  args: readonly (string | number)[],
  {
    killAfterMs,
    env = {},
    shell,
  }: { killAfterMs?: number; env?: Record<string, string>; shell?: string } = {},
): Promise<Ran> {
  return new Promise((resolve) => {
    const words = [WRITER, ...args.map(String)];
    const program = shell === undefined ? process.execPath : '/bin/sh';
    const given =
      shell === undefined ? words : ['-c', `${shell}; exec "$0" "$@"`, process.execPath, ...words];
    const child = spawn(program, given, {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, ...env },
    });
    let said = '';
    let timer: NodeJS.Timeout | undefined;
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      if (killAfterMs !== undefined && said.includes('ready\n')) {
        timer ??= setTimeout(() => child.kill('SIGKILL'), killAfterMs);
      }
    });
    child.on('close', (_code, signal) => {
      clearTimeout(timer);
      resolve({ said, signal });
    });
  });
}

/** Builds the recorder; undefined where there is no C compiler. */
export function buildRecorder(): string | undefined {
  const library = join(tmpdir(), `okm-record-${process.pid}.so`);
  if (existsSync(library)) return library;
  const { status } = spawnSync('cc', [
    '-shared',
    '-fPIC',
    '-O1',
    '-o',
    library,
    'tests/faults/record.c',
    '-ldl',
    '-lpthread',
  ]);
  return status === 0 ? library : undefined;
}
