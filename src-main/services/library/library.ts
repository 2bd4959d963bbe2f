import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Case, Problem } from '#contract/case-tree.ts';
import { OkmError } from '#contract/errors.ts';
import type { CaseId } from '#contract/ids.ts';
import type { CaseSummary } from '#contract/library.ts';
import { toSummary } from '#domain/case/case-summary.ts';
import { problem } from '#domain/case/problems.ts';
import { nearest } from '#domain/text/nearest.ts';
import { type ParsedCase, parseCaseFiles } from './parse-files.ts';
import { type CaseFiles, readCaseFolder } from './read-case-files.ts';

/**
 * The library as other services see it: the cases that came with the program and the user's own, as one and
 * the same kind of thing. All answers are there at once. The bundled cases are in memory and never change;
 * the user's own may change at any time, so nobody keeps what he made of `summaries`, `all` or `find` beyond
 * a change that `onChange` tells of. A case itself is a value: it never changes, another takes its place.
 */
export interface Library {
  /** The cases that came with the program, whole, by id. For all cases: `summaries` or `all`. */
  readonly cases: readonly Case[];
  /** What could not be taken in of the bundled and own cases, and why. Empty of mere warnings on own cases. */
  readonly problems: readonly Problem[];
  /** What lists need of every case, by id. The same array until something changes. */
  summaries(): readonly CaseSummary[];
  /** Ids of the user's own cases with the revision of each, by which an index tells what it has not seen. */
  own(): readonly OwnRevision[];
  /**
   * Every case, one after the other, by id. Of an own case the texts are read from the disk only when they are
   * looked into (`language in texts` reads nothing), and nothing of it is held: made for pictures and counts.
   */
  all(): Iterable<Case>;
  /** A case, whole; of an own case the texts are read when they are looked into, and held for a while. */
  find(id: string): Case | undefined;
  /** @throws OkmError CASE_NOT_FOUND, with the nearest ids */
  get(id: string): Case;
  /** Tells the ids of own cases that came, went or changed. Answers how to stop listening. */
  onChange(listener: (ids: ReadonlySet<string>) => void): () => void;
}

export interface OwnRevision {
  readonly id: CaseId;
  readonly revision: string;
}

/** Moves when the shape of a parsed case changes, so that an older compiled library is not read. */
const COMPILED_VERSION = 2;

const Compiled = z.object({
  version: z.literal(COMPILED_VERSION),
  entries: z.record(
    z.string(),
    z.object({ hashes: z.tuple([z.string(), z.string()]), parsed: z.custom<ParsedCase>() }),
  ),
});
type Compiled = z.infer<typeof Compiled>;

interface LibrarySource {
  /** Folder that holds `<type>/<id>.md`. */
  readonly casesDir: string;
  /** Library parsed by the build; cases whose files have other hashes are parsed anew. */
  readonly compiledFile?: string;
}

/** Opens the bundled library: what is broken is left out and listed, the rest is there. */
export async function openLibrary({ casesDir, compiledFile }: LibrarySource): Promise<Library> {
  const [files, compiled] = await Promise.all([readCaseFolder(casesDir), readCompiled(compiledFile)]);
  return toLibrary([...files].map(([key, entry]) => ({ key, ...recall(key, entry, compiled) })));
}

/** The library as the build stores it, so that a start need not parse Markdown. */
export async function compileLibrary(casesDir: string): Promise<string> {
  const files = await readCaseFolder(casesDir);
  const entries = Object.fromEntries(
    [...files].map(([key, entry]) => [
      key,
      { hashes: hashesOf(entry), parsed: parseCaseFiles(key, entry, 'bundled') },
    ]),
  );
  return JSON.stringify({ version: COMPILED_VERSION, entries } satisfies Compiled);
}

/** A library over cases that are already parsed, without own ones. */
export function toLibrary(parsed: readonly (ParsedCase & { readonly key: string })[]): Library {
  const byId = new Map<string, Case>();
  const keys = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { key, value, problems: own } of parsed) {
    problems.push(...own);
    if (!value) continue;
    const taken = keys.get(value.id);
    if (taken !== undefined) {
      const details = { actual: value.id, expected: [`${taken}.md`] };
      problems.push(problem('duplicate-id', { file: `${key}.md`, line: 2 }, details));
      continue;
    }
    byId.set(value.id, value);
    keys.set(value.id, key);
  }
  const cases = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const summaries = cases.map(toSummary);
  return {
    cases,
    problems,
    summaries: () => summaries,
    own: () => [],
    all: () => cases,
    onChange: () => () => undefined,
    find: (id) => byId.get(id),
    get(id) {
      const found = byId.get(id);
      if (!found)
        throw new OkmError('CASE_NOT_FOUND', { id: id.slice(0, 80), nearest: nearest(id, byId.keys(), 3) });
      return found;
    },
  };
}

function recall(key: string, files: CaseFiles, compiled: Compiled | undefined): ParsedCase {
  const entry = compiled?.entries[key];
  const hashes = hashesOf(files);
  const known = hashes[0] !== '' && entry?.hashes[0] === hashes[0] && entry.hashes[1] === hashes[1];
  return known ? entry.parsed : parseCaseFiles(key, files, 'bundled');
}

function hashesOf({ main, other }: CaseFiles): [string, string] {
  return [main?.hash ?? '', other?.hash ?? ''];
}

async function readCompiled(file: string | undefined): Promise<Compiled | undefined> {
  if (file === undefined) return undefined;
  try {
    return Compiled.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined; // absent, older or damaged: everything is parsed anew
  }
}
