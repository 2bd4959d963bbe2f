import { resolve } from 'node:path';
import type { Arguments } from './arguments.ts';
import { sayPreview } from './restore.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

/**
 * `okm export all --out FOLDER`: all that the user made, as plain files, into a new or empty folder.
 *
 * @throws OkmError FILE_NOT_WRITABLE, DISK_FULL, and why the data folder is not to be written
 */
export async function exportAll(
  args: Arguments,
  outFolder: string,
  terminal: Terminal,
  { program }: Session,
): Promise<number> {
  const done = await program.services.data.exportPlain(resolve(outFolder));
  if (args.json) terminal.json({ folder: outFolder, ...done });
  else terminal.out(args.say('exportAllDone', { folder: outFolder, ...done }));
  return 0;
}

/**
 * `okm import all FOLDER`: what such a folder would add, change and remove here; `--yes` brings it in the place
 * of what is here, which is kept.
 *
 * @throws OkmError FILE_REFUSED, SCHEMA_NEWER, DISK_FULL
 */
export async function importAll(
  args: Arguments,
  folder: string,
  terminal: Terminal,
  { program }: Session,
): Promise<number> {
  const { replaced, ...preview } = await program.services.data.importPlain(resolve(folder), args.yes);
  if (args.json) {
    terminal.json({ ...preview, replaced: replaced ?? null });
    return 0;
  }
  sayPreview(preview, args, terminal);
  terminal.out(
    replaced === undefined ? args.say('importAllThen', { folder }) : args.say('restoreDone', { replaced }),
  );
  return 0;
}
