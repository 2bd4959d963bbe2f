import { parentPort, workerData } from 'node:worker_threads';
import type { Pages, PressJob, PressReply, PressRequest, PressSetup, Printed } from './messages.ts';
import { openSetter } from './setter.ts';

// The thread that sets type: documents are set one after the other, since the setter can do only one.
const port = parentPort;
if (!port) throw new Error('the press runs as a worker only');

const { fontsDir } = workerData as PressSetup;
const setter = openSetter(fontsDir);

port.on('message', ({ id, job }: PressRequest) => {
  void answer(job).then(
    (value) => port.postMessage({ id, value } satisfies PressReply),
    (error: unknown) => fail(id, error),
  );
});

async function answer({ as, job }: PressJob): Promise<Printed | Pages> {
  const set = await setter;
  return as === 'pdf' ? set.toPdf(job) : set.toPages(job);
}

function fail(id: number, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  port?.postMessage({ id, error: text } satisfies PressReply);
}
