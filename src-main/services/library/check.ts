import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Case, Problem } from '#contract/case-tree.ts';
import type { Glossary } from '#contract/glossary.ts';
import type { Language } from '#contract/ids.ts';
import { problem } from '#domain/case/problems.ts';
import { checkCase, type Locators } from '#domain/check/check-case.ts';
import { coverage } from '#domain/check/citations.ts';
import { checkDuplicates } from '#domain/check/duplicates.ts';
import { createLocator, type Locator } from '#domain/check/locate.ts';
import { checkWording, readShingles, type Shingles } from '#domain/check/shingles.ts';
import { checkActorNames, checkGlossary, checkTermUse } from '#domain/check/terms.ts';
import { isTeachingName } from '#domain/teaching/parse-teaching-note.ts';
import { nearest } from '#domain/text/nearest.ts';
import { readGlossary } from '../search/read-glossary.ts';
import { type Library, openLibrary, toLibrary } from './library.ts';
import { type ParsedCase, parseCaseFiles } from './parse-files.ts';
import { type CaseFiles, readCaseFile, readCaseFolder } from './read-case-files.ts';
import {
  findUnpaired,
  type ReadTeachingNote,
  readTeachingNote,
  readTeachingNotes,
} from './teaching-notes.ts';

export interface CheckReport {
  /** How many cases were looked at. */
  readonly cases: number;
  /** How many teaching notes, counting each language. */
  readonly notes: number;
  /** Sentences that state facts, in both languages, and how many of them cite a source. */
  readonly sentences: { readonly factual: number; readonly cited: number };
  readonly errors: readonly Problem[];
  readonly warnings: readonly Problem[];
}

export interface CheckOptions {
  /** Hashes of the runs of source texts; where the file is not there, wording is not compared. */
  readonly shinglesFile?: string;
}

type ReadCase = ParsedCase & { readonly key: string; readonly files: CaseFiles };

/**
 * Checks case files against the form and the rules of the house: all of a library, or only the files given
 * (with the text in the other language beside each).
 *
 * @throws NodeJS.ErrnoException where a file given by name is not there
 */
export async function checkCases(
  casesDir: string,
  files: readonly string[] = [],
  { shinglesFile }: CheckOptions = {},
): Promise<CheckReport> {
  const given = files.filter((file) => !isTeachingName(file));
  const [parsed, shingles, terms] = await Promise.all([
    files.length === 0 ? parseFolder(casesDir) : parseGiven(casesDir, given),
    readShinglesFile(shinglesFile),
    readTerms(casesDir),
  ]);
  const library = toLibrary(parsed);
  const whole = files.length === 0 ? library : await openLibrary({ casesDir });
  const locators = new Map(
    parsed.flatMap(({ value, files: read }) => (value ? [[value.id, locatorsOf(value, read)]] : [])),
  );
  const locatorOf = (value: Case, language: Language = value.front.language) =>
    locators.get(value.id)?.[language];
  // The cases to be checked come last, so that a sentence in common is theirs.
  const all = [...whole.cases.filter(({ id }) => !locators.has(id)), ...library.cases];
  const find = (id: string) => library.find(id) ?? whole.find(id);
  const notes =
    files.length === 0
      ? await readTeachingNotes(casesDir, find)
      : await Promise.all(
          files.filter(isTeachingName).map((file) => {
            const root = resolve(file).startsWith(resolve(casesDir)) ? casesDir : dirname(file);
            return readTeachingNote(resolve(file), root, find);
          }),
        );
  const problems = [
    ...library.problems,
    ...library.cases.flatMap((one) => checkCase(one, locators.get(one.id) ?? {}, shingles)),
    ...checkRelated(library, whole, locatorOf),
    ...checkDuplicates(all, locatorOf),
    ...checkActorNames(all, locatorOf),
    ...checkTermUse(all, terms.glossary, locatorOf),
    ...(files.length === 0 ? terms.problems : []),
    ...notes.flatMap((note) => note.problems),
    ...(shingles ? notes.flatMap((note) => checkNoteWording(note, find, shingles)) : []),
    ...(files.length === 0 ? findUnpaired(notes) : []),
  ];
  return {
    cases: parsed.length,
    notes: notes.length,
    sentences: countSentences(library.cases),
    errors: problems.filter((one) => one.severity === 'error'),
    warnings: problems.filter((one) => one.severity === 'warning'),
  };
}

function checkRelated(
  library: Library,
  whole: Library,
  locatorOf: (value: Case) => Locator | undefined,
): Problem[] {
  const known = new Set([...whole.cases, ...library.cases].map((one) => one.id));
  return library.cases.flatMap((one): Problem[] => {
    const place = locatorOf(one)?.ofWords('related:') ?? { file: `${one.front.type}/${one.id}.md`, line: 1 };
    return one.front.related.flatMap((id) => {
      const other = whole.find(id) ?? library.find(id);
      if (!other) {
        const details = { actual: id, expected: nearest(id, known) };
        return [problem('related-unknown', place, details, 'warning')];
      }
      if (other.front.related.includes(one.id)) return [];
      return [problem('related-one-way', place, { actual: id }, 'warning')];
    });
  });
}

function checkNoteWording(
  { file, value }: ReadTeachingNote,
  find: (id: string) => Case | undefined,
  shingles: Shingles,
): Problem[] {
  const owner = value && find(value.front.id);
  if (!value || !owner || file.text === undefined) return [];
  const text = { language: value.front.language, sections: value.sections };
  return checkWording(owner, text, shingles, createLocator({ file: file.file, text: file.text }));
}

function countSentences(cases: readonly Case[]): CheckReport['sentences'] {
  const counts = cases
    .flatMap(({ texts }) => [texts.zh, texts.en])
    .flatMap((text) => (text ? [coverage(text)] : []));
  const factual = counts.reduce((sum, count) => sum + count.factual, 0);
  return { factual, cited: factual - counts.reduce((sum, count) => sum + count.uncited.length, 0) };
}

function locatorsOf(value: Case, { main, other }: CaseFiles): Locators {
  const second = value.front.language === 'zh' ? 'en' : 'zh';
  return {
    ...(main?.text === undefined
      ? {}
      : { [value.front.language]: createLocator({ file: main.file, text: main.text }) }),
    ...(other?.text === undefined ? {} : { [second]: createLocator({ file: other.file, text: other.text }) }),
  };
}

async function readShinglesFile(file: string | undefined): Promise<Shingles | undefined> {
  if (file === undefined) return undefined;
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return bytes && readShingles(bytes);
}

/** The glossary beside the cases, with what is wrong in it; a folder without one has no terms. */
async function readTerms(casesDir: string): Promise<{ glossary: Glossary; problems: Problem[] }> {
  const file = 'glossary.yaml';
  const path = join(casesDir, file);
  try {
    const [glossary, text] = [await readGlossary(path), await readFile(path, 'utf8')];
    return { glossary, problems: checkGlossary(glossary, { file, text }) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return { glossary: [], problems: [] };
    }
    const detail = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
    return { glossary: [], problems: [problem('glossary-form', { file, line: 1 }, { detail })] };
  }
}

async function parseFolder(casesDir: string): Promise<ReadCase[]> {
  const folder = await readCaseFolder(casesDir);
  return [...folder].map(([key, files]) => ({ key, files, ...parseCaseFiles(key, files, 'bundled') }));
}

async function parseGiven(casesDir: string, files: readonly string[]): Promise<ReadCase[]> {
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
      return { key, files: entry, ...parseCaseFiles(key, entry, 'own') };
    }),
  );
}

async function readIfThere(path: string, root: string) {
  return readCaseFile(path, root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
