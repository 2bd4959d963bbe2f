import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AnnotationId, CaseId } from '#contract/ids.ts';
import { openServices, type Services } from '#services/open-services.ts';
import { fullContent, garden, jinsong, secrets } from '../packets/open-packets.ts';
import { makePack } from './make-zip.ts';

let folder: string;
const opened: Services[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-packs-'));
});
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
  await rm(folder, { recursive: true, force: true });
});

/** A copy of the program with a data folder of its own, and an own case if wanted. */
async function openCopy(name: string, own?: string): Promise<Services> {
  const dataDir = join(folder, name);
  if (own !== undefined) {
    await mkdir(join(dataDir, 'cases', 'project'), { recursive: true });
    for (const ending of ['.md', '.en.md']) {
      const text = await readFile(`cases/project/${jinsong}${ending}`, 'utf8');
      await writeFile(
        join(dataDir, 'cases', 'project', `${own}${ending}`),
        text.replace(/^id:.*$/m, `id: ${own}`),
      );
    }
  }
  const services = await openServices(
    { version: '0.1.0', casesDir: 'cases', compiledDir: 'out/library', fontsDir: 'build/fonts', dataDir },
    { shell: 'cli', systemLanguage: 'zh' },
  );
  opened.push(services);
  return services;
}

async function fill(services: Services, content = fullContent()) {
  const packet = await services.packets.create({ id: randomUUID(), template: 'blank', language: 'zh' });
  const { id, revision } = packet.packet;
  await services.packets.save({ id, revision, content });
  const collection = await services.collections.create({ id: randomUUID(), name: '备课' });
  await services.collections.add({ id: collection.id, items: [{ kind: 'case', id: garden }] });
  const section = services.library.get({ id: jinsong }).texts.zh?.sections[0];
  const sentence = section?.sentences[0];
  await services.annotations.create({
    id: AnnotationId.parse(randomUUID()),
    caseId: CaseId.parse(jinsong),
    language: 'zh',
    section: 'summary',
    start: sentence?.start ?? 0,
    end: sentence?.end ?? 1,
    kind: 'question',
    colour: 'yellow',
    body: '钱从哪里来？',
    tags: ['资金'],
  });
  return { id, collection: collection.id };
}

async function packTo(services: Services, ids: readonly string[], more = {}) {
  const { bytes } = await services.packs.pack({ ids, language: 'zh', ...more });
  const file = join(folder, `${randomUUID()}.casepack`);
  await writeFile(file, bytes);
  return { file, bytes };
}

