import { setImmediate } from 'node:timers/promises';
import { CasepackManifest, type PackFile } from '#contract/casepack.ts';
import type { OkmError } from '#contract/errors.ts';
import { MAX_CASE_BYTES } from '#domain/markdown/limits.ts';
import { MAX_DEPTH, MAX_JSON } from './pack-limits.ts';
import { openPackZip, type PackZip } from './read-entries.ts';
import { CASEPACK_MEDIA_TYPE } from './write-casepack.ts';

/** A pack whose table of contents and manifest are sound. Its files are read one by one, each against its checksum. */
export interface ReadPack {
  readonly file: string;
  readonly manifest: CasepackManifest;
  /** The bytes of `casepack.json`, over which a library is signed. */
  readonly manifestBytes: Uint8Array;
  readonly signature: Uint8Array | undefined;
  /** A file's bytes, as the manifest says that they are. @throws OkmError PACK_CORRUPT, PACK_TOO_LARGE */
  read(path: string): Promise<Uint8Array>;
  /** Passes a file on in pieces. @throws as `read`, after its last piece */
  pass(path: string, take: (piece: Uint8Array) => void | Promise<void>): Promise<void>;
  /** Paths of every file that stands in the zip. */
  paths(): readonly string[];
  /** Reads every file against its checksum. @throws OkmError PACK_CORRUPT */
  verify(options?: VerifyOptions): Promise<void>;
  close(): Promise<void>;
}

export interface VerifyOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

const VERSION = [1, 0] as const;
const SIGNATURE = 'signature.ed25519';
/** Files that describe the pack; they are checked by the tag manifest (BagIt 1.0). */
const tagFiles = ['mimetype', 'bagit.txt', 'bag-info.txt', 'casepack.json', 'manifest-sha256.txt'] as const;
const TAG_MANIFEST = 'tagmanifest-sha256.txt';
const MAX_TAG = 8 * 1024 * 1024;

/**
 * Opens a pack: its table of contents, its tag files and its manifest are read and checked; nothing is written.
 *
 * @throws OkmError one of PACK_*, FILE_REFUSED where there is no such file
 */
export async function openCasepack(file: string): Promise<ReadPack> {
  const zip = await openPackZip(file);
  try {
    return await readHead(file, zip);
  } catch (error) {
    await zip.close();
    throw error;
  }
}

async function readHead(file: string, zip: PackZip): Promise<ReadPack> {
  const { entries, refuse } = zip;
  const tags = new Map<string, Uint8Array>();
  const sums = new Map<string, string>();
  for (const name of [...tagFiles, TAG_MANIFEST]) {
    const entry = entries.get(name);
    if (!entry) throw refuse('PACK_CORRUPT', name);
    const limit = name === 'casepack.json' ? MAX_JSON : MAX_TAG;
    if (entry.uncompressedSize > limit) throw refuse('PACK_TOO_LARGE', name);
    const { bytes, sum } = await collect(zip, name);
    tags.set(name, bytes);
    sums.set(name, sum);
  }
  const mediaType = Buffer.from(tags.get('mimetype') ?? []).toString('latin1');
  if (mediaType !== CASEPACK_MEDIA_TYPE) throw refuse('PACK_NOT_CASEPACK');
  const manifestBytes = tags.get('casepack.json') ?? new Uint8Array();
  const manifest = parseManifest(manifestBytes, zip);
  const listed = new Map(manifest.contents.map((one) => [one.path, one]));
  if (listed.size !== manifest.contents.length) throw refuse('PACK_BAD_MANIFEST', '/contents');
  for (const path of entries.keys()) {
    const isTag = tags.has(path) || (path === SIGNATURE && manifest.edition === 'library');
    if (!isTag && !listed.has(path)) throw refuse('PACK_CORRUPT', path);
  }
  for (const one of manifest.contents) {
    const entry = entries.get(one.path);
    if (!entry || entry.uncompressedSize !== one.bytes) throw refuse('PACK_CORRUPT', one.path);
    if (one.bytes > limitOf(one)) throw refuse('PACK_TOO_LARGE', one.path);
  }
  const text = (name: string) => Buffer.from(tags.get(name) ?? []).toString('utf8');
  checkSums(text(TAG_MANIFEST), sums, refuse, TAG_MANIFEST);
  const payload = new Map(manifest.contents.map(({ path, sha256 }) => [path as string, sha256]));
  checkSums(text('manifest-sha256.txt'), payload, refuse, 'manifest-sha256.txt');
  const signature = entries.has(SIGNATURE) ? (await collect(zip, SIGNATURE)).bytes : undefined;

  const pass: ReadPack['pass'] = async (path, take) => {
    const sum = await zip.read(path, take);
    // A signature has no sum of its own: it is checked by what it signs.
    const wanted = listed.get(path)?.sha256 ?? sums.get(path) ?? (path === SIGNATURE ? sum : undefined);
    if (sum !== wanted) throw refuse('PACK_CORRUPT', path);
  };
  return {
    file,
    manifest,
    manifestBytes,
    signature,
    pass,
    paths: () => [...entries.keys()],
    close: zip.close,
    async read(path) {
      const one = listed.get(path);
      if (!one) throw refuse('PACK_CORRUPT', path);
      const bytes = new Uint8Array(one.bytes);
      let at = 0;
      await pass(path, (piece) => {
        bytes.set(piece, at);
        at += piece.length;
      });
      return bytes;
    },
    async verify({ signal, onProgress } = {}) {
      for (const [index, { path }] of manifest.contents.entries()) {
        signal?.throwIfAborted();
        onProgress?.(index, manifest.contents.length);
        await pass(path, () => undefined);
        if (index % 100 === 99) await setImmediate();
      }
      onProgress?.(manifest.contents.length, manifest.contents.length);
    },
  };
}

