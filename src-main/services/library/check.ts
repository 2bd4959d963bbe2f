import { dirname, resolve } from 'node:path';
import type { Problem } from '#contract/case-tree.ts';
import { problem } from '#domain/case/problems.ts';
import { nearest } from '#domain/text/nearest.ts';
import { openLibrary, toLibrary } from './library.ts';
import { parseCaseFiles } from './parse-files.ts';
import { type CaseFiles, readCaseFile, readCaseFolder } from './read-case-files.ts';

export interface CheckReport {
  /** How many cases were looked at. */
  readonly cases: number;
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

/**
 * Checks case files against the form: all of a library, or only the files given (with the text in the other
 * language beside each).
 *
 * @throws NodeJS.ErrnoException where a file given by name is not there
 */
export async function checkCases(casesDir: string, files: readonly string[] = []): Promise<CheckReport> {
  const parsed = files.length === 0 ? await parseFolder(casesDir) : await parseGiven(casesDir, files);
  const library = toLibrary(parsed);
  const whole = files.length === 0 ? library : await openLibrary({ casesDir });
  const known = new Set([...whole.cases, ...library.cases].map((one) => one.id));
  const related = library.cases.flatMap((one): Problem[] => {
    const file = `${one.front.type}/${one.id}.md`;
    return one.front.related.flatMap((id) => {
      const other = whole.find(id) ?? library.find(id);
      if (!other) {
        const details = { actual: id, expected: nearest(id, known) };
        return [problem('related-unknown', { file, line: 1 }, details, 'warning')];
      }
      if (other.front.related.includes(one.id)) return [];
      return [problem('related-one-way', { file, line: 1 }, { actual: id }, 'warning')];
    });
  });
  const problems = [...library.problems, ...related];
  return {
    cases: parsed.length,
    errors: problems.filter((one) => one.severity === 'error'),
    warnings: problems.filter((one) => one.severity === 'warning'),
  };
}

async function parseFolder(casesDir: string) {
  const folder = await readCaseFolder(casesDir);
  return [...folder].map(([key, entry]) => ({ key, ...parseCaseFiles(key, entry, 'bundled') }));
}

async function parseGiven(casesDir: string, files: readonly string[]) {
  const mains = new Map<string, string>();
  for (const file of files) {
    const path = resolve(file);
    mains.set(path.replace(/\.(?:en|zh)\.md$/, '.md'), path);
  }
  return Promise.all(
    [...mains].map(async ([path, given]) => {
      const root = path.startsWith(resolve(casesDir)) ? casesDir : dirname(path);
      const main = await readIfThere(path, root);
      const other =
        (await readIfThere(path.replace(/\.md$/, '.en.md'), root)) ??
        (await readIfThere(path.replace(/\.md$/, '.zh.md'), root));
      const entry: CaseFiles = { main, other };
      if (!main && !other) await readCaseFile(given, root);
      const key = (main ?? other)?.file.replace(/(?:\.(?:en|zh))?\.md$/, '') ?? given;
      return { key, ...parseCaseFiles(key, entry, 'own') };
    }),
  );
}

async function readIfThere(path: string, root: string) {
  return readCaseFile(path, root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
