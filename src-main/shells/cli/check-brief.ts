import { join, resolve } from 'node:path';
import { OkmError } from '#contract/errors.ts';
import { casesNamedIn, unknownNumbers } from '#domain/check/brief-numbers.ts';
import { briefLines } from '#services/exports/brief-lines.ts';
import { readInput } from '#services/files/read-input.ts';
import { openLibrary } from '#services/library/library.ts';
import type { Places } from '../places.ts';
import type { Arguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

const MAX_BYTES = 50 * 1024 * 1024;

/**
 * `okm check --brief FILE [ID…]`: the numbers of a brief, also one that was edited outside, that stand in no
 * figure of its cases. The cases are those that it names, unless ids are given. Exit code 1 when there are any.
 *
 * @throws OkmError CASE_NOT_FOUND, FILE_REFUSED, INPUT_TOO_LARGE
 */
export async function checkBrief(
  args: Arguments,
  file: string,
  terminal: Terminal,
  places: Places,
): Promise<number> {
  const lines = briefLines(await readInput(resolve(file), MAX_BYTES), file);
  const library = await openLibrary({
    casesDir: places.casesDir,
    compiledFile: join(places.compiledDir, 'cases.json'),
  });
  const cases =
    args.words.length > 0 ? args.words.map((id) => library.get(id)) : casesNamedIn(lines, library.cases);
  if (cases.length === 0) throw new OkmError('FILE_REFUSED', { file, reason: 'no-cases', detail: '' });
  const { numbers, unknown } = unknownNumbers(lines, cases);
  if (args.json) {
    terminal.json({ file, cases: cases.map(({ id }) => id), numbers, unknown });
  } else {
    for (const { words, line, text } of unknown) terminal.out(`${file}:${line} ${words}  ${text}`);
    terminal.out(args.say('briefChecked', { numbers, cases: cases.length, unknown: unknown.length }));
  }
  return unknown.length > 0 ? 1 : 0;
}
