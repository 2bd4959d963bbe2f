import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Case, Problem } from '#contract/case-tree.ts';
import { languageOf, readCaseForm, readReferences } from '#domain/case/case-form.ts';
import { toSummary } from '#domain/case/case-summary.ts';
import { problem } from '#domain/case/problems.ts';
import { checkCase, type Locators } from '#domain/check/check-case.ts';
import { createLocator } from '#domain/check/locate.ts';
import { MAX_CASE_BYTES } from '#domain/markdown/limits.ts';
import { parseCaseFiles } from '../library/parse-files.ts';
import { type CaseFiles, type ReadFile, readCaseFile } from '../library/read-case-files.ts';
import type { CaseAnswer, CaseJob, ParsedOwnCase, TextsAnswer, TextsJob } from '../parse-pool/messages.ts';

/** Reads the files of one own case and makes of them what the catalogue keeps. */
export async function parseOwnCase({ folder, key, main, other, known }: CaseJob): Promise<CaseAnswer> {
  const files: CaseFiles = { main: await read(main, folder), other: await read(other, folder) };
  const hashes: [string, string] = [files.main?.hash ?? '', files.other?.hash ?? ''];
  if (known && hashes[0] !== '' && known[0] === hashes[0] && known[1] === hashes[1]) {
    return { isSame: true, hashes, problems: [], parsed: undefined };
  }
  const { value, problems } = checkOwnCase(key, files);
  return {
    hashes,
    problems,
    parsed: value && packCase(value),
  };
}

/** Parses and checks the files of an own case as those of the library are. */
export function checkOwnCase(
  key: string,
  files: CaseFiles,
): { value: Case | undefined; problems: readonly Problem[] } {
  const { value, problems } = parseCaseFiles(key, files, 'own');
  if (!value) return { value, problems };
  return { value, problems: [...problems, ...checkCase(value, locatorsOf(value, files), undefined)] };
}

/** What is wrong in texts that are being written, and what the form shows of them. */
export function checkTexts({ key, main, other }: TextsJob): TextsAnswer {
  const language = languageOf(main);
  const second = language === 'zh' ? 'en' : 'zh';
  const given = (file: string, text: string): ReadFile => ({ file, text, hash: '', problem: undefined });
  const files: CaseFiles = {
    main: given(`${key}.md`, main),
    other: other === null ? undefined : given(`${key}.${second}.md`, other),
  };
  const bytes = Math.max(Buffer.byteLength(main), Buffer.byteLength(other ?? ''));
  const { problems } =
    bytes > MAX_CASE_BYTES
      ? {
          problems: [
            problem(
              'file-size',
              { file: `${key}.md`, line: 0 },
              { actual: `${bytes}`, expected: [`${MAX_CASE_BYTES}`] },
            ),
          ],
        }
      : checkOwnCase(key, files);
  return { problems, form: readCaseForm(main) ?? null, references: readReferences(main), language };
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

function packCase(value: Case): ParsedOwnCase {
  const { id, revision, front, evidence, texts } = value;
  return { id, revision, summary: toSummary(value), facts: pack({ front, evidence }), texts: pack(texts) };
}

function pack(value: unknown): Uint8Array {
  return deflateRawSync(JSON.stringify(value), { level: 2 });
}

async function read(file: string | undefined, folder: string): Promise<ReadFile | undefined> {
  if (file === undefined) return undefined;
  try {
    return await readCaseFile(join(folder, file), folder);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    // Gone since the folder was looked through; the next look says so.
    if (code === 'ENOENT') return undefined;
    const reason = problem('own-file-unreadable', { file, line: 0 }, { detail: code });
    return { file, text: undefined, hash: '', problem: reason };
  }
}
