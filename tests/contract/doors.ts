import { once } from 'node:events';
import { createServer } from 'node:http';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as FetchLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { Contract } from '#contract/index.ts';
import { createLog, type Log } from '#services/log/log.ts';
import { createCallLimiter } from '../../src-main/shells/limits.ts';
import { answerPort, type WirePort } from '../../src-main/shells/port-door.ts';
import type { Router } from '../../src-main/shells/router.ts';
import { createCallAnswerer } from '../../src-main/shells/web/calls.ts';

export type Client = ContractRouterClient<Contract>;

export interface Door {
  readonly name: 'in process' | 'over HTTP' | 'over a port';
  readonly client: Client;
}

export interface Doors {
  readonly doors: readonly Door[];
  readonly log: Log;
  /** Posts a call's body as it is. */
  readonly post: (path: string, body: string) => Promise<Response>;
  /** Sends to the far end of a port as it is, and gives the next answer. */
  readonly tell: (message: unknown) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** The same router behind each of the three doors. */
export async function openDoors(router: Router, log: Log = silentLog()): Promise<Doors> {
  const answerCall = createCallAnswerer(router, log);
  const server = createServer((request, response) => void answerCall(request, response));
  server.listen({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;

  const { port1, port2 } = new MessageChannel();
  answerPort(wirePort(port2), router, log);
  const raw = new MessageChannel();
  answerPort(wirePort(raw.port2), router, log);
  const client = (link: FetchLink<Record<never, never>> | PortLink<Record<never, never>>): Client =>
    createORPCClient(link);
  const { enter } = createCallLimiter();
  return {
    log,
    doors: [
      { name: 'in process', client: createRouterClient(router, { context: { log, enter } }) },
      { name: 'over HTTP', client: client(new FetchLink({ url: `${url}/api` })) },
      { name: 'over a port', client: client(new PortLink({ port: port1 })) },
    ],
    post: (path, body) =>
      fetch(`${url}${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body }),
    async tell(message) {
      const answer = once(raw.port1, 'message');
      raw.port1.postMessage(message);
      const [text] = await answer;
      return JSON.parse(String(text));
    },
    async close() {
      for (const port of [port1, port2, raw.port1, raw.port2]) port.close();
      server.close();
      server.closeAllConnections();
      await Promise.resolve();
    },
  };
}

function wirePort(port: MessagePort): WirePort {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', listener),
    onClose: (listener) => port.on('close', listener),
  };
}

function silentLog(): Log {
  return createLog({ folder: undefined, now: () => new Date(0) });
}
