import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { beforeEach, expect, test } from 'vitest';

interface Sent {
  readonly channel: string;
  readonly message: unknown;
  readonly ports: readonly unknown[];
}

let sent: Sent[];
let invoked: unknown[][];
let exposed: Record<string, Record<string, (...args: unknown[]) => unknown>>;
let required: string[];
let page: { origin: string; listeners: ((event: unknown) => void)[] };
let window: Record<string, unknown>;

/** The built preload in a world that has nothing but what Electron's sandbox gives it. */
beforeEach(() => {
  sent = [];
  invoked = [];
  exposed = {};
  required = [];
  page = { origin: 'okm://ui', listeners: [] };
  window = {
    location: { origin: page.origin },
    addEventListener: (_type: string, listener: (event: unknown) => void) => page.listeners.push(listener),
  };
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: Record<string, (...args: unknown[]) => unknown>) => {
        exposed[name] = api;
      },
    },
    ipcRenderer: {
      postMessage: (channel: string, message: unknown, ports: readonly unknown[]) =>
        sent.push({ channel, message, ports }),
      invoke: async (...args: unknown[]) => {
        invoked.push(args);
        return { saved: true };
      },
    },
  };
  const require = (name: string) => {
    required.push(name);
    if (name !== 'electron') throw new Error(`no ${name} in the sandbox`);
    return electron;
  };
  runInContext(readFileSync('out/preload/index.cjs', 'utf8'), createContext({ require, window }));
});

const tell = (event: object) => {
  for (const listener of page.listeners)
    listener({ source: window, origin: page.origin, data: 'okm:port', ports: [], ...event });
};

test('needs nothing but Electron, and puts nothing on the page but the ways out for documents and pictures', () => {
  expect(required).toEqual(['electron']);
  expect(Object.keys(exposed)).toEqual(['okm']);
  expect(Object.keys(exposed.okm ?? {})).toEqual(['save', 'copyPicture']);
});

test('passes on the page’s own port, and no more than one of a message', () => {
  tell({ ports: ['port', 'another'] });
  expect(sent).toEqual([{ channel: 'okm:port', message: null, ports: ['port'] }]);
});

test('passes on nothing of a frame, another origin or other words', () => {
  tell({ ports: ['port'], source: { a: 'frame' } });
  tell({ ports: ['port'], source: null });
  tell({ ports: ['port'], origin: 'https://evil.example' });
  tell({ ports: ['port'], data: 'okm:save' });
  tell({ ports: ['port'], data: { toString: () => 'okm:port' } });
  tell({});
  expect(sent).toEqual([]);
});

test('sends a ticket as text, whatever the page hands over', async () => {
  await exposed.okm?.save?.('a-ticket');
  await exposed.okm?.save?.({ path: '/etc/passwd' });
  expect(invoked).toEqual([
    ['okm:save', 'a-ticket'],
    ['okm:save', '[object Object]'],
  ]);
});