async function collect(zip: PackZip, name: string): Promise<{ bytes: Uint8Array; sum: string }> {
  const pieces: Uint8Array[] = [];
  const sum = await zip.read(name, (piece) => {
    pieces.push(piece);
  });
  return { bytes: Buffer.concat(pieces), sum };
}

function limitOf({ role }: PackFile): number {
  if (role === 'case' || role === 'translation' || role === 'teaching-note') return MAX_CASE_BYTES;
  return role === 'picture' ? Number.POSITIVE_INFINITY : MAX_JSON;
}

function parseManifest(bytes: Uint8Array, { refuse }: PackZip): CasepackManifest {
  const bad = (pointer: string, cause?: unknown): OkmError =>
    refuse('PACK_BAD_MANIFEST', `casepack.json#${pointer}`, '', cause);
  let value: unknown;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (isTooDeep(text)) throw bad('');
    value = JSON.parse(text);
  } catch (error) {
    throw bad('', error);
  }
  const needed =
    typeof value === 'object' && value !== null && 'minReader' in value ? `${value.minReader}` : '';
  if (/^\d+\.\d+$/.test(needed) && isNewer(needed)) throw refuse('PACK_TOO_NEW', '', needed);
  const parsed = CasepackManifest.safeParse(value);
  if (parsed.success) return parsed.data;
  const path = parsed.error.issues[0]?.path ?? [];
  throw bad(
    path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    parsed.error,
  );
}

function isNewer(needed: string): boolean {
  const [major = 0, minor = 0] = needed.split('.').map(Number);
  return major > VERSION[0] || (major === VERSION[0] && minor > VERSION[1]);
}

/** Whether JSON nests deeper than any of ours: counted before it is parsed, which no parser limits. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === 0x5c) at++;
      else if (code === 0x22) isInString = false;
    } else if (code === 0x22) isInString = true;
    else if (code === 0x7b || code === 0x5b) {
      depth++;
      if (depth > MAX_DEPTH) return true;
    } else if (code === 0x7d || code === 0x5d) depth--;
  }
  return false;
}

/** A list of checksums names the files that it should, each with the sum that it has. */
function checkSums(
  list: string,
  sums: ReadonlyMap<string, string>,
  refuse: PackZip['refuse'],
  name: string,
): void {
  const said = new Map<string, string>();
  for (const line of list.split('\n')) {
    if (line === '') continue;
    const [, sum = '', path = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (sum === '') throw refuse('PACK_CORRUPT', name);
    said.set(path, sum);
  }
  for (const [path, sum] of sums) {
    if (path !== name && said.get(path) !== sum) throw refuse('PACK_CORRUPT', path);
    said.delete(path);
  }
  const [left] = said.keys();
  if (left !== undefined && left !== SIGNATURE) throw refuse('PACK_CORRUPT', left);
}
