import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningServer, startServer } from './start-server.ts';

let server: RunningServer;
let session: string;
beforeAll(async () => {
  server = await startServer();
  session = await server.signIn();
});
afterAll(() => server.close());

const head = (length: number) =>
  [
    'POST /api/library/list HTTP/1.1',
    `Host: 127.0.0.1:${server.port}`,
    `Origin: ${server.origin}`,
    'Content-Type: application/json',
    `X-OKM: ${session}`,
    `Content-Length: ${length}`,
    'Connection: close',
    '',
    '',
  ].join('\r\n');

test('a body of a hundred megabytes is refused by its size, whether or not its length is true', async () => {
  const said = await server.send(head(100 * 1024 * 1024));
  expect(said.status).toBe(413);
  // The length is a lie: more comes than was said, and what is more is no part of the call.
  const more = await server.send(`${head(2)}{}${'x'.repeat(1024 * 1024)}`);
  expect([200, 400]).toContain(more.status);
  expect((await server.send(`${head(2)}{}`)).status).toBe(200);
});

test('requests that never end their headers keep nobody else out, and are ended', async () => {
  const ended: Promise<void>[] = [];
  for (let each = 0; each < 40; each += 1) {
    const socket = connect({ port: server.port, host: '127.0.0.1' });
    socket.on('error', () => {}).resume();
    socket.write(`POST /api/library/list HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nX-Slow: `);
    ended.push(new Promise((resolve) => socket.on('close', () => resolve())));
  }
  expect((await server.send(`${head(2)}{}`)).status).toBe(200);
  await Promise.all(ended);
  expect((await server.send(`${head(2)}{}`)).status).toBe(200);
}, 60_000);
