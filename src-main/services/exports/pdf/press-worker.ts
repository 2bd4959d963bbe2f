import { parentPort, workerData } from 'node:worker_threads';
import type { PressReply, PressRequest, PressSetup } from './messages.ts';
import { openSetter } from './setter.ts';

// The thread that sets type: documents are set one after the other, since the setter can do only one.
const port = parentPort;
if (!port) throw new Error('the press runs as a worker only');

const { fontsDir } = workerData as PressSetup;
const setter = openSetter(fontsDir);

port.on('message', ({ id, job }: PressRequest) => {
  void setter.then(
    (set) => {
      try {
        const value = set(job);
        port.postMessage({ id, value } satisfies PressReply);
      } catch (error) {
        fail(id, error);
      }
    },
    (error: unknown) => fail(id, error),
  );
});

function fail(id: number, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  port?.postMessage({ id, error: text } satisfies PressReply);
}
