import type { Arguments } from './arguments.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

const MB = 1_000_000;

/**
 * `okm backup`: a verified backup of everything, now. `--to DIR` names the second place that gets a copy of this
 * and every later one; `--to off` ends that.
 *
 * @throws OkmError FOLDER_IN_USE, DISK_FULL, STORE_DAMAGED
 */
export async function backup(
  { json, say, toFolder }: Arguments,
  terminal: Terminal,
  { program }: Session,
): Promise<number> {
  const { data } = program.services;
  if (program.readOnly) throw program.readOnly;
  if (toFolder !== undefined) data.setSecondPlace(toFolder === 'off' ? '' : toFolder);
  const made = await data.backUp();
  const { secondPlace: place, secondPlaceState: state } = data.status();
  if (json) {
    terminal.json({ ...made, secondPlace: place, secondPlaceState: state });
    return 0;
  }
  terminal.out(say('backupDone', { ...made, size: (made.sizeBytes / MB).toFixed(1) }));
  if (state === 'copied') terminal.out(say('backupSecond', { place }));
  if (state === 'absent') terminal.err(say('backupSecondAbsent', { place }));
  return 0;
}
