import { EventEmitter } from 'node:events';

/** The main process's end of a channel, as Electron hands it over. */
export interface MainPort extends EventEmitter {
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
  /** What the far end has sent. */
  receive(data: unknown): void;
}

/** A port that gives what is posted to a function, and keeps what comes until it is started. */
export function createMainPort(post: (message: unknown) => void): MainPort {
  const early: unknown[] = [];
  let isStarted = false;
  const port: MainPort = Object.assign(new EventEmitter(), {
    postMessage: post,
    start() {
      isStarted = true;
      for (const data of early.splice(0)) port.emit('message', { data });
    },
    close: () => void port.emit('close'),
    receive(data: unknown) {
      if (isStarted) port.emit('message', { data });
      else early.push(data);
    },
  });
  return port;
}
