import { extname, resolve } from 'node:path';
import { OkmError } from '#contract/errors.ts';
import { CitationStyle } from '#contract/exports.ts';
import type { DocumentFormat } from '#services/exports/document/render-document.ts';
import { writeFile } from '#services/files/write-file.ts';
import { type Arguments, UsageError } from './arguments.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

const formats: Readonly<Record<string, DocumentFormat>> = { '.docx': 'docx', '.pdf': 'pdf', '.md': 'md' };

interface Written {
  readonly bytes: Uint8Array;
  readonly missing: readonly string[];
}

/**
 * `okm interview ID` and `okm exercise ID`: a sheet made from one case, as the file's ending says; without a file
 * as Markdown on standard output. With `--lang both` the interview asks in both languages.
 *
 * @throws OkmError CASE_NOT_FOUND, FORMAT_UNKNOWN, FILE_NOT_WRITABLE, DISK_FULL
 */
export async function sheet(
  args: Arguments,
  id: string,
  terminal: Terminal,
  { program: { services } }: Session,
): Promise<number> {
  const input = { id, language: args.language, style: styleOf(args) };
  if (args.json) {
    terminal.json(
      args.command === 'interview' ? services.worksheets.gaps(input) : services.worksheets.accounts(input),
    );
    return 0;
  }
  return putOut(args, terminal, (format) =>
    args.command === 'interview'
      ? services.worksheets.writeInterview({ ...input, format, both: args.languages.length > 1 })
      : services.worksheets.writeCiting({ ...input, format, withAnswers: args.withAnswers }),
  );
}

/**
 * `okm transfer ID…`: the conditions that cases state, held against a place of the user's where `--place` names
 * one; `okm transfer` alone lists the places.
 *
 * @throws OkmError CASE_NOT_FOUND, FORMAT_UNKNOWN, FILE_NOT_WRITABLE, DISK_FULL
 */
export async function transfer(
  args: Arguments,
  terminal: Terminal,
  { program: { services }, api }: Session,
): Promise<number> {
  const { say, language, words } = args;
  const places = await services.transfer.places();
  if (words.length === 0) {
    if (args.json) terminal.json({ places });
    else if (places.length === 0) terminal.out(say('noOwnPlace'));
    for (const { name, ticked } of args.json ? [] : places) terminal.out(`${name}  ${ticked}`);
    return 0;
  }
  const wanted = args.place;
  const place = places.find(({ id, name }) => name === wanted || id === wanted);
  if (wanted !== undefined && place === undefined) {
    const known = places.map(({ name }) => name).join(' ');
    throw new UsageError(say('usage', { reason: say('badPlace', { name: wanted, known: known || '–' }) }));
  }
  const cases = words.map((id) => services.library.library.get(id).id);
  const input = { placeId: place?.id ?? null, cases, language };
  if (args.json) {
    terminal.json(await api.transfer.ledger(input));
    return 0;
  }
  return putOut(args, terminal, (format) =>
    services.transfer.write({ ...input, format, style: styleOf(args) }),
  );
}

async function putOut(
  { outFile, say }: Arguments,
  terminal: Terminal,
  write: (format: DocumentFormat) => Promise<Written>,
): Promise<number> {
  if (outFile === undefined) {
    terminal.out(new TextDecoder().decode((await write('md')).bytes).trimEnd());
    return 0;
  }
  const ending = extname(outFile).toLowerCase();
  const format = formats[ending];
  if (format === undefined) {
    throw new OkmError('FORMAT_UNKNOWN', { format: ending || outFile, known: Object.keys(formats) });
  }
  const { bytes, missing } = await write(format);
  await writeFile(resolve(outFile), bytes);
  terminal.out(say('reportWritten', { file: outFile }));
  if (missing.length > 0) terminal.err(say('briefMissing', { characters: missing.join(' ') }));
  return 0;
}

function styleOf({ style, say }: Arguments): CitationStyle {
  if (style === undefined) return 'gb-2025';
  const known = CitationStyle.safeParse(style);
  if (known.success) return known.data;
  throw new UsageError(say('usage', { reason: say('badOption', { option: '--style', value: style }) }));
}
