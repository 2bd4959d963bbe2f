import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { Document } from '#services/exports/deliveries.ts';
import type { Log } from '#services/log/log.ts';
import { toContractError } from '../error-boundary.ts';
import { parseMessage } from '../limits.ts';
import { listPageFiles, type PageFile, renderPage } from '../page/page-files.ts';
import { createNonce, downloadHeaders, pageHeaders } from '../page/page-headers.ts';
import type { Router } from '../router.ts';
import { type Access, isSameSecret } from './access.ts';
import { readBody } from './body.ts';
import { createCallAnswerer } from './calls.ts';
import { judge, type Route } from './gate.ts';
import type { Presence } from './presence.ts';

export interface WebHost {
  readonly router: Router;
  readonly log: Log;
  readonly rendererDir: string;
  readonly access: Access;
  readonly presence: Presence;
  /** @throws OkmError TICKET_EXPIRED */
  readonly takeDocument: (ticket: string) => Document;
  /** Lets a second start of the program ask for an address. */
  readonly startKey: string;
  readonly onRedeemed: () => void;
  /** Too many wrong secrets: the listener has been closed. */
  readonly onBesieged: () => void;
}

const SMALL_BODY_BYTES = 1024;
const MAX_CONNECTIONS = 64;
const DAY_SECONDS = 86_400;
/** The names of built files hold a digest of their contents, so that one that changes has another name. */
const builtName = /-[\w-]{8}\.\w+$/;

const SecretBody = z.strictObject({ secret: z.string().max(200) });

/**
 * The server of the page and of the contract, for this machine only. Not yet listening; nothing but
 * `listen(port, '127.0.0.1')` is ever done with it.
 */
export function createWebServer(host: WebHost): Server {
  const files = listPageFiles(host.rendererDir);
  const answerCall = createCallAnswerer(host.router, host.log);
  const server = createServer({
    maxHeaderSize: 8192,
    headersTimeout: 5000,
    requestTimeout: 30_000,
    keepAliveTimeout: 5000,
    connectionsCheckingInterval: 1000,
  });
  server.maxConnections = MAX_CONNECTIONS;

  const refuseWrong = (response: ServerResponse) => {
    refuse(response, 401);
    if (!host.access.isBesieged()) return;
    server.close();
    host.onBesieged();
  };

  async function answer(route: Route, request: IncomingMessage, response: ServerResponse): Promise<void> {
    switch (route.kind) {
      case 'page': {
        const nonce = createNonce();
        const page = renderPage(files, nonce);
        response.writeHead(200, { ...pageHeaders(nonce), 'Content-Type': 'text/html; charset=utf-8' });
        response.end(page);
        return;
      }
      case 'file':
        // The page itself is only ever sent with a nonce.
        return sendFile(route.path === '/index.html' ? undefined : files.get(route.path), response);
      case 'session': {
        const { secret } = SecretBody.parse(parseMessage(await readBody(request, SMALL_BODY_BYTES)));
        const session = host.access.redeem(secret);
        if (session === undefined) return refuseWrong(response);
        host.onRedeemed();
        return sendJson(response, { session });
      }
      case 'link': {
        if (route.key === undefined || !isSameSecret(route.key, host.startKey)) return refuseWrong(response);
        return sendJson(response, { secret: host.access.issue() });
      }
      case 'call':
        if (!host.access.admits(route.session)) return refuseWrong(response);
        return answerCall(request, response);
      case 'download':
        return sendDocument(host.takeDocument(route.ticket), response);
    }
  }

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const verdict = judge(
      {
        method: request.method ?? '',
        target: request.url ?? '',
        rawHeaders: request.rawHeaders,
        remoteAddress: request.socket.remoteAddress,
      },
      portOf(server),
    );
    if ('status' in verdict) {
      host.log.write({ event: 'refused', code: String(verdict.status) });
      refuse(response, verdict.status);
      return;
    }
    const leave = host.presence.enter();
    response.on('close', leave);
    answer(verdict, request, response).catch((thrown: unknown) => {
      const known =
        thrown instanceof z.ZodError ? 400 : toContractError(thrown, host.log, verdict.kind).status;
      if (response.headersSent) response.destroy();
      else refuse(response, known);
    });
  });
  return server;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function refuse(response: ServerResponse, status: number): void {
  // The connection goes with the refusal, so that nothing of what was refused is read.
  response.writeHead(status, { ...pageHeaders(), 'Content-Length': '0', Connection: 'close' });
  response.end();
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { ...pageHeaders(), 'Content-Type': 'application/json' });
  response.end(JSON.stringify(value));
}

async function sendFile(file: PageFile | undefined, response: ServerResponse): Promise<void> {
  if (file === undefined) return refuse(response, 404);
  response.writeHead(200, {
    ...pageHeaders(),
    'Cache-Control': builtName.test(file.file) ? `private, max-age=${DAY_SECONDS}, immutable` : 'no-store',
    'Content-Type': file.mediaType,
    'Content-Length': String(file.sizeBytes),
  });
  await pipeline(createReadStream(file.file), response);
}

function sendDocument({ fileName, mediaType, bytes }: Document, response: ServerResponse): void {
  const plain = fileName.replace(/[^A-Za-z0-9._-]/g, '_');
  response.writeHead(200, {
    ...downloadHeaders(),
    'Content-Type': mediaType,
    'Content-Length': String(bytes.byteLength),
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${percentEncode(fileName)}`,
  });
  response.end(bytes);
}

/** RFC 8187: what is no attr-char is written in percent. */
function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
