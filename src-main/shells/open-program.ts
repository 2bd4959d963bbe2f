import { join } from 'node:path';
import { OkmError } from '#contract/errors.ts';
import type { Language } from '#contract/ids.ts';
import type { About } from '#contract/settings.ts';
import type { StartProcess } from '#services/backup/apart.ts';
import type { Document } from '#services/exports/deliveries.ts';
import { createLog } from '#services/log/log.ts';
import { openServices } from '#services/open-services.ts';
import type { Places } from './places.ts';
import { createRouter, type RouterServices } from './router.ts';

interface Opening {
  readonly places: Places;
  readonly dataDir: string;
  readonly shell: About['shell'];
  readonly systemLanguage: Language;
  /** Does nothing in the background: for a command, and for a start after trouble. */
  readonly isQuiet?: boolean;
  readonly startProcess?: StartProcess | undefined;
  readonly now?: () => Date;
}

/**
 * Opens the services and puts the contract before them, the same for every shell.
 *
 * @throws OkmError STORE_DAMAGED
 */
export async function openProgram({
  places,
  dataDir,
  shell,
  systemLanguage,
  isQuiet = shell === 'cli',
  startProcess,
  now = () => new Date(),
}: Opening) {
  const services = await openServices(
    { ...places, dataDir },
    { shell, systemLanguage, isQuiet, startProcess, now },
  );
  const { readOnly } = services;
  // Into a folder that cannot or must not be written, nothing is: not even the log.
  const writable = readOnly === undefined || readOnly.code === 'FOLDER_IN_USE';
  const log = createLog({ folder: writable ? join(dataDir, 'logs') : undefined, now });
  log.write({ event: 'start', door: shell, version: places.version });
  const all: RouterServices = services;
  return {
    services,
    router: createRouter(all),
    log,
    readOnly,
    /** A finished document against its ticket, once. @throws OkmError TICKET_EXPIRED */
    takeDocument(ticket: string): Document {
      const document = services.deliveries.take(ticket);
      if (!document) throw new OkmError('TICKET_EXPIRED', {});
      return document;
    },
    async close(): Promise<void> {
      await services.close();
      log.write({ event: 'stop', door: shell });
    },
  };
}
export type Program = Awaited<ReturnType<typeof openProgram>>;
