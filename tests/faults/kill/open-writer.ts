import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#contract/index.ts';
import { startServer } from '../../shells/web/server-process.ts';

/** A program that is not ready after so long never will be. */
const READY_MS = 60_000;

/** A program that writes into a data folder, in a process of its own that can be killed. */
export interface Writer {
  readonly client: ContractRouterClient<Contract>;
  readonly kill: () => Promise<void>;
}

/** Starts the built web shell and opens a session as its page does. */
export async function openWebWriter(folder: string): Promise<Writer> {
  const server = startServer(folder, 'zh');
  const { origin, hash } = new URL(await server.address);
  const response = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin },
    body: JSON.stringify({ secret: hash.slice(1) }),
  });
  const { session } = (await response.json()) as { session: string };
  const headers = { Origin: origin, 'X-OKM': session };
  return {
    client: createORPCClient(new FetchLink({ url: `${origin}/api`, headers })),
    async kill() {
      process.kill(server.pid, 'SIGKILL');
      await server.ended;
    },
  };
}

/** Starts the built main process of the desktop and speaks to it over its page's port. */
export async function openDesktopWriter(folder: string): Promise<Writer> {
  const child = fork(resolve('tests/faults/kill/desktop-program.ts'), [folder], {
    execArgv: ['--import', './tests/electron/register.mjs'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const isReady = await Promise.race([
    once(child, 'message').then(() => true),
    ended.then(() => false),
    new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(false), READY_MS).unref();
    }),
  ]);
  if (!isReady) {
    child.kill('SIGKILL');
    throw new Error('the desktop was never ready');
  }
  const port = {
    on: (event: string, heard: (event?: { data: unknown }) => void) => {
      if (event === 'message') child.on('message', (data) => heard({ data }));
      else child.on('exit', () => heard());
    },
    postMessage: (data: unknown) => {
      // After the kill nobody hears it; the call's own end is told by the exit.
      if (child.connected) child.send(data as Parameters<typeof child.send>[0], () => undefined);
    },
  };
  return {
    client: createORPCClient(new PortLink({ port })),
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
