import { parentPort, workerData } from 'node:worker_threads';
import type { StudioReply, StudioRequest, StudioSetup } from './messages.ts';
import { openOutliner } from './outliner.ts';
import { paintPicture } from './paint-picture.ts';

// The thread that outlines and paints: a large picture takes a second, in which the program must go on answering.
const port = parentPort;
if (!port) throw new Error('the studio runs as a worker only');

const { fontsDir } = workerData as StudioSetup;
const opening = openOutliner(fontsDir);

port.on('message', ({ id, job }: StudioRequest) => {
  void opening.then(
    (outliner) => {
      try {
        port.postMessage({ id, value: paintPicture(job, outliner) } satisfies StudioReply);
      } catch (error) {
        fail(id, error);
      }
    },
    (error: unknown) => fail(id, error),
  );
});

function fail(id: number, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  port?.postMessage({ id, error: text } satisfies StudioReply);
}
