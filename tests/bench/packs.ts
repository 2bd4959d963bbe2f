// Thirty packs of a thousand notes each, merged: plan and transaction. And a pack that unpacks to a gigabyte and
// more, verified, with the memory that it takes. --quick merges a tenth; --json prints the last line alone.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExchangeNote } from '#domain/annotation/exchange-note.ts';
import { writeJsonLd } from '#domain/annotation/write-jsonld.ts';
import { createChanges } from '#services/changes.ts';
import { createExchangeService } from '#services/exchange/exchange-service.ts';
import { createDeliveries } from '#services/exports/deliveries.ts';
import { openLibrary } from '#services/library/library.ts';
import { openCasepack } from '#services/packs/read-casepack.ts';
import { openStore } from '#services/store/store.ts';

const args = process.argv.slice(2);
const PACKS = 30;
const NOTES = args.includes('--quick') ? 100 : 1000;
const limits = { mergeMs: 10_000, verifyMb: 300 };
const say = (line: string) => {
  if (!args.includes('--json')) console.log(line);
};
const folder = mkdtempSync(join(tmpdir(), 'okm-bench-packs-'));

const verifyMb = await verifyLargePack();
const mergeMs = await mergePacks();
rmSync(folder, { recursive: true, force: true });
const ok = mergeMs < (limits.mergeMs * NOTES) / 1000 && verifyMb < limits.verifyMb;
say(`${PACKS} packs × ${NOTES} notes merged   ${Math.round(mergeMs)} ms`);
say(`large pack verified          ${Math.round(verifyMb)} MB more at most`);
console.log(
  JSON.stringify({
    name: 'packs',
    ok,
    figures: { packs: PACKS, notes: NOTES, mergeMs: Math.round(mergeMs), verifyMb: Math.round(verifyMb) },
  }),
);
process.exitCode = ok ? 0 : 1;

async function mergePacks(): Promise<number> {
  const library = await openLibrary({ casesDir: 'cases', compiledFile: 'out/library/cases.json' });
  const now = () => new Date('2026-11-24T08:00:00Z');
  const store = await openStore(join(folder, 'data'), 'cli', now().toISOString());
  const exchange = createExchangeService({
    store,
    library,
    changes: createChanges(),
    deliveries: createDeliveries(now),
    comparisons: { cellWords: async () => undefined, editCell: () => Promise.reject(new Error('not asked')) },
    now,
  });
  const sections = library.cases
    .slice(0, 12)
    .flatMap((value) => (value.texts.zh?.sections ?? []).map((section) => ({ caseId: value.id, section })));
  const files = Array.from({ length: PACKS }, (_, person) => {
    const owner = { id: `urn:uuid:${randomUUID()}`, name: `学员${person}` };
    const notes = Array.from({ length: NOTES }, (_, at): ExchangeNote => {
      const { caseId, section } = sections[(at * 7 + person) % sections.length] ?? fail();
      const sentence = section.sentences[at % Math.max(1, section.sentences.length)];
      const [start, end] = [sentence?.start ?? 0, sentence?.end ?? section.text.length];
      return {
        id: randomUUID(),
        kind: at % 3 === 0 ? 'question' : 'note',
        colour: 'yellow',
        body: `第${at}条`,
        tags: ['资金'],
        caseId,
        language: 'zh',
        thing: 'text',
        thingId: null,
        section: section.id,
        textHash: section.textHash,
        start: [...section.text.slice(0, start)].length,
        end: [...section.text.slice(0, end)].length,
        prefix: section.text.slice(Math.max(0, start - 32), start),
        exact: section.text.slice(start, end),
        suffix: section.text.slice(end, end + 32),
        alike: null,
        replyTo: null,
        person: owner,
        createdAt: '2026-11-20T08:00:00.000Z',
        modifiedAt: '2026-11-20T08:00:00.000Z',
      };
    });
    return JSON.stringify(writeJsonLd(notes, owner));
  });
  const started = performance.now();
  const plan = await exchange.planTexts(files);
  const { added } = await exchange.carryOut({ plan: plan.plan });
  const ms = performance.now() - started;
  if (added !== PACKS * NOTES) throw new Error(`${added} notes of ${PACKS * NOTES} came in`);
  await store.close();
  return ms;
}

/** Writes a pack of stored pictures, piece by piece, and verifies it; answers how much the memory grew. */
async function verifyLargePack(): Promise<number> {
  const file = join(folder, 'large.casepack');
  const size = 30 * 1024 * 1024;
  const count = 15;
  writePack(file, count, size);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss - before);
  }, 20);
  const pack = await openCasepack(file);
  await pack.verify();
  await pack.close();
  clearInterval(timer);
  say(`verified ${Math.round(statSync(file).size / 1024 / 1024)} MB of ${count} pictures`);
  return most / 1024 / 1024;
}

/** A zip of stored entries, written by hand so that it need not fit into memory. */
function writePack(file: string, count: number, size: number): void {
  const handle = openSync(file, 'w');
  const table: Buffer[] = [];
  let at = 0;
  const put = (name: string, content: Buffer) => {
    const path = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt32LE(content.length, 18);
    head.writeUInt32LE(content.length, 22);
    head.writeUInt16LE(path.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 4);
    central.writeUInt16LE(20, 6);
    central.writeUInt32LE(content.length, 20);
    central.writeUInt32LE(content.length, 24);
    central.writeUInt16LE(path.length, 28);
    central.writeUInt32LE(at, 42);
    table.push(central, path);
    writeSync(handle, head);
    writeSync(handle, path);
    writeSync(handle, content);
    at += 30 + path.length + content.length;
  };
  const sum = (content: Buffer) => createHash('sha256').update(content).digest('hex');
  const picture = randomBytes(size);
  const contents = Array.from({ length: count }, (_, index) => ({
    path: `data/cases/project/a-${index}.png`,
    role: 'picture',
    bytes: size,
    sha256: sum(picture),
  }));
  const manifest = {
    format: 'casepack',
    version: '1.0',
    minReader: '1.0',
    id: randomUUID(),
    title: 'large',
    language: 'zh',
    edition: 'personal',
    createdBy: { app: 'bench', version: '1' },
    created: '2026-11-24T00:00:00.000Z',
    licence: 'CC-BY-4.0',
    contents,
    requires: [],
  };
  const tags: Readonly<Record<string, string>> = {
    mimetype: 'application/vnd.okm.casepack+zip',
    'bag-info.txt': 'Source-Organization: bench\n',
    'bagit.txt': 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'casepack.json': JSON.stringify(manifest),
    'manifest-sha256.txt': contents.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''),
  };
  for (const [name, text] of Object.entries(tags)) put(name, Buffer.from(text));
  put(
    'tagmanifest-sha256.txt',
    Buffer.from(
      Object.entries(tags)
        .map(([name, text]) => `${sum(Buffer.from(text))}  ${name}\n`)
        .join(''),
    ),
  );
  for (const { path } of contents) put(path, picture);
  const size_ = table.reduce((total, one) => total + one.length, 0);
  for (const one of table) writeSync(handle, one);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(table.length / 2, 8);
  end.writeUInt16LE(table.length / 2, 10);
  end.writeUInt32LE(size_, 12);
  end.writeUInt32LE(at, 16);
  writeSync(handle, end);
  closeSync(handle);
}

function fail(): never {
  throw new Error('the library is empty');
}
