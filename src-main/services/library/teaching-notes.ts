import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CaseType } from '#contract/case.ts';
import type { Case, Problem } from '#contract/case-tree.ts';
import type { TeachingNote } from '#contract/teaching.ts';
import { problem } from '#domain/case/problems.ts';
import {
  caseOfTeachingName,
  isTeachingName,
  parseTeachingNote,
} from '#domain/teaching/parse-teaching-note.ts';
import { type ReadFile, readCaseFile } from './read-case-files.ts';

export interface ReadTeachingNote {
  readonly file: ReadFile;
  readonly value: TeachingNote | undefined;
  readonly problems: readonly Problem[];
}

/** Reads every teaching note under a folder of cases, in the order of their paths. */
export async function readTeachingNotes(
  casesDir: string,
  find: (id: string) => Case | undefined,
): Promise<ReadTeachingNote[]> {
  const paths: string[] = [];
  for (const type of CaseType.options) {
    const names = await readdir(join(casesDir, type)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    paths.push(...names.filter(isTeachingName).map((name) => join(casesDir, type, name)));
  }
  return Promise.all(paths.sort().map((path) => readTeachingNote(path, casesDir, find)));
}

/** Reads one teaching note. @throws NodeJS.ErrnoException where it is not there */
export async function readTeachingNote(
  path: string,
  casesDir: string,
  find: (id: string) => Case | undefined,
): Promise<ReadTeachingNote> {
  const file = await readCaseFile(path, casesDir);
  if (file.text === undefined) {
    return { file, value: undefined, problems: file.problem ? [file.problem] : [] };
  }
  return { file, ...parseTeachingNote(file.text, file.file, find(caseOfTeachingName(file.file))) };
}

/** Notes that stand in one language only. */
export function findUnpaired(notes: readonly ReadTeachingNote[]): Problem[] {
  const names = new Set(notes.map(({ file }) => file.file));
  return [...names].flatMap((file) => {
    const twin = file.endsWith('.teaching.md')
      ? file.replace(/\.md$/, '.en.md')
      : file.replace(/\.(?:en|zh)\.md$/, '.md');
    if (names.has(twin)) return [];
    return [problem('file-pair', { file, line: 1 }, { expected: [twin] }, 'warning')];
  });
}
