import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { OkmError } from '#contract/errors.ts';
import { releaseMemory } from '#services/release-memory.ts';
import { openProgram } from '../open-program.ts';
import type { Places } from '../places.ts';
import type { ServeOptions } from '../serve-news.ts';
import { createAccess, LINK_LIFE_MS } from './access.ts';
import { openInBrowser } from './browser.ts';
import { watchPresence } from './presence.ts';
import { askRunning, leaveNote } from './running.ts';
import { createWebServer } from './server.ts';

interface Host {
  readonly places: Places;
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
}

/** How long after the start the room that it took is given back, milliseconds: the first screen is drawn by then. */
const SETTLE_MS = 3000;
/** Exit code of a disk, a lock or the unexpected. */
const FAULT = 4;
/** How long the server stays after its last page has gone, milliseconds. */
const GONE_MS = 60_000;

/**
 * Serves the page to browsers of this machine until the last page has been gone for a while or the process
 * is told to stop. Where a server already runs on the data folder, asks that one for an address instead.
 * Answers the exit code.
 *
 * @throws OkmError STORE_DAMAGED
 */
export async function serve(options: ServeOptions, { places, ...machine }: Host): Promise<number> {
  const { dataDir, systemLanguage, announce } = options;
  const running = await askRunning(dataDir);
  if (running !== undefined) {
    announce({ kind: 'runs-already' });
    await show(async () => (await askRunning(dataDir)) ?? running, options, machine);
    return 0;
  }
  const program = await openProgram({ places, dataDir, shell: 'web', systemLanguage });
  if (program.readOnly !== undefined) announce({ kind: 'read-only', reason: program.readOnly });

  const stop = Promise.withResolvers<number>();
  let wasUsed = false;
  let forgetPage = () => {};
  const presence = watchPresence(LINK_LIFE_MS, GONE_MS, () => {
    announce({ kind: wasUsed ? 'gone' : 'unused' });
    stop.resolve(0);
  });
  const access = createAccess(Date.now);
  const startKey = randomBytes(32).toString('base64url');
  const server = createWebServer({
    router: program.router,
    log: program.log,
    rendererDir: places.rendererDir,
    access,
    presence,
    startKey,
    takeDocument: program.takeDocument,
    onRedeemed: () => {
      wasUsed = true;
      forgetPage();
    },
    onBesieged: () => {
      announce({ kind: 'besieged' });
      stop.resolve(FAULT);
    },
  });
  let takeNote = () => {};
  const onSignal = () => stop.resolve(0);
  // No limping on: what is saved is saved, the folder is freed, and the user is told.
  const onFault = (error: unknown) => {
    announce({ kind: 'fault', reason: new OkmError('UNEXPECTED', { logId: program.log.fault(error) }) });
    stop.resolve(FAULT);
  };
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  process.on('uncaughtException', onFault).on('unhandledRejection', onFault);
  try {
    const port = await listen(server, options.port ?? 0);
    if (port === undefined) {
      announce({ kind: 'port-taken', port: options.port ?? 0 });
      return FAULT;
    }
    setTimeout(releaseMemory, SETTLE_MS).unref();
    takeNote = leaveNote(dataDir, { port, pid: process.pid, key: startKey });
    forgetPage = await show(
      () => Promise.resolve(`http://127.0.0.1:${port}/#${access.issue()}`),
      options,
      machine,
    );
    // A quick browser may have used its address while we still waited to see whether it starts.
    if (wasUsed) forgetPage();
    return await stop.promise;
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    process.off('uncaughtException', onFault).off('unhandledRejection', onFault);
    presence.end();
    takeNote();
    forgetPage();
    server.close();
    server.closeAllConnections();
    await program.close();
  }
}

/**
 * Opens an address where that is wanted and can be done. One is said in any case, and one of its own, since
 * each is good once: a browser that may not read our page of redirection opens nothing and says nothing.
 */
async function show(
  issue: () => Promise<string>,
  { open, announce }: ServeOptions,
  machine: Omit<Host, 'places'>,
): Promise<() => void> {
  const { opened, forget } = open
    ? await openInBrowser(await issue(), machine)
    : { opened: false, forget: () => {} };
  announce({ kind: 'address', url: await issue(), opened, wanted: open });
  return forget;
}

/** Listens on this machine only; undefined when the port is taken. */
async function listen(server: Server, port: number): Promise<number | undefined> {
  server.listen({ port, host: '127.0.0.1', exclusive: true });
  try {
    await once(server, 'listening');
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      (error.code === 'EADDRINUSE' || error.code === 'EACCES')
    ) {
      return undefined;
    }
    throw error;
  }
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : undefined;
}
