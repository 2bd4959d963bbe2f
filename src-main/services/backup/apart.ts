import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type ErrorData, OkmError } from '#contract/errors.ts';
import { workerUrl } from '../worker-url.ts';
import type { JobName, JobReply, Jobs } from './jobs.ts';

/** A process that was started: what it says, when it ends, and how to end it. */
export interface Process {
  readonly send: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  readonly onExit: (listener: () => void) => void;
  readonly kill: () => void;
}
export type StartProcess = (file: string) => Process;

/** Longer than the largest database takes to look through; a file made to take for ever ends here. */
const LIMIT_MS = 15 * 60_000;

/** Runs a job in a process of its own, which may crash or be ended without harm. @throws OkmError */
export type Apart = <J extends JobName>(job: J, input: Jobs[J]['input']) => Promise<Jobs[J]['output']>;

export function createApart(start: StartProcess = forkNode): Apart {
  return (job, input) =>
    new Promise((resolve, reject) => {
      const child = start(fileURLToPath(workerUrl('./backup/backup-worker.ts')));
      const timer = setTimeout(() => child.kill(), LIMIT_MS);
      child.onExit(() => {
        clearTimeout(timer);
        reject(new Error(`the process of ${job} has ended without an answer`));
      });
      child.onMessage((message) => {
        const reply = message as JobReply;
        if ('value' in reply) resolve(reply.value as never);
        else if ('code' in reply)
          reject(new OkmError(reply.code, reply.data as ErrorData<typeof reply.code>));
        else reject(new Error(reply.fault));
        child.kill();
      });
      child.send({ job, input });
    });
}

function forkNode(file: string): Process {
  const child = fork(file, {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    execArgv: [],
  });
  return {
    send: (message) => void child.send(message as object),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener).on('error', listener),
    kill: () => void child.kill(),
  };
}
