import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { zipSync } from 'fflate';
import { z } from 'zod';
import { OkmError } from '#contract/errors.ts';
import { FILES_TABLE } from '../store/check-database.ts';
import { migrations } from '../store/migrations/index.ts';
import type { Jobs } from './jobs.ts';
import { OWN_PATH, packedFiles, readPacked } from './own-files.ts';
import { fill, openBackup, tablesOf } from './rebuild.ts';

const MAX_TABLE_BYTES = 1024 ** 3;
/** The first time that a zip can name, so that equal content gives equal bytes. */
const epoch = new Date(1980, 0, 1);
const Value = z.union([z.string(), z.number(), z.null()]);
const Row = z.record(z.string(), Value);
const Named = z.strictObject({
  name: z.string().max(200),
  rows: z.number().int(),
  sha256: z.string().length(64),
});

/** What lies in a folder of plain files, so that a file which is missing or changed is named. */
const Manifest = z.strictObject({
  format: z.literal('okm-plain'),
  version: z.literal(1),
  /** Version of the tables' form. */
  schema: z.number().int().min(1),
  tables: z.array(Named).max(200),
  /** The last number that each table has given out. */
  sequences: z.array(z.tuple([z.string(), z.number().int()])).max(200),
  cases: z
    .array(z.strictObject({ path: z.string().max(600).regex(OWN_PATH), sha256: z.string().length(64) }))
    .max(50_000),
});
type Manifest = z.infer<typeof Manifest>;

/**
 * Writes all that a backup holds as plain files: every table as lines of JSON, own cases as they are. The
 * folder must be new or empty; it is there whole or not at all.
 *
 * @throws OkmError FILE_REFUSED, FILE_NOT_WRITABLE
 */
export function writePlain({ file, folder }: Jobs['plainOut']['input']): Jobs['plainOut']['output'] {
  if (existsSync(folder) && (!lstatSync(folder).isDirectory() || readdirSync(folder).length > 0)) {
    throw new OkmError('FILE_NOT_WRITABLE', { file: folder });
  }
  const source = openBackup(file);
  const making = `${folder}.new`;
  try {
    rmSync(making, { recursive: true, force: true });
    mkdirSync(join(making, 'data'), { recursive: true, mode: 0o700 });
    const schema = Number(source.pragma('user_version', { simple: true }));
    const tables = tablesOf(schema).map(({ name }) => {
      const lines: string[] = [];
      for (const row of source.prepare(`SELECT * FROM ${name}`).iterate())
        lines.push(`${JSON.stringify(row)}\n`);
      const text = lines.join('');
      writeFileSync(join(making, 'data', `${name}.jsonl`), text, { mode: 0o600 });
      return { name, rows: lines.length, sha256: sha256(text) };
    });
    const cases = packedFiles(source) ?? [];
    for (const { path } of cases) {
      const target = join(making, 'cases', path);
      mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
      writeFileSync(target, readPacked(source, path), { mode: 0o600 });
    }
    const sequences = source.prepare('SELECT name, seq FROM sqlite_sequence ORDER BY name').raw().all();
    const manifest = Manifest.parse({ format: 'okm-plain', version: 1, schema, tables, sequences, cases });
    writeFileSync(join(making, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    writeFileSync(join(making, 'README.md'), readme, { mode: 0o600 });
    rmSync(folder, { recursive: true, force: true });
    renameSync(making, folder);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    return { files: tables.length + cases.length + 2, rows, cases: cases.length };
  } catch (cause) {
    rmSync(making, { recursive: true, force: true });
    if (cause instanceof OkmError) throw cause;
    if (isCode(cause, 'ENOSPC')) throw new OkmError('DISK_FULL', { folder }, { cause });
    throw new OkmError('FILE_NOT_WRITABLE', { file: folder }, { cause });
  } finally {
    source.close();
  }
}

/** The same as {@link writePlain}, in one zip; equal data give equal bytes. @throws OkmError FILE_NOT_WRITABLE */
export function zipPlain({ file, zip }: Jobs['plainZip']['input']): Jobs['plainZip']['output'] {
  const folder = `${zip}.folder`;
  rmSync(folder, { recursive: true, force: true });
  try {
    const written = writePlain({ file, folder });
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path)] as const);
    writeFileSync(zip, zipSync(Object.fromEntries(entries), { level: 6, mtime: epoch }), { mode: 0o600 });
    return written;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Makes a backup of a folder of plain files, to be previewed and restored as any other. Every file must be
 * as the manifest says; a row must have the columns of its table and no others.
 *
 * @throws OkmError FILE_REFUSED, which names the file; SCHEMA_NEWER
 */
export function readPlain({ folder, file }: Jobs['plainIn']['input']): Jobs['plainIn']['output'] {
  const manifest = readManifest(join(folder, 'manifest.json'));
  if (manifest.schema > migrations.length) {
    throw new OkmError('SCHEMA_NEWER', { found: manifest.schema, known: migrations.length });
  }
  rmSync(file, { force: true });
  const db = new Database(file);
  try {
    const named = new Map(manifest.tables.map((table) => [table.name, table]));
    fill(
      db,
      manifest.schema,
      (name, columns) => {
        const path = join(folder, 'data', `${name}.jsonl`);
        return rowsOf(path, named.get(name)?.sha256 ?? refuse(path, 'missing', ''), columns);
      },
      manifest.sequences,
    );
    db.exec(FILES_TABLE);
    const insert = db.prepare('INSERT INTO okm_files (path, sha256, content) VALUES (?, ?, ?)');
    db.transaction(() => {
      for (const { path, sha256: hash } of manifest.cases) {
        insert.run(path, hash, deflateRawSync(readWhole(join(folder, 'cases', path), hash)));
      }
    })();
    db.close();
    return { rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0) };
  } catch (cause) {
    db.close();
    rmSync(file, { force: true });
    if (cause instanceof OkmError) throw cause;
    throw new OkmError('FILE_REFUSED', { file: folder, reason: 'damaged', detail: String(cause) }, { cause });
  }
}

