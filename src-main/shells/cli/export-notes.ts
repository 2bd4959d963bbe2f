import { extname, resolve } from 'node:path';
import { OkmError } from '#contract/errors.ts';
import type { NotesFormat } from '#contract/exchange.ts';
import { CitationStyle } from '#contract/exports.ts';
import { writeFile } from '#services/files/write-file.ts';
import type { Arguments } from './arguments.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

const formats: Readonly<Record<string, NotesFormat>> = {
  '.jsonld': 'jsonld',
  '.json': 'hypothesis',
  '.md': 'md',
  '.zip': 'md',
  '.csv': 'csv',
  '.xlsx': 'xlsx',
};

/**
 * `okm export notes --out FILE`: all notes, in the format that the file's ending names. Markdown has a file a
 * case, and is a zip where there are several.
 *
 * @throws OkmError FORMAT_UNKNOWN, FILE_NOT_WRITABLE, DISK_FULL
 */
export async function exportNotes(
  args: Arguments,
  outFile: string,
  terminal: Terminal,
  { program }: Session,
): Promise<number> {
  const ending = extname(outFile).toLowerCase();
  const format = formats[ending];
  if (format === undefined) {
    throw new OkmError('FORMAT_UNKNOWN', { format: ending || outFile, known: Object.keys(formats) });
  }
  const style = CitationStyle.safeParse(args.style);
  const { bytes, fileName } = await program.services.exchange.toFile({
    format,
    language: args.language,
    ...(style.success ? { style: style.data } : {}),
  });
  // One Markdown file has room for one case only.
  if (format === 'md' && extname(fileName) !== ending) {
    throw new OkmError('FORMAT_UNKNOWN', { format: ending, known: [extname(fileName)] });
  }
  await writeFile(resolve(outFile), bytes);
  const { total } = await program.services.annotations.find({ filter: {}, group: 'none' });
  if (args.json) terminal.json({ file: outFile, notes: total });
  else terminal.out(args.say('notesWritten', { file: outFile, count: total }));
  return 0;
}
