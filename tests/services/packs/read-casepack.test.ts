import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { link, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OkmError } from '#contract/errors.ts';
import { openCasepack } from '#services/packs/read-casepack.ts';
import { packTeachingNotes } from '#services/packs/teaching-pack.ts';
import { unpackCasepack } from '#services/packs/unpack.ts';
import { makePack, makeZip, type PackParts } from './make-zip.ts';

const run = promisify(execFile);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-pack-'));
  await mkdir(join(folder, 'in'));
  await mkdir(join(folder, 'out'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Unpacks bytes as a pack, and answers what the folders hold after. */
async function unpack(bytes: Uint8Array) {
  const file = join(folder, 'in', 'x.casepack');
  await writeFile(file, bytes);
  let refused: unknown;
  try {
    const pack = await openCasepack(file);
    try {
      await unpackCasepack(pack, join(folder, 'out', 'x'));
    } finally {
      await pack.close();
    }
  } catch (error) {
    refused = error;
  }
  const found = await readdir(folder, { recursive: true });
  return {
    refused,
    written: found.filter((name) => !['in', 'out', join('in', 'x.casepack')].includes(name)),
  };
}

const zeros = (size: number) => Buffer.alloc(size);
const listed = (path: string, more: Partial<PackParts> = {}): PackParts => ({
  files: [[path, '{}', 'collection']],
  ...more,
});
const extra = (name: string | Buffer, more = {}): PackParts => ({
  more: [{ name, content: Buffer.from('x'), ...more }],
});

describe('a pack that could harm or is not whole is refused, and nothing of it is written', () => {
  const cases: [name: string, bytes: () => Buffer, code: string, path: string][] = [
    ['no zip', () => Buffer.from('PK but no zip'), 'PACK_NOT_CASEPACK', ''],
    ['an empty file', () => Buffer.alloc(0), 'PACK_NOT_CASEPACK', ''],
    [
      'another zip',
      () => makeZip([{ name: 'word/document.xml', content: Buffer.from('x') }]),
      'PACK_NOT_CASEPACK',
      '',
    ],
    ['another media type', () => makePack({ mimetype: 'application/epub+zip' }), 'PACK_NOT_CASEPACK', ''],
    [
      'a longer media type',
      () => makePack({ mimetype: 'application/vnd.okm.casepack+zip2' }),
      'PACK_NOT_CASEPACK',
      '',
    ],
    ['a way out', () => makePack(extra('data/../../evil')), 'PACK_UNSAFE_PATH', 'data/../../evil'],
    ['an absolute path', () => makePack(extra('/etc/evil')), 'PACK_UNSAFE_PATH', '/etc/evil'],
    ['a drive', () => makePack(extra('C:/evil')), 'PACK_UNSAFE_PATH', 'C:/evil'],
    ['backslashes', () => makePack(extra('data\\..\\evil')), 'PACK_UNSAFE_PATH', 'data\\..\\evil'],
    ['NUL', () => makePack(extra('data/a\0b')), 'PACK_UNSAFE_PATH', 'data/a\0b'],
    ['a trailing dot', () => makePack(extra('data/a.')), 'PACK_UNSAFE_PATH', 'data/a.'],
    ['a trailing blank', () => makePack(extra('data/a ')), 'PACK_UNSAFE_PATH', 'data/a '],
    ['a device of Windows', () => makePack(extra('data/con.json')), 'PACK_UNSAFE_PATH', 'data/con.json'],
    ['a device in a folder', () => makePack(extra('data/LPT1/x')), 'PACK_UNSAFE_PATH', 'data/LPT1/x'],
    ['a folder', () => makePack(extra('data/folder/')), 'PACK_UNSAFE_PATH', 'data/folder/'],
    ['letters in two parts', () => makePack(extra('data/e\u0301')), 'PACK_UNSAFE_PATH', 'data/e\u0301'],
    ['nine levels', () => makePack(extra('a/b/c/d/e/f/g/h/i')), 'PACK_UNSAFE_PATH', 'a/b/c/d/e/f/g/h/i'],
    ['201 letters', () => makePack(extra('a'.repeat(201))), 'PACK_UNSAFE_PATH', 'a'.repeat(201)],
    [
      'twins by case',
      () => makePack(extra('data/collections/ONE.json')),
      'PACK_UNSAFE_PATH',
      'data/collections/ONE.json',
    ],
    [
      'the same name twice',
      () => makePack(extra('data/collections/one.json')),
      'PACK_UNSAFE_PATH',
      'data/collections/one.json',
    ],
    ['a name that is no UTF-8', () => makePack(extra(Buffer.from([0x64, 0xff]))), 'PACK_UNSAFE_PATH', 'dÿ'],
    [
      'a name of unknown letters',
      () => makePack(extra('data/é', { flags: 0 })),
      'PACK_UNSAFE_PATH',
      'data/Ã©',
    ],
    [
      'a symbolic link',
      () => makePack({ replace: { 'data/collections/one.json': { mode: 0o120777 } } }),
      'PACK_UNSAFE_ENTRY',
      'data/collections/one.json',
    ],
    [
      'a device file',
      () => makePack({ replace: { 'data/collections/one.json': { mode: 0o020666 } } }),
      'PACK_UNSAFE_ENTRY',
      'data/collections/one.json',
    ],
    [
      'an encrypted part',
      () => makePack({ replace: { 'data/collections/one.json': { flags: 0x801 } } }),
      'PACK_UNSAFE_ENTRY',
      'data/collections/one.json',
    ],
    [
      'an odd compression',
      () => makePack({ replace: { 'data/collections/one.json': { method: 12 } } }),
      'PACK_UNSAFE_ENTRY',
      'data/collections/one.json',
    ],
    [
      'two names of one part',
      () =>
        makePack({ replace: { 'data/collections/one.json': { localName: 'data/collections/oNe.json' } } }),
      'PACK_UNSAFE_ENTRY',
      'data/collections/one.json',
    ],
    [
      'parts that overlap',
      () =>
        makePack({
          more: [
            {
              name: 'mimetype',
              content: Buffer.from('application/vnd.okm.casepack+zip'),
              stored: true,
              sharesWith: 0,
            },
          ].map((one) => ({ ...one, name: 'mimetypf', localName: 'mimetype' })),
        }),
      'PACK_UNSAFE_ENTRY',
      'mimetypf',
    ],
    [
      'zeros in plenty',
      () => makePack(extra('data/zeros.json', { content: zeros(200 * 1024 * 1024) })),
      'PACK_TOO_LARGE',
      'data/zeros.json',
    ],
    [
      'more than it says',
      () =>
        makePack({
          files: [['data/collections/a.json', ' '.repeat(4000)]],
          replace: { 'data/collections/a.json': { content: zeros(900_000), size: 4000 } },
        }),
      'PACK_TOO_LARGE',
      'data/collections/a.json',
    ],
    [
      'more than two gigabytes',
      () =>
        makePack({
          more: Array.from({ length: 3 }, (_, at) => ({
            name: `data/${at}`,
            content: randomBytes(9_100_000),
            size: 900_000_000,
          })),
        }),
      'PACK_TOO_LARGE',
      'data/2',
    ],
    [
      '20,001 files',
      () =>
        makePack({
          more: Array.from({ length: 20_001 }, (_, at) => ({ name: `data/${at}`, content: zeros(0) })),
        }),
      'PACK_TOO_LARGE',
      '',
    ],
    [
      'a case of half a megabyte',
      () => makePack({ files: [['data/cases/project/a.md', 'x'.repeat(524_289), 'case']] }),
      'PACK_TOO_LARGE',
      'data/cases/project/a.md',
    ],
    ['a file nobody listed', () => makePack(extra('data/more.json')), 'PACK_CORRUPT', 'data/more.json'],
    [
      'a listed file that is not there',
      () => makePack({ leaveOut: ['data/collections/two.json'] }),
      'PACK_CORRUPT',
      'data/collections/two.json',
    ],
    [
      'another size',
      () => makePack({ replace: { 'data/collections/one.json': { content: Buffer.from('{}') } } }),
      'PACK_CORRUPT',
      'data/collections/one.json',
    ],
    [
      'another content of the same size',
      () =>
        makePack(
          listed('data/collections/a.json', {
            replace: { 'data/collections/a.json': { content: Buffer.from('[]') } },
          }),
        ),
      'PACK_CORRUPT',
      'data/collections/a.json',
    ],
    [
      'a changed tag file',
      () => makePack({ replace: { 'bag-info.txt': { content: Buffer.from('changed') } } }),
      'PACK_CORRUPT',
      'bag-info.txt',
    ],
    ['no manifest', () => makePack({ leaveOut: ['casepack.json'] }), 'PACK_CORRUPT', 'casepack.json'],
    [
      'no title',
      () =>
        makePack({
          manifest: (value) => {
            value.title = '';
          },
        }),
      'PACK_BAD_MANIFEST',
      'casepack.json#/title',
    ],
    [
      'a key of the future',
      () =>
        makePack({
          manifest: (value) => {
            value.surprise = 1;
          },
        }),
      'PACK_BAD_MANIFEST',
      'casepack.json#',
    ],
    [
      'a path that leads out, in the manifest',
      () =>
        makePack({
          manifest: (value) => {
            Object.assign((value.contents as object[])[1] ?? {}, { path: 'data/../x' });
          },
        }),
      'PACK_BAD_MANIFEST',
      'casepack.json#/contents/1/path',
    ],
    [
      'no JSON',
      () => makePack({ replace: { 'casepack.json': { content: Buffer.from('{') } } }),
      'PACK_BAD_MANIFEST',
      'casepack.json#',
    ],
    [
      'nested beyond measure',
      () => makePack({ replace: { 'casepack.json': { content: Buffer.from('['.repeat(40)) } } }),
      'PACK_BAD_MANIFEST',
      'casepack.json#',
    ],
    [
      'a newer format',
      () =>
        makePack({
          manifest: (value) => {
            value.minReader = '1.1';
          },
        }),
      'PACK_TOO_NEW',
      '',
    ],
    [
      'another format altogether',
      () =>
        makePack({
          manifest: (value) => {
            value.minReader = '2.0';
            value.version = '2.0';
          },
        }),
      'PACK_TOO_NEW',
      '',
    ],
  ];
  test.each(cases)('%s', async (_, bytes, code, path) => {
    const { refused, written } = await unpack(bytes());
    expect(refused).toBeInstanceOf(OkmError);
    expect(refused).toMatchObject({ code, data: { path } });
    expect(written).toEqual([]);
  });

  test('a file that is a link, or none', async () => {
    const target = join(folder, 'in', 'y');
    await writeFile(target, makePack());
    await symlink(target, join(folder, 'in', 'link.casepack'));
    for (const name of ['link.casepack', 'none.casepack', '.']) {
      await expect(openCasepack(join(folder, 'in', name))).rejects.toMatchObject({ code: 'FILE_REFUSED' });
    }
  });
});

test('a sound pack is unpacked as a bag that sha256sum accepts, in one step, and not over what is there', async () => {
  const { bytes } = await packTeachingNotes('cases', {
    version: '0.1.0',
    created: '2026-11-24T00:00:00.000Z',
  });
  if (!bytes) throw new Error('nothing was packed');
  const { refused, written } = await unpack(bytes);
  expect(refused).toBeUndefined();
  expect(written.filter((name) => name.endsWith('.teaching.md'))).toHaveLength(59);
  const bag = join(folder, 'out', 'x');
  for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
    await expect(run('sha256sum', ['-c', '--strict', '--quiet', list], { cwd: bag })).resolves.toMatchObject({
      stdout: '',
    });
  }
  const again = await unpack(bytes);
  expect(again.refused).toMatchObject({ code: 'FILE_NOT_WRITABLE' });
});

test('a pack cut off at every hundredth of its length is refused, and nothing is written', async () => {
  const whole = makePack();
  for (let percent = 0; percent < 100; percent++) {
    const { refused, written } = await unpack(whole.subarray(0, Math.floor((whole.length * percent) / 100)));
    expect(refused).toBeInstanceOf(OkmError);
    expect(written).toEqual([]);
    expect((refused as OkmError).code).toMatch(/^PACK_(?:NOT_CASEPACK|CORRUPT)$/);
  }
  expect((await unpack(whole)).refused).toBeUndefined();
});

test('one flipped byte anywhere is told or does no harm', async () => {
  const whole = makePack();
  const sound = await unpack(whole);
  expect(sound.refused).toBeUndefined();
  const good = await readFile(join(folder, 'out', 'x', 'data', 'collections', 'one.json'), 'utf8');
  for (let at = 0; at < whole.length; at += 7) {
    await rm(join(folder, 'out', 'x'), { recursive: true, force: true });
    const bytes = Buffer.from(whole);
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    const { refused, written } = await unpack(bytes);
    if (refused === undefined) {
      expect(await readFile(join(folder, 'out', 'x', 'data', 'collections', 'one.json'), 'utf8')).toBe(good);
    } else {
      expect(refused).toBeInstanceOf(OkmError);
      expect(written).toEqual([]);
    }
  }
});

test('a hard link to a pack is a pack', async () => {
  await writeFile(join(folder, 'in', 'a'), makePack());
  await link(join(folder, 'in', 'a'), join(folder, 'in', 'b.casepack'));
  const pack = await openCasepack(join(folder, 'in', 'b.casepack'));
  expect(pack.manifest.title).toBe('A pack');
  await pack.close();
});
