import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { Case } from '#contract/case-tree.ts';
import type { PackFile, PackRole } from '#contract/casepack.ts';
import { OkmError } from '#contract/errors.ts';
import { CollectionFile, ComparisonFile, PacketFile } from '#contract/pack-files.ts';
import type { ParsedCase } from '../library/parse-files.ts';
import { parseCaseFiles } from '../library/parse-files.ts';
import type { ReadFile } from '../library/read-case-files.ts';
import type { ReadPack, VerifyOptions } from './read-casepack.ts';
import { isTooDeep } from './read-casepack.ts';

/** A case of a pack: what was made of its files, and their texts as they go to the folder of own cases. */
export interface PackedCase {
  /** `<type>/<id>`. */
  readonly key: string;
  readonly value: Case;
  readonly files: readonly { readonly ending: string; readonly text: string; readonly hash: string }[];
}

/** All that a pack holds, read and checked. */
export interface PackContents {
  readonly cases: readonly PackedCase[];
  readonly packets: readonly PacketFile[];
  readonly comparisons: readonly ComparisonFile[];
  readonly collections: readonly CollectionFile[];
  /** Texts of W3C annotations, one a person. */
  readonly annotations: readonly string[];
  /** What this version has no place for. */
  readonly others: readonly PackFile[];
}

const endings = ['.en.md', '.zh.md', '.md'];

/**
 * Reads a pack's files against their checksums and their schemas.
 *
 * @throws OkmError PACK_CORRUPT, PACK_BAD_CASE with file and line, PACK_BAD_MANIFEST with file and JSON pointer
 */
export async function readContents(pack: ReadPack, options: VerifyOptions = {}): Promise<PackContents> {
  const { contents } = pack.manifest;
  const texts = new Map<string, string>();
  const others: PackFile[] = [];
  for (const [index, one] of contents.entries()) {
    options.signal?.throwIfAborted();
    options.onProgress?.(index, contents.length);
    if (isText(one.role)) texts.set(one.path, decode(await pack.read(one.path), one.path, pack.file));
    else {
      await pack.pass(one.path, () => undefined);
      others.push(one);
    }
  }
  options.onProgress?.(contents.length, contents.length);
  const of = <T>(role: PackRole, schema: z.ZodType<T>): T[] =>
    contents
      .filter((one) => one.role === role)
      .map(({ path }) => parseJson(texts.get(path) ?? '', schema, path, pack.file));
  return {
    cases: readCases(pack, texts),
    packets: of('packet', PacketFile),
    comparisons: of('comparison', ComparisonFile),
    collections: of('collection', CollectionFile),
    annotations: contents
      .filter(({ role }) => role === 'annotations')
      .map(({ path }) => texts.get(path) ?? ''),
    others,
  };
}

function isText(role: PackRole): boolean {
  switch (role) {
    case 'case':
    case 'translation':
    case 'packet':
    case 'comparison':
    case 'collection':
    case 'annotations':
      return true;
    case 'picture':
    case 'teaching-note':
    case 'forecasts':
    case 'sealed':
    case 'cards':
      return false;
  }
}

function readCases(pack: ReadPack, texts: ReadonlyMap<string, string>): PackedCase[] {
  const byKey = new Map<string, { ending: string; path: string; text: string }[]>();
  for (const { path, role } of pack.manifest.contents) {
    if (role !== 'case' && role !== 'translation') continue;
    const ending = endings.find((one) => path.endsWith(one)) ?? '';
    const key = path.replace(/^data\/cases\//, '').slice(0, -ending.length);
    byKey.set(key, [...(byKey.get(key) ?? []), { ending, path, text: texts.get(path) ?? '' }]);
  }
  return [...byKey].map(([key, files]): PackedCase => {
    const read = (file: { path: string; text: string } | undefined): ReadFile | undefined =>
      file && { file: file.path, text: file.text, hash: sha256(file.text), problem: undefined };
    const parsed = parseCaseFiles(
      key,
      {
        main: read(files.find(({ ending }) => ending === '.md')),
        other: read(files.find(({ ending }) => ending !== '.md')),
      },
      'own',
    );
    return {
      key,
      value: checked(parsed, key, pack.file),
      files: files.map(({ ending, text }) => ({ ending, text, hash: sha256(text) })),
    };
  });
}

function checked({ value, problems }: ParsedCase, key: string, file: string): Case {
  const fault = problems.find(({ severity }) => severity === 'error');
  if (value && !fault) return value;
  const path = fault?.file ?? `data/cases/${key}.md`;
  const detail = fault ? `${fault.line}: ${fault.message.zh} / ${fault.message.en}` : '';
  throw new OkmError('PACK_BAD_CASE', { file, path, detail });
}

function decode(bytes: Uint8Array, path: string, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new OkmError('PACK_BAD_MANIFEST', { file, path, detail: 'utf-8' }, { cause });
  }
}

function parseJson<T>(text: string, schema: z.ZodType<T>, path: string, file: string): T {
  const bad = (pointer: string, cause?: unknown) =>
    new OkmError('PACK_BAD_MANIFEST', { file, path: `${path}#${pointer}`, detail: '' }, { cause });
  if (isTooDeep(text)) throw bad('');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw bad('', error);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw bad((parsed.error.issues[0]?.path ?? []).map((part) => `/${String(part)}`).join(''), parsed.error);
}

export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}
