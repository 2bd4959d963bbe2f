import { OkmError } from '#contract/errors.ts';
import { finishBackup } from './finish-backup.ts';
import { inspect } from './inspect.ts';
import type { JobReply } from './jobs.ts';
import { mend } from './mend.ts';
import { readPlain, writePlain, zipPlain } from './plain-files.ts';
import { previewRestore, restore } from './restore.ts';

// A process of its own: databases that may be damaged or foreign are opened here and nowhere else.
const jobs = {
  finish: finishBackup,
  preview: previewRestore,
  restore,
  mend,
  inspect,
  plainOut: writePlain,
  plainZip: zipPlain,
  plainIn: readPlain,
};

interface ParentPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
}
// Electron's utility process has a port where Node's child has a channel.
const parent = (process as { parentPort?: ParentPort }).parentPort;

function answer(message: unknown): void {
  const { job, input } = message as { job: keyof typeof jobs; input: never };
  let reply: JobReply;
  try {
    reply = { value: jobs[job](input) };
  } catch (error) {
    if (error instanceof OkmError) reply = { code: error.code, data: error.data };
    else reply = { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  if (parent) parent.postMessage(reply);
  else process.send?.(reply);
}

if (parent) parent.on('message', (event) => answer(event.data));
else process.on('message', answer);
