import { createIdleWorker } from '../../idle-worker.ts';
import { workerUrl } from '../../worker-url.ts';
import type { Pages, PressJob, PressSetup, Printed, PrintJob } from './messages.ts';

/** Prints documents to PDF, in a thread of its own that ends when it has been idle for a while. */
export interface Press {
  /** Sets one document; equal jobs give equal bytes. @throws Error when the template does not compile */
  print(job: PrintJob): Promise<Printed>;
  /** Sets a document and draws its pages. @throws Error when the template does not compile */
  draw(job: PrintJob): Promise<Pages>;
  close(): Promise<void>;
}

/** The setter of type holds some 200 MB while it lives, and starts again within a second. */
const IDLE_MS = 30_000;

/** A press that starts its thread with the first document. */
export function createPress(setup: PressSetup): Press {
  const { run, close } = createIdleWorker<PressJob, Printed | Pages>({
    url: workerUrl('./exports/pdf/press-worker.ts'),
    workerData: setup,
    idleMs: IDLE_MS,
  });
  return {
    async print(job) {
      const reply = await run({ as: 'pdf', job });
      if ('bytes' in reply) return reply;
      throw new TypeError('the press drew what it was to print');
    },
    async draw(job) {
      const reply = await run({ as: 'pages', job });
      if ('pages' in reply) return reply;
      throw new TypeError('the press printed what it was to draw');
    },
    close,
  };
}
