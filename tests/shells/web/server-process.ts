import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface ServerProcess {
  readonly pid: number;
  /** The one-time address that it prints. */
  readonly address: Promise<string>;
  /** What it has said on standard error. */
  readonly said: () => string;
  /** Its exit code, when it ends. */
  readonly ended: Promise<number | null>;
  readonly stop: () => Promise<void>;
}

/** A built web shell in a process of its own. */
export function startServer(
  dataDir: string,
  language: 'zh' | 'en',
  more: readonly string[] = [],
  /** Folder of the built program. */
  root = '.',
): ServerProcess {
  const args = [
    join(root, 'out/main/okm.js'),
    'serve',
    '--no-open',
    '--data',
    dataDir,
    '--lang',
    language,
    ...more,
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const address = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('http://127.0.0.1:')) resolve(line);
    });
    void ended.then((code) => reject(new Error(`okm serve ended with ${code}: ${said}`)));
  });
  return {
    pid: child.pid ?? 0,
    address,
    said: () => said,
    ended,
    async stop() {
      child.kill();
      await ended;
    },
  };
}
