import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { RestorePreview } from '#contract/data.ts';
import { OkmError } from '#contract/errors.ts';
import { createApart } from '#services/backup/apart.ts';
import { listBackups } from '#services/backup/backup-files.ts';
import type { Places } from '../places.ts';
import type { Arguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** Items that are named one by one; the rest is counted. */
const NAMED = 50;
const NOTHING_FOUND = 1;

/**
 * `okm restore`: the backups; with the name of one or a file, what restoring it would add, change and remove,
 * and with `--yes` the restore itself. Works where the database is too damaged to be opened.
 *
 * @throws OkmError FILE_REFUSED, SCHEMA_NEWER, FOLDER_IN_USE, DISK_FULL
 */
export async function restore(
  args: Arguments,
  terminal: Terminal,
  places: Places,
  dataDir: string,
): Promise<number> {
  const { say, json, words, yes } = args;
  const backups = listBackups(join(dataDir, 'backups'));
  const [name] = words;
  if (name === undefined) {
    if (json) terminal.json({ backups });
    else if (backups.length === 0) terminal.out(say('backupNone'));
    else {
      for (const one of backups) {
        terminal.out(say('backupLine', { ...one, reason: say(`backupReason.${one.reason}`) }));
      }
    }
    return backups.length === 0 ? NOTHING_FOUND : 0;
  }
  const file = backups.find((one) => one.name === name)?.file ?? resolve(name);
  if (!existsSync(file)) throw new OkmError('FILE_REFUSED', { file: name, reason: 'missing', detail: '' });
  const { preview, replaced } = yes
    ? await carryOut(file, args, places, dataDir)
    : { preview: await createApart()('preview', { file, folder: dataDir }), replaced: undefined };
  if (json) {
    terminal.json({ ...preview, replaced: replaced ?? null });
    return 0;
  }
  sayPreview(preview, args, terminal);
  terminal.out(replaced === undefined ? say('restoreThen', { name }) : say('restoreDone', { replaced }));
  return 0;
}

/** Says what a restore would do, or did: the first items by name, the rest counted. */
export function sayPreview(preview: RestorePreview, { say }: Arguments, terminal: Terminal): void {
  for (const { kind, change, label, id } of preview.items.slice(0, NAMED)) {
    const words = [say(`change.${change}`), say(`item.${kind}`), label || id];
    terminal.out(words.join(' · ').replaceAll('\n', ' '));
  }
  if (preview.items.length > NAMED) terminal.out(say('restoreMore', { count: preview.items.length - NAMED }));
  terminal.out(say('restoreCounts', { ...preview.counts }));
}

async function carryOut(
  file: string,
  args: Arguments,
  places: Places,
  dataDir: string,
): Promise<{ preview: RestorePreview; replaced: string }> {
  const { withProgram } = await import('./session.ts');
  try {
    return await withProgram(args, places, dataDir, async ({ program }) => {
      const { replaced, ...preview } = await program.services.data.restoreFile(file);
      return { preview, replaced };
    });
  } catch (error) {
    if (!(error instanceof OkmError) || error.code !== 'STORE_DAMAGED') throw error;
    // Nothing that could be backed up first: the damaged files themselves are kept aside.
    return createApart()('restore', { file, folder: dataDir, at: new Date().toISOString() });
  }
}