describe('a pack from one copy of the program to another', () => {
  test('brings own case, packet, comparison, collection and notes; again it brings nothing; undo takes it back', async () => {
    const [from, to] = [await openCopy('from', 'my-own-case'), await openCopy('to')];
    const made = await fill(from);
    const comparison = await from.comparisons.create({
      id: randomUUID(),
      caseIds: [jinsong, garden],
      language: 'zh',
    });
    const { id } = comparison.comparison;
    await from.comparisons.editCell({ id, caseId: jinsong, row: 'funding', summary: '三方出钱。[@S4]' });
    await from.comparisons.editFinding({ id, row: 'funding', finding: '账写全的只有劲松。' });
    const { file } = await packTo(from, [made.id, made.collection, id, 'my-own-case'], { notes: true });

    const plan = await to.packs.planFile(file);
    expect(plan.items.map(({ role, outcome }) => `${role} ${outcome}`).sort()).toEqual([
      'case new',
      'collection new',
      'comparison new',
      'packet new',
    ]);
    expect(plan.notes).toMatchObject({ new: 1, people: 1 });
    expect(plan.missing).toEqual([]);
    expect(await to.packets.list()).toEqual([]);
    const taken = await to.packs.carryOut({ plan: plan.plan });
    expect(taken).toEqual({ cases: 1, packets: 1, comparisons: 1, collections: 1, notes: 1 });
    expect(to.library.get({ id: 'my-own-case' }).origin).toBe('own');
    expect((await to.packets.get({ id: made.id })).packet.content).toEqual(
      (await from.packets.get({ id: made.id })).packet.content,
    );
    const there = await to.comparisons.get({ id });
    expect(there.comparison.cells.find(({ summary }) => summary !== null)?.summary).toBe('三方出钱。[@S4]');
    expect(there.comparison.findings).toEqual({ funding: '账写全的只有劲松。' });
    const [note] = await to.annotations.list({});
    expect(note).toMatchObject({ body: '钱从哪里来？', status: 'anchored' });
    expect(note?.by?.id).toMatch(/^urn:uuid:/);

    const again = await to.packs.planFile(file);
    expect(again.items.filter(({ role }) => role !== 'comparison').map(({ outcome }) => outcome)).toEqual([
      'same',
      'same',
      'same',
    ]);
    expect(again.notes).toMatchObject({ new: 0, same: 1 });
    await to.acts.undo();
    expect(await to.packets.list()).toEqual([]);
    expect(await to.annotations.list({})).toEqual([]);
    expect(await to.collections.list()).toEqual([]);
  });

  test('keeps what differs beside what is here: the packet and the case, as an edition of the bundled one', async () => {
    const [from, to] = [await openCopy('from'), await openCopy('to')];
    const made = await fill(from);
    const { file } = await packTo(from, [made.id]);
    await to.packs.carryOut({ plan: (await to.packs.planFile(file)).plan });
    const here = await to.packets.get({ id: made.id });
    await to.packets.save({
      id: made.id,
      revision: here.packet.revision,
      content: { ...here.packet.content, title: '我改的' },
    });
    const second = await to.packs.planFile(file);
    expect(second.items).toMatchObject([{ role: 'packet', outcome: 'differs' }]);
    await to.packs.carryOut({ plan: second.plan });
    expect((await to.packets.list()).map(({ title }) => title).sort()).toEqual(
      ['参与式规划六讲', '我改的'].sort(),
    );

    const bundled = await packTo(from, [jinsong]);
    const files = unzipSync(bundled.bytes);
    const path = `data/cases/project/${jinsong}.md`;
    const text = Buffer.from(files[path] ?? '')
      .toString()
      .replace('## 摘要\n\n', '## 摘要\n\n这是改过的一版。[@S1]');
    const other = Buffer.from(files[path.replace('.md', '.en.md')] ?? '').toString();
    await writeFile(
      file,
      makePack({
        files: [
          [path, text, 'case'],
          [path.replace('.md', '.en.md'), other, 'translation'],
        ],
      }),
    );
    const third = await to.packs.planFile(file);
    expect(third.items).toMatchObject([{ role: 'case', outcome: 'differs', as: `${jinsong}-2` }]);
    await to.packs.carryOut({ plan: third.plan });
    const edition = to.library.get({ id: `${jinsong}-2` });
    expect(edition.front.basedOn).toBe(jinsong);
    expect(edition.texts.zh?.sections[0]?.text).toContain('这是改过的一版');
    expect(to.library.get({ id: jinsong }).texts.zh?.sections[0]?.text).not.toContain('这是改过的一版');
  });

  test('names cases that are missing or of another revision', async () => {
    const [from, to] = [await openCopy('from'), await openCopy('to')];
    const made = await fill(from);
    const { bytes } = await packTo(from, [made.id]);
    const manifest = JSON.parse(Buffer.from(unzipSync(bytes)['casepack.json'] ?? '').toString());
    const file = join(folder, 'other.casepack');
    await writeFile(
      file,
      makePack({
        manifest: (value) => {
          value.requires = [
            { case: 'no-such-case', revision: 'x' },
            { case: manifest.requires[0].case, revision: 'x' },
          ];
        },
      }),
    );
    await expect(to.packs.planFile(file)).rejects.toMatchObject({
      code: 'PACK_BAD_MANIFEST',
      data: { path: 'data/collections/one.json#/id' },
    });
    const good = { id: randomUUID(), name: '合集', saved: null, items: [] };
    await writeFile(
      file,
      makePack({
        files: [['data/collections/x.json', JSON.stringify(good)]],
        manifest: (value) => {
          value.requires = [
            { case: 'no-such-case', revision: 'x' },
            { case: jinsong, revision: 'x' },
          ];
        },
      }),
    );
    expect((await to.packs.planFile(file)).missing).toEqual([
      { id: 'no-such-case', isOther: false },
      { id: jinsong, isOther: true },
    ]);
  });

  test('a case with a fault is refused, with its file and line, and nothing is written', async () => {
    const to = await openCopy('to');
    const text = await readFile(`cases/project/${jinsong}.md`, 'utf8');
    const broken = text.replace('[@S1]2018年', '[@S99]2018年');
    const file = join(folder, 'bad.casepack');
    const path = `data/cases/project/${jinsong}.md`;
    await writeFile(file, makePack({ files: [[path, broken, 'case']] }));
    const line = broken.slice(0, broken.indexOf('[@S99]')).split('\n').length;
    await expect(to.packs.planFile(file)).rejects.toMatchObject({
      code: 'PACK_BAD_CASE',
      data: { path, detail: expect.stringMatching(new RegExp(`^${line}: `)) },
    });
  });
});

