import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CaseType } from '#contract/case.ts';
import type { Problem } from '#contract/case-tree.ts';
import { isTranslationName } from '#domain/case/parse-case.ts';
import { problem } from '#domain/case/problems.ts';
import type { CaseStamps, FileStamp, FolderScan } from '../parse-pool/messages.ts';

/** Names of case files; titles live inside the files. */
const caseName = /^[a-z0-9][a-z0-9-]{0,63}(\.(?:zh|en))?\.md$/;
const teachingName = /\.teaching(\.[a-z]{2})?\.md$/;

/**
 * Finds the files of own cases: `<type>/<id>.md` with `<type>/<id>.en.md` beside it, or both straight in the
 * folder. Other files are left alone; a Markdown file that cannot be a case is named with the reason.
 * Blocks its thread: made for a worker.
 */
export function scanFolder(folder: string): FolderScan {
  const top = entriesOf(folder);
  if (top === undefined) return { isThere: false, cases: [], problems: [] };
  const cases = new Map<string, { main?: FileStamp; other?: FileStamp }>();
  const problems: Problem[] = [];
  const types: readonly string[] = CaseType.options;
  const take = (entry: Dirent, file: string) => {
    if (!entry.name.endsWith('.md') || entry.name.startsWith('.') || teachingName.test(entry.name)) return;
    if (!caseName.test(entry.name) || !entry.isFile()) {
      problems.push(problem('own-file', { file, line: 0 }));
      return;
    }
    const stat = lstatSync(join(folder, file), { throwIfNoEntry: false });
    if (!stat) return;
    const stamp = { file, size: stat.size, mtimeMs: stat.mtimeMs, ctimeMs: stat.ctimeMs };
    const key = keyOf(file);
    const found = cases.get(key) ?? {};
    cases.set(key, isTranslationName(file) ? { ...found, other: stamp } : { ...found, main: stamp });
  };
  for (const entry of top) {
    if (!types.includes(entry.name)) take(entry, entry.name);
    else if (entry.isDirectory()) {
      for (const inner of entriesOf(join(folder, entry.name)) ?? [])
        take(inner, `${entry.name}/${inner.name}`);
    }
  }
  return {
    isThere: true,
    cases: [...cases].map(([key, { main, other }]): CaseStamps => ({ key, main, other })),
    problems,
  };
}

/** What names a case: its files' path without language and ending. */
export function keyOf(file: string): string {
  return file.replace(/(?:\.(?:en|zh))?\.md$/, '');
}

/** Undefined where there is no such folder, or something else stands in its place. */
function entriesOf(folder: string): Dirent[] | undefined {
  try {
    if (!lstatSync(folder).isDirectory()) return undefined;
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return undefined; // gone, or not to be read: the last known state stays
  }
}
