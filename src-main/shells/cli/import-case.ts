import { relative } from 'node:path';
import { importedFile, importMarkdown } from '#services/own-cases/import-markdown.ts';
import type { Arguments } from './arguments.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

/** Problems that are named one by one; the rest stands in the window's list. */
const NAMED = 20;

/**
 * `okm import FILE.md`: what a case from elsewhere would bring, and with `--yes` brings it among the user's own.
 * Exit code 1 when it is refused.
 *
 * @throws OkmError FILE_REFUSED, FILE_NOT_WRITABLE, DISK_FULL, and why the folder is not to be written
 */
export async function importCase(
  args: Arguments,
  file: string,
  terminal: Terminal,
  { program }: Session,
): Promise<number> {
  const { ownCases } = program.services;
  const { say, json, yes, language } = args;
  const plan = await importMarkdown(file, ownCases, yes);
  const { key, outcome, problems } = plan;
  if (json) {
    terminal.json({ file, ...plan, carriedOut: yes && outcome !== 'refused' });
    return outcome === 'refused' ? 1 : 0;
  }
  terminal.out([say(`plan.${outcome}`), key ?? file].join(' · '));
  for (const { line, message } of problems.slice(0, NAMED)) terminal.out(`  ${line}: ${message[language]}`);
  if (problems.length > NAMED) terminal.out(say('planMore', { count: problems.length - NAMED }));
  if (key === undefined || outcome === 'refused' || outcome === 'same') return outcome === 'refused' ? 1 : 0;
  const target = relative(process.cwd(), importedFile(ownCases.folder.folder, key));
  terminal.out(yes ? say('reportWritten', { file: target }) : say('importThen', { file }));
  return 0;
}
