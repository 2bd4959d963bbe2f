// Two functions that run in the browser, turned into text: the preload's world with what Electron gives it,
// and the page's side of the context bridge. Between the two worlds go events with text in them, so nothing but
// copies crosses, as in Electron.

/** The page's world: puts there what the preload exposes, function by function. */
export function mainWorld(): void {
  let last = 0;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  document.addEventListener('okm-expose', (event) => {
    const { name, keys } = JSON.parse((event as CustomEvent<string>).detail) as {
      name: string;
      keys: string[];
    };
    const call =
      (key: string) =>
      (...args: unknown[]) =>
        new Promise((resolve, reject) => {
          last += 1;
          waiting.set(last, { resolve, reject });
          document.dispatchEvent(
            new CustomEvent('okm-call', { detail: JSON.stringify({ id: last, key, args }) }),
          );
        });
    const api = Object.freeze(Object.fromEntries(keys.map((key) => [key, call(key)])));
    Object.defineProperty(window, name, { value: api, writable: false, configurable: false });
  });
  document.addEventListener('okm-answer', (event) => {
    const { id, value, error } = JSON.parse((event as CustomEvent<string>).detail) as {
      id: number;
      value?: unknown;
      error?: string;
    };
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(value);
    else call?.reject(new Error(error));
  });
}

/** The preload's world: `require('electron')` with a bridge and a messenger, and nothing else. */
export function isolatedWorld(preload: string): void {
  interface World {
    okmToMain: (payload: string) => void;
    okmDeliver: (port: number, data: unknown) => void;
    okmReply: (id: number, reply: { value?: unknown; error?: string }) => void;
  }
  const here = globalThis as unknown as World;
  const ports = new Map<number, MessagePort>();
  const asked = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let last = 0;
  const tell = (message: object) => here.okmToMain(JSON.stringify(message));
  here.okmDeliver = (port, data) => ports.get(port)?.postMessage(data);
  here.okmReply = (id, { value, error }) => {
    const call = asked.get(id);
    asked.delete(id);
    if (error === undefined) call?.resolve(value);
    else call?.reject(new Error(error));
  };
  const ipcRenderer = {
    postMessage(channel: string, _message: unknown, given: readonly MessagePort[]) {
      for (const port of given) {
        last += 1;
        const id = last;
        ports.set(id, port);
        port.onmessage = ({ data }) => tell({ kind: 'message', port: id, data });
        tell({ kind: 'port', channel, port: id });
      }
    },
    invoke(channel: string, ...args: unknown[]) {
      last += 1;
      const id = last;
      const answer = new Promise((resolve, reject) => asked.set(id, { resolve, reject }));
      tell({ kind: 'invoke', id, channel, args });
      return answer;
    },
  };
  const contextBridge = {
    exposeInMainWorld(name: string, api: Record<string, (...args: unknown[]) => unknown>) {
      document.addEventListener('okm-call', (event) => {
        const { id, key, args } = JSON.parse((event as CustomEvent<string>).detail) as {
          id: number;
          key: string;
          args: unknown[];
        };
        const answer = (reply: object) =>
          document.dispatchEvent(new CustomEvent('okm-answer', { detail: JSON.stringify({ id, ...reply }) }));
        Promise.resolve(api[key]?.(...args)).then(
          (value) => answer({ value }),
          (error: unknown) => answer({ error: String(error) }),
        );
      });
      document.dispatchEvent(
        new CustomEvent('okm-expose', { detail: JSON.stringify({ name, keys: Object.keys(api) }) }),
      );
    },
  };
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`no ${name} in the sandbox`);
    return { ipcRenderer, contextBridge };
  };
  // The page's policy does not reach this world, as it does not reach Electron's.
  new Function('require', preload)(require);
}
