import { createHash } from 'node:crypto';
import { type Zippable, zipSync } from 'fflate';
import { CasepackManifest, type PackFile } from '#contract/casepack.ts';

/** A file of a pack with its bytes; size and checksum are computed. */
export interface PackEntry extends Omit<PackFile, 'bytes' | 'sha256'> {
  readonly content: Uint8Array;
}

export type PackHead = Omit<CasepackManifest, 'contents' | 'format' | 'version' | 'minReader' | 'id'>;

export const CASEPACK_MEDIA_TYPE = 'application/vnd.okm.casepack+zip';

// The oldest time that a zip can carry: equal content gives equal bytes, whenever it is packed.
const MTIME = new Date(1980, 0, 1);
const STORED = 0;
const BEST = 9;

/**
 * Writes a `.casepack`: a zip whose first entry, stored, says what it is, and which unpacked into a folder is
 * a BagIt 1.0 bag (RFC 8493): payload under data/, SHA-256 manifests of the payload and of the tag files.
 * The same entries and head give the same bytes.
 *
 * @throws ZodError where a path or a value of the manifest does not fit the format
 */
export function writeCasepack(entries: readonly PackEntry[], head: PackHead): Uint8Array {
  const files = entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const contents = files.map(({ content, ...file }): PackFile => {
    return { ...file, bytes: content.length, sha256: sha256(content) };
  });
  const manifest = CasepackManifest.parse({
    format: 'casepack',
    version: '1.0',
    minReader: '1.0',
    id: uuidOf(JSON.stringify([head, contents])),
    ...head,
    contents,
  });
  const size = contents.reduce((sum, { bytes }) => sum + bytes, 0);
  const tags: Record<string, Uint8Array> = {
    'bag-info.txt': utf8(
      [
        `Source-Organization: ${head.createdBy.app}`,
        `External-Description: ${head.title}`,
        `Bagging-Date: ${head.created.slice(0, 10)}`,
        `External-Identifier: ${manifest.id}`,
        `Payload-Oxum: ${size}.${contents.length}`,
        `Bag-Software-Agent: ${head.createdBy.app} ${head.createdBy.version}`,
        '',
      ].join('\n'),
    ),
    'bagit.txt': utf8('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
    'casepack.json': utf8(`${JSON.stringify(manifest, null, 2)}\n`),
    'manifest-sha256.txt': utf8(contents.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('')),
    mimetype: utf8(CASEPACK_MEDIA_TYPE),
  };
  const names = Object.keys(tags).sort();
  const tagManifest = names.map((name) => `${sha256(tags[name] ?? utf8(''))}  ${name}\n`).join('');
  return zip([
    ['mimetype', tags.mimetype ?? utf8('')],
    ...names.filter((name) => name !== 'mimetype').map((name) => [name, tags[name] ?? utf8('')] as const),
    ['tagmanifest-sha256.txt', utf8(tagManifest)],
    ...files.map(({ path, content }) => [path, content] as const),
  ]);
}

function zip(files: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const tree: Zippable = {};
  for (const [path, content] of files) {
    const isStored = path === 'mimetype' || /\.(?:png|jpe?g|webp)$/.test(path);
    tree[path] = [content, { level: isStored ? STORED : BEST, mtime: MTIME }];
  }
  return zipSync(tree);
}

function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** A UUID made of a digest of what is packed (RFC 9562, version 8): the same pack has the same id. */
function uuidOf(text: string): string {
  const hex = [...sha256(utf8(text)).slice(0, 32)];
  hex[12] = '8';
  hex[16] = '89ab'.charAt(Number.parseInt(hex[16] ?? '0', 16) % 4);
  const word = hex.join('');
  return [word.slice(0, 8), word.slice(8, 12), word.slice(12, 16), word.slice(16, 20), word.slice(20)].join(
    '-',
  );
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
