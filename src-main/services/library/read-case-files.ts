import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { CaseType } from '#contract/case.ts';
import type { Problem } from '#contract/case-tree.ts';
import { isTranslationName } from '#domain/case/parse-case.ts';
import { problem } from '#domain/case/problems.ts';
import { MAX_CASE_BYTES } from '#domain/markdown/limits.ts';

export interface ReadFile {
  /** Path as problems name it: relative to the folder of cases, with forward slashes. */
  readonly file: string;
  /** Undefined when it could not be read as text; then `problem` says why. */
  readonly text: string | undefined;
  /** Hex SHA-256 of the bytes. */
  readonly hash: string;
  readonly problem: Problem | undefined;
}

/** The files of one case: its main text, and its text in the other language where there is one. */
export interface CaseFiles {
  readonly main: ReadFile | undefined;
  readonly other: ReadFile | undefined;
}

/**
 * Finds and reads the files of all cases under a folder (`<type>/<id>.md`, `<type>/<id>.en.md`), by id.
 * Teaching notes are left alone.
 */
export async function readCaseFolder(casesDir: string): Promise<Map<string, CaseFiles>> {
  const byCase = new Map<string, { main?: ReadFile; other?: ReadFile }>();
  for (const type of CaseType.options) {
    const folder = join(casesDir, type);
    const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    const texts = names
      .filter((name) => name.endsWith('.md') && !/\.teaching(\.[a-z]{2})?\.md$/.test(name))
      .sort();
    for (const read of await Promise.all(texts.map((name) => readCaseFile(join(folder, name), casesDir)))) {
      const key = read.file.replace(/(?:\.(?:en|zh))?\.md$/, '');
      const entry = byCase.get(key) ?? {};
      byCase.set(key, isTranslationName(read.file) ? { ...entry, other: read } : { ...entry, main: read });
    }
  }
  return new Map([...byCase].map(([key, { main, other }]) => [key, { main, other }]));
}

/** Reads one case file as UTF-8, refusing links, other kinds of files and what is too large. */
export async function readCaseFile(path: string, casesDir: string): Promise<ReadFile> {
  const file = relative(casesDir, path).split(sep).join('/') || basename(path);
  const refuse = (reason: Problem): ReadFile => ({ file, text: undefined, hash: '', problem: reason });
  const before = await lstat(path);
  if (!before.isFile()) return refuse(problem('file-name', { file, line: 0 }, { expected: [file] }));
  const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const { size } = await handle.stat();
    if (size > MAX_CASE_BYTES) {
      return refuse(
        problem('file-size', { file, line: 0 }, { actual: `${size}`, expected: [`${MAX_CASE_BYTES}`] }),
      );
    }
    const bytes = await handle.readFile();
    const hash = createHash('sha256').update(bytes).digest('hex');
    const badByte = findBadByte(bytes);
    if (badByte !== undefined) {
      const line = bytes.subarray(0, badByte).toString('latin1').split('\n').length;
      return refuse(problem('file-encoding', { file, line }, { detail: `${badByte}` }));
    }
    return { file, text: bytes.toString('utf8'), hash, problem: undefined };
  } finally {
    await handle.close();
  }
}

/** Offset of the first byte that is not UTF-8, or undefined. */
function findBadByte(bytes: Uint8Array): number | undefined {
  const reads = (end: number, last: boolean): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: !last });
      return true;
    } catch {
      return false; // the decoder's only way to say no
    }
  };
  if (reads(bytes.length, true)) return undefined;
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (reads(middle, false)) good = middle;
    else bad = middle;
  }
  return good;
}
