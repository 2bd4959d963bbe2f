import { join, relative } from 'node:path';
import type { Arguments } from './arguments.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

/**
 * `okm new edition ID`: begins the user's own edition of a case, beside it. The case itself is not touched.
 *
 * @throws OkmError CASE_NOT_FOUND, FILE_NOT_WRITABLE, DISK_FULL, and why the folder is not to be written
 */
export async function newEdition(
  args: Arguments,
  id: string,
  terminal: Terminal,
  { program }: Session,
): Promise<number> {
  const { ownCases } = program.services;
  const { key } = await ownCases.edition({ id });
  const file = relative(process.cwd(), join(ownCases.folder.folder, `${key}.md`));
  if (args.json) terminal.json({ files: [file] });
  else terminal.out(args.say('newEditionThen', { file }));
  return 0;
}