function* rowsOf(path: string, hash: string, columns: readonly string[]): Generator<unknown[]> {
  const text = readWhole(path, hash).toString('utf8');
  let line = 0;
  for (const row of text.split('\n')) {
    line++;
    if (row === '') continue;
    const parsed = Row.safeParse(parseJson(row));
    const keys = parsed.success ? Object.keys(parsed.data) : [];
    if (!parsed.success || keys.length !== columns.length || !columns.every((name) => keys.includes(name))) {
      return refuse(path, 'damaged', `${line}`);
    }
    yield columns.map((name) => parsed.data[name] ?? null);
  }
}

function readManifest(path: string): Manifest {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : refuse(path, 'missing', '');
  const parsed = Manifest.safeParse(parseJson(text));
  if (!parsed.success) return refuse(path, 'damaged', parsed.error.issues[0]?.path.join('.') ?? '');
  return parsed.data;
}

/** A file whose content is what the manifest says; a link is none. */
function readWhole(path: string, hash: string): Buffer {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) return refuse(path, 'missing', '');
  if (stat.size > MAX_TABLE_BYTES) throw new OkmError('INPUT_TOO_LARGE', { limitBytes: MAX_TABLE_BYTES });
  const content = readFileSync(path);
  return sha256(content) === hash ? content : refuse(path, 'damaged', 'sha256');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // refused by the schema, with its place
  }
}

function refuse(file: string, reason: 'missing' | 'damaged', detail: string): never {
  throw new OkmError('FILE_REFUSED', { file, reason, detail });
}

function sha256(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

const readme = `# 一公里案例库：全部资料 · One Kilometre: all data

- \`cases/\`：你写的案例，Markdown 文件。The cases that you wrote, as Markdown.
- \`data/*.jsonl\`：批注、标签、案例集、比较、课包和设置，每行一条 JSON。Notes, tags, collections, comparisons, packets and settings, one JSON object a line.
- \`manifest.json\`：每个文件的校验和，读回时核对。The checksum of every file, compared when they are read back.

读回 · To read them back: \`okm import all <folder>\`
`;
