import { relative, resolve } from 'node:path';
import { CaseType } from '#contract/case.ts';
import { type Bilingual, CaseId } from '#contract/ids.ts';
import { nearest } from '#domain/text/nearest.ts';
import { createCase } from '#services/library/create-case.ts';
import { type Arguments, UsageError } from './arguments.ts';
import type { Terminal } from './terminal.ts';

export interface NewOwnCase {
  readonly id: string;
  readonly type: CaseType;
  readonly title: Bilingual;
}

/**
 * `okm new case ID --type TYPE`: begins a case with its two files, in the folder of --out or among the user's own.
 * Exit code 3 when a file of that name is already there.
 */
export async function newCase(
  args: Arguments,
  terminal: Terminal,
  createOwn: (value: NewOwnCase) => Promise<readonly string[]>,
): Promise<number> {
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
  const title = { zh: titles.zh ?? id, en: titles.en ?? id };
  const today = new Date().toISOString().slice(0, 10);
  const value = { id, type: type.data, title };
  const { outFile } = args;
  try {
    const files =
      outFile === undefined
        ? await createOwn(value)
        : await createCase(resolve(outFile), { ...value, today });
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
