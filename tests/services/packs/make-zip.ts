import { createHash } from 'node:crypto';
import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip as a test wants it, right or wrong. */
export interface RawEntry {
  readonly name: string | Buffer;
  readonly content: Uint8Array;
  readonly stored?: boolean;
  /** Unix mode with its file type. */
  readonly mode?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly localName?: string;
  /** The size that the zip says; that of the content where absent. */
  readonly size?: number;
  /** Points at the local header of an earlier entry. */
  readonly sharesWith?: number;
}

/** Writes a zip byte by byte, so that it may lie where no library would. */
export function makeZip(entries: readonly RawEntry[]): Buffer {
  const parts: Buffer[] = [];
  const table: Buffer[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name as string);
    const method = entry.method ?? (entry.stored ? 0 : 8);
    const data = method === 8 ? deflateRawSync(entry.content, { level: 9 }) : Buffer.from(entry.content);
    const crc = crc32(entry.content);
    const size = entry.size ?? entry.content.length;
    const flags = entry.flags ?? 0x0800;
    const localName = entry.localName === undefined ? name : Buffer.from(entry.localName);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt16LE(0x21, 12);
    local.writeUInt32LE(crc, 14);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(localName.length, 26);
    const offset = entry.sharesWith === undefined ? at : (offsets[entry.sharesWith] ?? 0);
    if (entry.sharesWith === undefined) {
      parts.push(local, localName, data);
      at += 30 + localName.length + data.length;
    }
    offsets.push(offset);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(0x0314, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(flags, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt16LE(0x21, 14);
    central.writeUInt32LE(crc, 16);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(size, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    table.push(central, name);
  }
  const tableSize = table.reduce((sum, one) => sum + one.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(tableSize, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...table, end]);
}

export interface PackParts {
  readonly manifest?: (value: Record<string, unknown>) => void;
  readonly files?: readonly (readonly [path: string, content: string, role?: string])[];
  /** Entries that the manifest does not name, or that stand in place of a named one. */
  readonly more?: readonly RawEntry[];
  readonly replace?: Readonly<Record<string, Partial<RawEntry>>>;
  readonly leaveOut?: readonly string[];
  readonly mimetype?: string;
}

const sha = (content: Uint8Array | string) => createHash('sha256').update(content).digest('hex');
const NOTE = { note: 'a collection', items: [] };

/** A pack that is right in all but what a test makes wrong. */
export function makePack(parts: PackParts = {}): Buffer {
  const files = parts.files ?? [
    ['data/collections/one.json', JSON.stringify(NOTE), 'collection'],
    ['data/collections/two.json', JSON.stringify({ ...NOTE, note: 'another' }), 'collection'],
  ];
  const payload = files.map(([path, content, role = 'collection']) => ({ path, content, role }));
  const manifest: Record<string, unknown> = {
    format: 'casepack',
    version: '1.0',
    minReader: '1.0',
    id: '0194c1de-0000-8000-8000-000000000000',
    title: 'A pack',
    language: 'zh',
    edition: 'personal',
    createdBy: { app: 'One Kilometre', version: '0.1.0' },
    created: '2026-11-24T00:00:00.000Z',
    licence: 'CC-BY-4.0',
    contents: payload.map(({ path, content, role }) => ({
      path,
      role,
      bytes: Buffer.byteLength(content),
      sha256: sha(content),
    })),
    requires: [],
  };
  parts.manifest?.(manifest);
  const tags: Record<string, string> = {
    mimetype: parts.mimetype ?? 'application/vnd.okm.casepack+zip',
    'bag-info.txt': 'Source-Organization: x\n',
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'casepack.json': `${JSON.stringify(manifest, null, 2)}\n`,
    'manifest-sha256.txt': payload.map(({ path, content }) => `${sha(content)}  ${path}\n`).join(''),
  };
  tags['tagmanifest-sha256.txt'] = Object.entries(tags)
    .map(([path, content]) => `${sha(content)}  ${path}\n`)
    .join('');
  const entries: RawEntry[] = [
    ...Object.entries(tags).map(([name, content]) => ({
      name,
      content: Buffer.from(content),
      stored: name === 'mimetype',
    })),
    ...payload.map(({ path, content }) => ({ name: path, content: Buffer.from(content) })),
  ];
  return makeZip([
    ...entries
      .filter(({ name }) => !parts.leaveOut?.includes(name as string))
      .map((entry) => ({ ...entry, ...parts.replace?.[entry.name as string] })),
    ...(parts.more ?? []),
  ]);
}
