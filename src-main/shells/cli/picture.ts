import { extname, resolve } from 'node:path';
import { OkmError } from '#contract/errors.ts';
import { PictureInput, PictureList, PictureName } from '#contract/pictures.ts';
import { writeFile } from '#services/files/write-file.ts';
import { type Arguments, UsageError } from './arguments.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

/**
 * `okm picture NAME --out FILE`: a picture of the library, as the file's ending says; `matrix` may be followed by
 * the lists of its rows and columns, `timeline` by the list that it is grouped by, any other by the ids of the cases
 * that it is drawn of. In both languages, the second goes beside the first with its language before the ending.
 *
 * @throws OkmError CASE_NOT_FOUND, FORMAT_UNKNOWN, FILE_NOT_WRITABLE, DISK_FULL
 */
export async function picture(
  args: Arguments,
  outFile: string,
  terminal: Terminal,
  { program }: Session,
): Promise<number> {
  const ending = extname(outFile);
  const format = ending.slice(1).toLowerCase();
  if (format !== 'svg' && format !== 'png') {
    throw new OkmError('FORMAT_UNKNOWN', { format: ending || outFile, known: ['.svg', '.png'] });
  }
  const [given, ...more] = args.words;
  const name = oneOf(PictureName.options, given, args);
  const takesLists = name === 'matrix' || name === 'timeline';
  const lists = takesLists ? more.map((word) => oneOf(PictureList.options, word, args)) : [];
  const { library } = program.services.library;
  const cases = takesLists ? [] : more.map((word) => library.get(word).id);
  const written = [];
  for (const [at, language] of args.languages.entries()) {
    const [first, second] = lists;
    const input = PictureInput.parse({
      name,
      language,
      ...(first && { rows: first, by: first }),
      ...(second && { columns: second }),
      ...(cases.length > 0 && { cases }),
    });
    const { bytes, missing } = await program.services.pictures.write(input, format, 'light');
    const file = at === 0 ? outFile : `${outFile.slice(0, -ending.length)}.${language}${ending}`;
    await writeFile(resolve(file), bytes);
    written.push({ file, missing });
  }
  if (args.json) terminal.json({ files: written });
  else {
    for (const { file, missing } of written) {
      terminal.out(args.say('reportWritten', { file }));
      if (missing.length > 0) terminal.err(args.say('briefMissing', { characters: missing.join(' ') }));
    }
  }
  return 0;
}

/** @throws UsageError when the word is none of them */
function oneOf<T extends string>(known: readonly T[], word: string | undefined, { say }: Arguments): T {
  const found = known.find((one) => one === word);
  if (found !== undefined) return found;
  const reason = say('badPicture', { name: word ?? '', known: known.join(' ') });
  throw new UsageError(say('usage', { reason }));
}
