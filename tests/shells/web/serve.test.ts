import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { startServer } from './server-process.ts';

const folder = mkdtempSync(join(tmpdir(), 'okm-serve-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const newFolder = (): string => mkdtempSync(join(folder, 'data-'));

async function redeem(address: string): Promise<number> {
  const { origin, hash } = new URL(address);
  const response = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin },
    body: JSON.stringify({ secret: hash.slice(1) }),
  });
  return response.status;
}

test('prints one address that is good once, leaves nothing readable by others, and frees the folder at its end', async () => {
  const dataDir = newFolder();
  const server = startServer(dataDir, 'en');
  const address = await server.address;
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}$/);
  expect(server.said()).toContain('good for 10 minutes');
  if (process.platform === 'linux') {
    const argv = readFileSync(`/proc/${server.pid}/cmdline`, 'utf8');
    expect(argv).not.toContain(new URL(address).hash.slice(1));
    expect(statSync(join(dataDir, 'run')).mode & 0o077).toBe(0);
    expect(statSync(join(dataDir, 'run', 'serve.json')).mode & 0o077).toBe(0);
  }
  expect(await redeem(address)).toBe(200);
  expect(await redeem(address)).toBe(401);
  await server.stop();
  expect(existsSync(join(dataDir, 'run', 'serve.json'))).toBe(false);
  expect(existsSync(join(dataDir, 'lock.json'))).toBe(false);
});

test('listens on this machine’s own address and on no other', async () => {
  const server = startServer(newFolder(), 'en');
  const port = Number(new URL(await server.address).port);
  const others = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ address, scopeid }) => address !== '127.0.0.1' && !scopeid)
    .map(({ address }) => address);
  for (const host of ['::1', ...others]) {
    const reached = await new Promise<boolean>((resolve) => {
      const socket = connect({ host, port, timeout: 1000 });
      const answer = (value: boolean) => {
        socket.destroy();
        resolve(value);
      };
      socket
        .on('connect', () => answer(true))
        .on('error', () => answer(false))
        .on('timeout', () => answer(false));
    });
    expect(reached, host).toBe(false);
  }
  await server.stop();
});

test('a second start asks the server that runs for an address of its own, and ends', async () => {
  const dataDir = newFolder();
  const first = startServer(dataDir, 'en');
  const one = await first.address;
  const second = startServer(dataDir, 'en');
  const two = await second.address;
  expect(await second.ended).toBe(0);
  expect(second.said()).toContain('already runs');
  expect(new URL(two).origin).toBe(new URL(one).origin);
  expect(two).not.toBe(one);
  expect([await redeem(one), await redeem(two)]).toEqual([200, 200]);
  await first.stop();
});

test('a server that was killed leaves nothing in the way of the next', async () => {
  const dataDir = newFolder();
  const killed = startServer(dataDir, 'en');
  await killed.address;
  process.kill(killed.pid, 'SIGKILL');
  await killed.ended;
  expect(existsSync(join(dataDir, 'run', 'serve.json'))).toBe(true);
  const next = startServer(dataDir, 'en');
  expect(await redeem(await next.address)).toBe(200);
  expect(next.said()).not.toContain('already runs');
  expect(next.said()).not.toContain('only be read');
  await next.stop();
});

test('listens on the port that is named, and says so when that is taken', async () => {
  const free = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
  const server = startServer(newFolder(), 'zh', ['--port', String(free)]);
  expect(new URL(await server.address).port).toBe(String(free));
  const late = startServer(newFolder(), 'zh', ['--port', String(free)]);
  await expect(late.address).rejects.toThrow();
  expect(await late.ended).toBe(4);
  expect(late.said()).toContain(String(free));
  await server.stop();
});