test('no word of a trainer is in a student pack, whose files fit the published schemas', async () => {
  const from = await openCopy('from');
  const made = await fill(from);
  const trainer = await packTo(from, [made.id], { edition: 'trainer' });
  const student = await packTo(from, [made.id], { edition: 'student' });
  const texts = (bytes: Uint8Array) =>
    Object.entries(unzipSync(bytes))
      .map(([path, content]) => `${path}\n${Buffer.from(content).toString()}`)
      .join('\n');
  for (const secret of Object.values(secrets)) {
    expect(texts(trainer.bytes)).toContain(secret);
    expect(texts(student.bytes)).not.toContain(secret);
  }
  const ajv = new Ajv({ strict: true, allowUnionTypes: true });
  addFormats(ajv);
  const check = async (schema: string, value: unknown) => {
    const validate = ajv.compile(JSON.parse(await readFile(`cases/schema/${schema}`, 'utf8')));
    validate(value);
    expect(validate.errors).toBeNull();
    return validate;
  };
  const files = unzipSync(student.bytes);
  const json = (path: string) => JSON.parse(Buffer.from(files[path] ?? '').toString());
  const manifest = await check('casepack.json', json('casepack.json'));
  expect(manifest({ ...json('casepack.json'), title: 1 })).toBe(false);
  await check('packet.json', json(`data/packets/${made.id}.json`));
});

test('own cases that are cut stay out of a student pack', async () => {
  const from = await openCopy('from', 'my-own-case');
  const content = fullContent();
  const [first] = content.sessions[0]?.readings ?? [];
  if (!first) throw new Error('no reading');
  const changed = {
    ...content,
    sessions: content.sessions.map((session) => ({
      ...session,
      readings: [{ ...first, caseId: CaseId.parse('my-own-case') }],
    })),
  };
  const made = await fill(from, changed);
  const paths = async (edition: string) =>
    Object.keys(unzipSync((await packTo(from, [made.id], { edition })).bytes));
  expect(await paths('trainer')).toContain('data/cases/project/my-own-case.md');
  expect((await paths('student')).filter((path) => path.includes('my-own-case'))).toEqual([]);
});

test('an upload in pieces is planned once, and a piece out of its turn is refused', async () => {
  const [from, to] = [await openCopy('from'), await openCopy('to')];
  const made = await fill(from);
  const { bytes } = await packTo(from, [made.id]);
  const upload = randomUUID();
  const half = Math.floor(bytes.length / 2);
  const piece = (from: number, to?: number) => Buffer.from(bytes.subarray(from, to)).toString('base64');
  await to.packs.upload({ upload, part: 0, base64: piece(0, half) });
  await expect(to.packs.upload({ upload, part: 2, base64: '' })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  });
  await to.packs.upload({ upload, part: 1, base64: piece(half) });
  expect((await to.packs.plan({ upload })).items).toHaveLength(1);
  await expect(to.packs.plan({ upload })).rejects.toMatchObject({ code: 'TICKET_EXPIRED' });
});
