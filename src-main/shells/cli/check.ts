import { join, relative, resolve } from 'node:path';
import type { Problem } from '#contract/case-tree.ts';
import { type CheckReport, checkCases } from '#services/library/check.ts';
import { type Arguments, UsageError } from './arguments.ts';
import type { Terminal } from './terminal.ts';

const formats = ['text', 'github'];

/**
 * `okm check [FILE…]`: what is wrong in case files, and where. Exit code 1 when there are errors, 3 when a
 * file is not there.
 */
export async function check(args: Arguments, terminal: Terminal, casesDir: string): Promise<number> {
  const format = args.format ?? 'text';
  if (!formats.includes(format)) {
    throw new UsageError(
      args.say('usage', { reason: args.say('badOption', { option: '--format', value: format }) }),
    );
  }
  const files = args.words.map((word) => resolve(word));
  let report: CheckReport;
  try {
    // Hashes of the source texts come with the sources of the program, not with the program.
    const shinglesFile = join(casesDir, '..', 'tests', 'fixtures', 'source-shingles.bin');
    report = await checkCases(casesDir, files, { shinglesFile });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error) {
      terminal.err(args.say('fileMissing', { file: String(error.path) }));
      return 3;
    }
    throw error;
  }
  if (args.json) printJson(report, args, terminal);
  else if (format === 'github') printAnnotations(report, args, terminal, casesDir);
  else printText(report, args, terminal, casesDir);
  return report.errors.length > 0 ? 1 : 0;
}

function printJson(
  { cases, notes, sentences, errors, warnings }: CheckReport,
  args: Arguments,
  terminal: Terminal,
) {
  const plain = ({ file, line, column, rule, message }: Problem) => ({
    file,
    line,
    column,
    rule,
    message: messageOf({ message }, args),
  });
  const citedShare = sentences.factual === 0 ? 1 : sentences.cited / sentences.factual;
  terminal.json({
    cases,
    notes,
    sentences: { ...sentences, citedShare: Math.round(citedShare * 10_000) / 10_000 },
    errors: errors.map(plain),
    warnings: warnings.map(plain),
  });
}

function printText(report: CheckReport, args: Arguments, terminal: Terminal, casesDir: string) {
  const { cases, sentences, errors, warnings } = report;
  for (const problem of [...errors, ...warnings]) {
    const kind = args.say(problem.severity === 'error' ? 'checkError' : 'checkWarning').replace('\n', '/');
    const place = `${pathOf(problem, casesDir)}:${problem.line}:${problem.column}`;
    terminal.out(`${place} ${kind} ${messageOf(problem, args)} [${problem.rule}]`);
  }
  const share = sentences.factual === 0 ? 100 : (sentences.cited / sentences.factual) * 100;
  terminal.out(args.say('checkCited', { ...sentences, share: share.toFixed(1) }));
  terminal.out(args.say('checkDone', { cases, errors: errors.length, warnings: warnings.length }));
}

/** Workflow commands of GitHub Actions, which it shows at the line of the file. */
function printAnnotations(
  { errors, warnings }: CheckReport,
  args: Arguments,
  terminal: Terminal,
  casesDir: string,
) {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  for (const problem of [...errors, ...warnings]) {
    const { severity, line, column, rule } = problem;
    const place = `file=${property(pathOf(problem, casesDir))},line=${Math.max(1, line)},col=${column}`;
    terminal.out(`::${severity} ${place},title=${property(rule)}::${data(messageOf(problem, args))}`);
  }
}

function messageOf({ message }: Pick<Problem, 'message'>, { languages }: Arguments): string {
  return languages.map((language) => message[language]).join(' / ');
}

/** A file of the library is named from here, so that the place can be opened; another, by its name. */
function pathOf({ file }: Problem, casesDir: string): string {
  const here = relative(process.cwd(), casesDir).replaceAll('\\', '/');
  return `${here !== '' && file.includes('/') ? `${here}/` : ''}${file}`;
}
