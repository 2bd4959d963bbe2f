import { relative, resolve } from 'node:path';
import { CaseType } from '#contract/case.ts';
import { CaseId } from '#contract/ids.ts';
import { nearest } from '#domain/text/nearest.ts';
import { createCase } from '#services/library/create-case.ts';
import { type Arguments, UsageError } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/**
 * `okm new case ID --type TYPE`: begins a case with its two files, in the folder of --out or of the library.
 * Exit code 3 when a file of that name is already there.
 */
export async function newCase(args: Arguments, terminal: Terminal, casesDir: string): Promise<number> {
  const { say, words, titles } = args;
  const refuse = (reason: string): never => {
    throw new UsageError(say('usage', { reason }));
  };
  const [what, id = '', ...more] = words;
  if (what !== 'case' || more.length > 0 || id === '')
    return refuse(say('missing', { what: say('newCase') }));
  if (!CaseId.safeParse(id).success) return refuse(say('badCaseId', { id }));
  const type = CaseType.safeParse(args.type);
  if (!type.success) {
    const near = nearest(args.type ?? '', CaseType.options)[0];
    const known = near === undefined ? CaseType.options.join(', ') : near;
    return refuse(say('badType', { type: args.type ?? '', known }));
  }
  const folder = args.outFile === undefined ? casesDir : resolve(args.outFile);
  const title = { zh: titles.zh ?? id, en: titles.en ?? id };
  const today = new Date().toISOString().slice(0, 10);
  try {
    const files = await createCase(folder, { id, type: type.data, title, today });
    const names = files.map((file) => relative(process.cwd(), file));
    if (args.json) terminal.json({ files: names });
    else {
      for (const file of names) terminal.out(say('reportWritten', { file }));
      terminal.out(say('newCaseThen', { file: names[0] ?? '' }));
    }
    return 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST' && 'path' in error) {
      terminal.err(say('fileThere', { file: String(error.path) }));
      return 3;
    }
    throw error;
  }
}
