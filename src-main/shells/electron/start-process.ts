import { utilityProcess } from 'electron';
import type { Process } from '#services/backup/apart.ts';

/** Starts a process by Electron's own means: as Node, its program may not be started. */
export function startProcess(file: string): Process {
  const child = utilityProcess.fork(file, [], { stdio: 'ignore', serviceName: 'one-kilometre-backup' });
  return {
    send: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', () => listener()),
    kill: () => void child.kill(),
  };
}
