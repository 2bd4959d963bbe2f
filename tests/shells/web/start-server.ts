import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OkmError } from '#contract/errors.ts';
import type { Document } from '#services/exports/deliveries.ts';
import { openProgram } from '../../../src-main/shells/open-program.ts';
import { findPlaces } from '../../../src-main/shells/places.ts';
import { type Access, createAccess } from '../../../src-main/shells/web/access.ts';
import { watchPresence } from '../../../src-main/shells/web/presence.ts';
import { createWebServer } from '../../../src-main/shells/web/server.ts';

export interface RunningServer {
  readonly port: number;
  readonly origin: string;
  readonly access: Access;
  readonly startKey: string;
  readonly documents: Map<string, Document>;
  readonly isListening: () => boolean;
  /** Sends bytes as they are and gives the whole answer back; the connection is then closed. */
  readonly send: (bytes: string) => Promise<RawAnswer>;
  /** Opens a session as the page does. */
  readonly signIn: () => Promise<string>;
  readonly close: () => Promise<void>;
}

export interface RawAnswer {
  readonly status: number;
  readonly text: string;
}

/** The web shell's server over the real services, a small page and a data folder of its own. */
export async function startServer({ now = Date.now }: { now?: () => number } = {}): Promise<RunningServer> {
  const folder = mkdtempSync(join(tmpdir(), 'okm-web-'));
  const rendererDir = join(folder, 'renderer');
  mkdirSync(join(rendererDir, 'assets'), { recursive: true });
  writeFileSync(
    join(rendererDir, 'index.html'),
    '<!doctype html><meta property="csp-nonce" nonce="__OKM_NONCE__">',
  );
  writeFileSync(join(rendererDir, 'assets', 'main-abc.js'), 'export {};');
  writeFileSync(join(rendererDir, 'notes.txt'), 'no part of the page');
  const program = await openProgram({
    places: findPlaces(),
    dataDir: join(folder, 'data'),
    shell: 'web',
    systemLanguage: 'zh',
  });
  const access = createAccess(now);
  const startKey = 'k'.repeat(43);
  const documents = new Map<string, Document>();
  const presence = watchPresence(3_600_000, 3_600_000, () => {});
  const server = createWebServer({
    router: program.router,
    log: program.log,
    rendererDir,
    access,
    presence,
    startKey,
    takeDocument: (ticket) => {
      const document = documents.get(ticket);
      documents.delete(ticket);
      if (document === undefined) throw new OkmError('TICKET_EXPIRED', {});
      return document;
    },
    onRedeemed: () => {},
    onBesieged: () => {},
  });
  server.listen({ port: 0, host: '127.0.0.1' });
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const origin = `http://127.0.0.1:${port}`;
  return {
    port,
    origin,
    access,
    startKey,
    documents,
    isListening: () => server.listening,
    send: (bytes) => sendRaw(port, bytes),
    async signIn() {
      const response = await fetch(`${origin}/session`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: origin },
        body: JSON.stringify({ secret: access.issue() }),
      });
      const { session } = (await response.json()) as { session: string };
      return session;
    },
    async close() {
      presence.end();
      server.close();
      server.closeAllConnections();
      await program.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function sendRaw(port: number, bytes: string): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let text = '';
    const done = () => resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text });
    socket.setEncoding('utf8');
    socket.setTimeout(8000, () => socket.destroy());
    socket.on('data', (chunk: string) => {
      text += chunk;
    });
    socket.on('error', done);
    socket.on('close', done);
    socket.write(bytes);
  });
}
