import { extname, resolve } from 'node:path';
import { OkmError } from '#contract/errors.ts';
import { writeBibtex } from '#domain/citation/exchange/bibtex.ts';
import { readCslJson, writeCslJson } from '#domain/citation/exchange/csl-json.ts';
import type { ExportedItem, ReadReferences } from '#domain/citation/exchange/fields.ts';
import { readRis, writeRis } from '#domain/citation/exchange/ris.ts';
import { readInput } from '#services/files/read-input.ts';
import { writeFile } from '#services/files/write-file.ts';
import type { Arguments } from './arguments.ts';
import type { Session } from './session.ts';
import type { Terminal } from './terminal.ts';

const MAX_BYTES = 10 * 1024 * 1024;
const writers: Readonly<Record<string, (items: readonly ExportedItem[]) => string>> = {
  '.json': writeCslJson,
  '.ris': writeRis,
  '.bib': writeBibtex,
};

/**
 * `okm references ID… --out FILE`: the sources of cases for a reference manager, as the ending says; without a
 * file, as CSL-JSON on standard output. `--from FILE` reads RIS or CSL-JSON instead of cases.
 *
 * @throws OkmError CASE_NOT_FOUND, FORMAT_UNKNOWN, FILE_REFUSED, INPUT_TOO_LARGE, FILE_NOT_WRITABLE, DISK_FULL
 */
export async function references(args: Arguments, terminal: Terminal, session: Session): Promise<number> {
  const { outFile, fromFile } = args;
  const ending = extname(outFile ?? 'references.json').toLowerCase();
  const write = writers[ending];
  if (write === undefined) {
    throw new OkmError('FORMAT_UNKNOWN', { format: ending || (outFile ?? ''), known: Object.keys(writers) });
  }
  const read = fromFile === undefined ? undefined : await readReferences(fromFile);
  for (const { at, reason, detail } of read?.problems ?? []) {
    terminal.err(args.say('referenceProblem', { at, reason, detail }));
  }
  const items =
    read === undefined
      ? itemsOf([...new Set(args.words)], session)
      : read.items.map((item) => ({ key: item.id, item }));
  const text = write(items);
  if (outFile === undefined) terminal.out(text.trimEnd());
  else {
    await writeFile(resolve(outFile), text);
    if (args.json) terminal.json({ file: outFile, references: items.length });
    else terminal.out(args.say('referencesDone', { file: outFile, count: items.length }));
  }
  return (read?.problems.length ?? 0) > 0 ? 1 : 0;
}

function itemsOf(ids: readonly string[], { program }: Session): ExportedItem[] {
  return ids.flatMap((id) => {
    const one = program.services.library.library.get(id);
    return one.front.references.map((item) => ({ key: `${one.id}_${item.id}`, item }));
  });
}

async function readReferences(file: string): Promise<ReadReferences> {
  const bytes = await readInput(resolve(file), MAX_BYTES);
  const refuse = (reason: 'not-text' | 'not-references', detail: string, cause?: unknown) =>
    new OkmError('FILE_REFUSED', { file, reason, detail }, { cause });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw refuse('not-text', '', cause);
  }
  let read: ReadReferences;
  try {
    read = /^\s*[[{]/.test(text) ? readCslJson(text) : readRis(text);
  } catch (cause) {
    throw refuse('not-references', cause instanceof Error ? cause.message : '', cause);
  }
  const [first] = read.problems;
  if (read.items.length === 0) throw refuse('not-references', first ? `${first.at} ${first.reason}` : '');
  return read;
}
