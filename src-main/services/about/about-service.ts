import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Delivery } from '#contract/exports.ts';
import type { Language } from '#contract/ids.ts';
import type { About } from '#contract/settings.ts';
import type { Deliveries } from '../exports/deliveries.ts';
import { folderSize } from '../files/folder-size.ts';
import type { Store } from '../store/store.ts';

interface Parts {
  readonly version: string;
  readonly dataDir: string;
  readonly shell: About['shell'];
  readonly systemLanguage: Language;
  readonly store: Pick<Store, 'readOnly'>;
  readonly deliveries: Deliveries;
  readonly now: () => Date;
}

/** The parts whose versions a report of a fault needs, as the process names them. */
const PARTS = { Electron: 'electron', Chromium: 'chrome', Node: 'node' } as const;

/** What the program is, where its data lie, and what may be sent to whoever helps. */
export function createAboutService({
  version,
  dataDir,
  shell,
  systemLanguage,
  store,
  deliveries,
  now,
}: Parts) {
  const versions = Object.entries(PARTS).flatMap(([name, key]) => {
    const known = process.versions[key];
    return known === undefined ? [] : [{ name, version: known }];
  });

  return {
    async about(): Promise<About> {
      return {
        version,
        shell,
        versions,
        dataFolder: dataDir,
        sizeBytes: await folderSize(dataDir),
        readOnly: (store.readOnly?.code as About['readOnly'] | undefined) ?? null,
        systemLanguage,
      };
    },

    /**
     * The log and the versions in one file that a user can send. The log holds no word of his by its own
     * rule, and the system is named without its user or any folder.
     */
    async diagnostics(): Promise<Delivery> {
      const logs = await readLogs(join(dataDir, 'logs'));
      const system = {
        version,
        shell,
        versions,
        system: `${process.platform} ${process.arch}`,
        language: systemLanguage,
        dataBytes: await folderSize(dataDir),
        readOnly: store.readOnly?.code ?? null,
        time: now().toISOString(),
      };
      const bytes = zipSync({ 'about.json': strToU8(`${JSON.stringify(system, null, 2)}\n`), ...logs });
      const fileName = `one-kilometre-log-${now().toISOString().slice(0, 10)}.zip`;
      return {
        ticket: deliveries.put({ fileName, mediaType: 'application/zip', bytes }),
        fileName,
        sizeBytes: bytes.length,
        citations: 0,
        unsupported: 0,
        missing: [],
      };
    },
  };
}

/** The files of the log by name; none where there is no log yet. */
async function readLogs(folder: string): Promise<Record<string, Uint8Array>> {
  try {
    const names = (await readdir(folder)).filter((name) => /^okm\.log(\.\d)?$/.test(name)).sort();
    return Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
    );
  } catch {
    return {};
  }
}
