import { relative, resolve } from 'node:path';
import type { Problem } from '#contract/case-tree.ts';
import { checkCases } from '#services/library/check.ts';
import type { Arguments } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/**
 * `okm check [FILE…]`: what is wrong in case files, and where. Exit code 1 when there are errors, 3 when a
 * file is not there.
 */
export async function check(args: Arguments, terminal: Terminal, casesDir: string): Promise<number> {
  const files = args.words.map((word) => resolve(word));
  let report: Awaited<ReturnType<typeof checkCases>>;
  try {
    report = await checkCases(casesDir, files);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error) {
      terminal.err(args.say('fileMissing', { file: String(error.path) }));
      return 3;
    }
    throw error;
  }
  const { cases, errors, warnings } = report;
  const messageOf = (problem: Problem) =>
    args.languages.map((language) => problem.message[language]).join(' / ');
  if (args.json) {
    const plain = ({ file, line, rule, ...problem }: Problem) => ({
      file,
      line,
      rule,
      message: messageOf({ file, line, rule, ...problem }),
    });
    terminal.json({ cases, errors: errors.map(plain), warnings: warnings.map(plain) });
  } else {
    // A file of the library is named from here, so that the place can be opened; another, by its name.
    const here = relative(process.cwd(), casesDir);
    for (const problem of [...errors, ...warnings]) {
      const kind = args.say(problem.severity === 'error' ? 'checkError' : 'checkWarning').replace('\n', '/');
      const place = `${here !== '' && problem.file.includes('/') ? `${here}/` : ''}${problem.file}:${problem.line}:${problem.column}`;
      terminal.out(`${place} ${kind} ${messageOf(problem)} [${problem.rule}]`);
    }
    terminal.out(args.say('checkDone', { cases, errors: errors.length, warnings: warnings.length }));
  }
  return errors.length > 0 ? 1 : 0;
}
