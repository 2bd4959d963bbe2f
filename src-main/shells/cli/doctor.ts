import type { Arguments } from './arguments.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

const FOUND = 1;

/**
 * `okm doctor`: looks all of the user's data through and mends what can be mended. Exit code 1 when something was
 * found that should not be, whether or not it could be mended; a note without its sentence is only told.
 */
export async function doctor(
  { json, say }: Arguments,
  terminal: Terminal,
  { program }: Session,
): Promise<number> {
  const { data } = program.services;
  const { findings, notes, backups } = await data.check();
  const { mended } = data.status();
  const faults = findings.filter(({ kind }) => kind !== 'orphan');
  const code = faults.length > 0 || mended ? FOUND : 0;
  if (json) {
    terminal.json({ findings, notes, backups, mended });
    return code;
  }
  for (const finding of findings) {
    const state = finding.kind === 'orphan' ? '' : say(finding.mended ? 'doctorMended' : 'doctorOpen');
    terminal.out(
      [say(`finding.${finding.kind}`, { where: finding.where, id: finding.id }), state]
        .filter((part) => part !== '')
        .join(' · '),
    );
  }
  if (mended) terminal.out(say('mendReport', { ...mended, lost: mended.lost.length }));
  if (faults.every((finding) => finding.mended)) terminal.out(say('doctorSound', { notes, backups }));
  return code;
}
