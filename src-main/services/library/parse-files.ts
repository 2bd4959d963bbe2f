import type { Case, Problem } from '#contract/case-tree.ts';
import { assembleCase, checkPair, checkQuotes } from '#domain/case/assemble.ts';
import { type MainFile, parseCaseFile, type TranslationFile } from '#domain/case/parse-case.ts';
import { problem } from '#domain/case/problems.ts';
import type { CaseFiles, ReadFile } from './read-case-files.ts';

export interface ParsedCase {
  /** Undefined when an error keeps it out. */
  readonly value: Case | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Parses the files of one case. The main text carries the case: a fault in the other language's text
 * leaves that text out and keeps the case.
 *
 * @param key `<type>/<id>`, as the files are named
 */
export function parseCaseFiles(key: string, files: CaseFiles, origin: Case['origin']): ParsedCase {
  const problems: Problem[] = [];
  const other = parse(files.other, 'translation', problems);
  if (!files.main) {
    const file = files.other?.file ?? `${key}.md`;
    return {
      value: undefined,
      problems: [...problems, problem('file-pair', { file, line: 0 }, { expected: [`${key}.md`] })],
    };
  }
  const main = parse(files.main, 'main', problems);
  if (!main) return { value: undefined, problems };
  const { file } = main;
  const expected = `${main.front.type}/${main.front.id}`;
  // Checked whole only for files of the library; a file given by its path may lie anywhere.
  if (key.includes('/') ? key !== expected : key !== main.front.id) {
    problems.push(problem('file-name', { file, line: 2 }, { expected: [`${expected}.md`] }));
    return { value: undefined, problems };
  }
  if (!other && !files.other) {
    const name = `${key}.${main.front.language === 'zh' ? 'en' : 'zh'}.md`;
    problems.push(problem('file-pair', { file, line: 1 }, { expected: [name] }, 'warning'));
  }
  const value = assembleCase(main, other, origin);
  problems.push(...checkQuotes(value, file, files.main.text));
  if (other) problems.push(...checkPair(main, other));
  return { value, problems };
}

function parse(file: ReadFile | undefined, kind: 'main', problems: Problem[]): MainFile | undefined;
function parse(
  file: ReadFile | undefined,
  kind: 'translation',
  problems: Problem[],
): TranslationFile | undefined;
function parse(file: ReadFile | undefined, kind: 'main' | 'translation', problems: Problem[]) {
  if (!file) return undefined;
  if (file.problem) problems.push(file.problem);
  if (file.text === undefined) return undefined;
  const parsed = parseCaseFile(file.text, file.file);
  problems.push(...parsed.problems);
  return parsed.value?.kind === kind ? parsed.value : undefined;
}
