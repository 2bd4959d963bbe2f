import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, open } from 'node:fs/promises';
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl';
import { isSafePackPath } from '#contract/casepack.ts';
import { type ErrorCode, OkmError } from '#contract/errors.ts';
import { MAX_FILES, MAX_RATIO, MAX_UNPACKED, MAX_ZIPPED, RATIO_FROM } from './pack-limits.ts';
import { CASEPACK_MEDIA_TYPE } from './write-casepack.ts';

type PackCode = Extract<ErrorCode, `PACK_${string}`>;
/** Refuses a pack. */
export type Refuse = (code: PackCode, path?: string, detail?: string, cause?: unknown) => OkmError;

export interface PackZip {
  readonly refuse: Refuse;
  /** By path, in the order of the file. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** Streams an entry's bytes and answers their SHA-256; `take` sees every piece. */
  read(path: string, take: (piece: Uint8Array) => void | Promise<void>): Promise<string>;
  close(): Promise<void>;
}

/** What `mimetype`, stored and without extra fields, looks like at the start of a zip. */
const HEAD = 30 + 'mimetype'.length + CASEPACK_MEDIA_TYPE.length;
const UTF8_FLAG = 0x0800;
const ENCRYPTED_FLAG = 0x0001;
const UNIX = 3;
const FILE_TYPE = 0xf000;
const REGULAR = 0x8000;

/**
 * Opens a `.casepack` and looks at its whole table of contents, before a byte of content is read: what is no
 * pack, or could harm when unpacked, is refused here.
 *
 * @throws OkmError FILE_REFUSED, PACK_NOT_CASEPACK, PACK_UNSAFE_PATH, PACK_UNSAFE_ENTRY, PACK_TOO_LARGE, PACK_CORRUPT
 */
export async function openPackZip(file: string): Promise<PackZip> {
  const refuse: Refuse = (code, path = '', detail = '', cause) =>
    new OkmError(code, { file, path, detail }, { cause });
  const handle = await openFile(file, refuse);
  // The reader would close the descriptor too: whoever has opened it closes it.
  const close = () => handle.close();
  try {
    const head = Buffer.alloc(HEAD);
    const { bytesRead } = await handle.read(head, 0, HEAD, 0);
    const isPack = head.toString('latin1', 30, HEAD) === `mimetype${CASEPACK_MEDIA_TYPE}`;
    if (bytesRead < HEAD || head.readUInt32LE(0) !== 0x04034b50 || !isPack) throw refuse('PACK_NOT_CASEPACK');
    const opened: ZipFile = await fromFdPromise(handle.fd, {
      autoClose: false,
      decodeStrings: false,
      lazyEntries: true,
      validateEntrySizes: true,
    }).catch((error: unknown) => {
      // It begins as a pack does: the rest of it is missing.
      throw refuse('PACK_CORRUPT', '', '', error);
    });
    const entries = await readTable(opened, refuse);
    return {
      refuse,
      entries,
      close,
      async read(path, take) {
        const entry = entries.get(path);
        if (!entry) throw refuse('PACK_CORRUPT', path);
        return readEntry(opened, entry, path, take, refuse);
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openFile(file: string, refuse: Refuse): Promise<FileHandle> {
  const missing = (cause?: unknown) =>
    new OkmError('FILE_REFUSED', { file, reason: 'missing', detail: '' }, { cause });
  try {
    if (!(await lstat(file)).isFile()) throw missing();
    const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    const { size } = await handle.stat();
    if (size <= MAX_ZIPPED) return handle;
    await handle.close();
    throw refuse('PACK_TOO_LARGE');
  } catch (error) {
    throw error instanceof OkmError ? error : missing(error);
  }
}

async function readTable(zip: ZipFile, refuse: Refuse): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > MAX_FILES) throw refuse('PACK_TOO_LARGE', '', `${zip.entryCount}`);
  const entries = new Map<string, Entry>();
  const folded = new Set<string>();
  const spans: { readonly path: string; readonly from: number; readonly to: number }[] = [];
  let total = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const path = nameOf(entry, refuse);
      const key = path.normalize('NFC').toLowerCase();
      if (!isSafePackPath(path) || folded.has(key)) throw refuse('PACK_UNSAFE_PATH', path);
      folded.add(key);
      checkEntry(entry, path, refuse);
      total += entry.uncompressedSize;
      if (total > MAX_UNPACKED || folded.size > MAX_FILES) throw refuse('PACK_TOO_LARGE', path);
      const local = await zip.readLocalFileHeaderPromise(entry);
      if (!local.fileName.equals(entry.fileNameRaw)) throw refuse('PACK_UNSAFE_ENTRY', path);
      const from = entry.relativeOffsetOfLocalHeader;
      spans.push({ path, from, to: local.fileDataStart + entry.compressedSize });
      entries.set(path, entry);
    }
  } catch (error) {
    throw error instanceof OkmError ? error : refuse('PACK_CORRUPT', '', '', error);
  }
  spans.sort((a, b) => a.from - b.from);
  for (const [index, { path, from }] of spans.entries()) {
    if (from < (spans[index - 1]?.to ?? 0)) throw refuse('PACK_UNSAFE_ENTRY', path);
  }
  const [first] = entries.keys();
  if (first !== 'mimetype') throw refuse('PACK_NOT_CASEPACK');
  return entries;
}

/** The name of an entry: UTF-8 where the zip says so, or plain ASCII. */
function nameOf({ fileNameRaw, generalPurposeBitFlag }: Entry, refuse: Refuse): string {
  const shown = fileNameRaw.toString('latin1');
  const isAscii = fileNameRaw.every((byte) => byte < 0x80);
  if (!isAscii && (generalPurposeBitFlag & UTF8_FLAG) === 0) throw refuse('PACK_UNSAFE_PATH', shown);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(fileNameRaw);
  } catch (error) {
    throw refuse('PACK_UNSAFE_PATH', shown, '', error);
  }
}

function checkEntry(entry: Entry, path: string, refuse: Refuse): void {
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  const isOdd = entry.versionMadeBy >>> 8 === UNIX && type !== 0 && type !== REGULAR;
  const isEncrypted = (entry.generalPurposeBitFlag & ENCRYPTED_FLAG) !== 0;
  const isOtherMethod = entry.compressionMethod !== 0 && entry.compressionMethod !== 8;
  if (isOdd || isEncrypted || isOtherMethod) throw refuse('PACK_UNSAFE_ENTRY', path);
  const { uncompressedSize: size, compressedSize: packed } = entry;
  if (size > RATIO_FROM && size > packed * MAX_RATIO) throw refuse('PACK_TOO_LARGE', path);
}

async function readEntry(
  zip: ZipFile,
  entry: Entry,
  path: string,
  take: (piece: Uint8Array) => void | Promise<void>,
  refuse: Refuse,
): Promise<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const piece of stream as AsyncIterable<Uint8Array>) {
      bytes += piece.length;
      // The table of contents may lie about a size: what comes is counted.
      if (bytes > entry.uncompressedSize) throw refuse('PACK_TOO_LARGE', path);
      hash.update(piece);
      await take(piece);
    }
  } catch (error) {
    if (error instanceof OkmError) throw error;
    const isMore = error instanceof Error && error.message.startsWith('too many bytes');
    throw refuse(isMore ? 'PACK_TOO_LARGE' : 'PACK_CORRUPT', path, '', error);
  }
  return hash.digest('hex');
}
