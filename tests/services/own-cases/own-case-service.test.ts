import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OkmError } from '#contract/errors.ts';
import { importMarkdown } from '#services/own-cases/import-markdown.ts';
import { createOwnCaseService } from '#services/own-cases/own-case-service.ts';
import { makeOwnFolder, SOURCE, sampleCase } from './own-folder.ts';

// Each opens the library and a parser of its own.
vi.setConfig({ testTimeout: 60_000 });

let place: ReturnType<typeof makeOwnFolder>;
beforeEach(() => {
  place = makeOwnFolder();
});
afterEach(() => place.remove());
const [type = '', bundled = ''] = SOURCE.split('/');

async function open(readOnly?: OkmError) {
  const opened = await place.open();
  await opened.own.ready();
  const service = createOwnCaseService({
    ...opened,
    bundledDir: 'cases',
    binDir: join(place.root, 'bin'),
    readOnly,
    now: () => new Date('2026-11-25T00:00:00Z'),
  });
  return { ...opened, service };
}
const textOf = (file: string) => readFileSync(join(place.folder, file), 'utf8');

test('a case begun from the template is a draft, with what is still to do at its lines', async () => {
  const { service, library } = await open();
  const { key } = await service.create({
    id: 'my-lane',
    type: 'project',
    title: { zh: '小巷', en: 'A lane' },
  });
  expect((await service.list()).cases).toMatchObject([{ key, state: 'draft' }]);
  const opened = await service.open({ key });
  expect(opened.form).toMatchObject({ titleZh: '小巷', type: 'project' });
  expect(opened.problems.filter(({ rule }) => rule === 'section-empty').length).toBeGreaterThan(5);
  expect(library.find('my-lane')).toBeUndefined();
  await expect(
    service.create({ id: 'my-lane', type: 'project', title: { zh: '小巷', en: 'A lane' } }),
  ).rejects.toMatchObject({ code: 'CASE_ID_TAKEN', data: { free: 'my-lane-2' } });
  await expect(
    service.create({ id: bundled, type: 'project', title: { zh: '小巷', en: 'A lane' } }),
  ).rejects.toMatchObject({ code: 'CASE_ID_TAKEN' });
});

test('an own edition stands beside its bundled case, whose file is not touched', async () => {
  const before = readFileSync(`cases/${SOURCE}.md`, 'utf8');
  const { service, library } = await open();
  const { key } = await service.edition({ id: bundled });
  expect(library.get(`${bundled}-own`)).toMatchObject({ origin: 'own', front: { basedOn: bundled } });
  expect(library.get(`${bundled}-own`).texts.en).toBeDefined();
  expect((await service.open({ key })).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const second = await service.edition({ id: bundled });
  expect(second.key).not.toBe(key);
  expect(readFileSync(`cases/${SOURCE}.md`, 'utf8')).toBe(before);
});

test('what is being written is checked like the bundled cases: a sentence without a source is named', async () => {
  const { service } = await open();
  const { key } = await service.edition({ id: bundled });
  const { main, other } = await service.open({ key });
  const text = main?.text ?? '';
  const line = text.split('\n').findIndex((row) => row.startsWith('## 背景')) + 3;
  const rows = text.split('\n');
  rows.splice(line - 1, 0, '街道后来又修了几条小路。', '');
  const { problems } = await service.check({ key, main: rows.join('\n'), other: other?.text ?? null });
  expect(problems.find(({ rule }) => rule === 'citation-missing')).toMatchObject({ line });
});

test('a save is in the library at once; one over a file that changed elsewhere is refused, both kept', async () => {
  const { service, library } = await open();
  const { key } = await service.edition({ id: bundled });
  const { main, other } = await service.open({ key });
  const edit = (title: string) => ({
    text: (main?.text ?? '').replace(/^title: .*$/m, `title: {zh: ${title}, en: Mine}`),
    seen: main?.hash ?? null,
  });
  const second = { text: other?.text ?? '', seen: other?.hash ?? null };
  const saved = await service.save({ key, main: edit('我的标题'), other: second });
  expect(library.get(`${bundled}-own`).front.title.zh).toBe('我的标题');
  expect(saved.main?.hash).not.toBe(main?.hash);

  // The hash that this edit began from is no longer that of the file.
  await expect(service.save({ key, main: edit('另一个标题'), other: second })).rejects.toMatchObject({
    code: 'FILE_CHANGED',
  });
  expect(textOf(`${key}.md`)).toContain('我的标题');
  await service.save({ key, main: edit('另一个标题'), other: second, keepTheirs: true });
  expect(textOf(`${key}.md`)).toContain('另一个标题');
  const kept = readdirSync(join(place.root, 'bin'), { recursive: true, encoding: 'utf8' });
  const theirs = kept.find((file) => file.endsWith(`${bundled}-own.md`)) ?? '';
  expect(readFileSync(join(place.root, 'bin', theirs), 'utf8')).toContain('我的标题');
});

test('another type moves the files to its folder, under the same id', async () => {
  const { service, library } = await open();
  const { key } = await service.edition({ id: bundled });
  const { main, other } = await service.open({ key });
  const text = (main?.text ?? '').replace(/^type: .*$/m, 'type: event-driven');
  const saved = await service.save({
    key,
    main: { text, seen: main?.hash ?? null },
    other: { text: other?.text ?? '', seen: other?.hash ?? null },
  });
  expect(saved.key).toBe(`event-driven/${bundled}-own`);
  expect(library.get(`${bundled}-own`).front.type).toBe('event-driven');
  expect((await service.list()).cases).toHaveLength(1);
});

test('a removed case comes back whole; not over another that took its place', async () => {
  const { service, library } = await open();
  const { key } = await service.edition({ id: bundled });
  const before = textOf(`${key}.md`);
  const { bin } = await service.remove({ key });
  expect(library.find(`${bundled}-own`)).toBeUndefined();
  await service.restore({ bin });
  expect(textOf(`${key}.md`)).toBe(before);
  expect(library.find(`${bundled}-own`)).toBeDefined();
  const again = await service.remove({ key });
  await service.edition({ id: bundled });
  await expect(service.restore(again)).rejects.toMatchObject({ code: 'CASE_ID_TAKEN' });
  await expect(service.restore({ bin: '../cases' })).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' });
});

test('a file that is no text is refused, and nothing is written where nothing may be', async () => {
  const { service } = await open();
  place.write(`${type}/gbk.md`, Buffer.from([0x2d, 0xb9, 0xfe]));
  await expect(service.open({ key: `${type}/gbk` })).rejects.toMatchObject({ code: 'FILE_REFUSED' });
  rmSync(place.folder, { recursive: true });
  writeFileSync(place.folder, 'a file where the folder should be');
  await expect(
    service.create({ id: 'my-lane', type: 'project', title: { zh: '小巷', en: 'A lane' } }),
  ).rejects.toMatchObject({ code: 'FILE_NOT_WRITABLE' });
  const other = await open(new OkmError('FOLDER_READONLY', { folder: place.root }));
  await expect(other.service.edition({ id: bundled })).rejects.toMatchObject({ code: 'FOLDER_READONLY' });
});

test('a case written elsewhere comes in after its plan; what it replaces is kept, and no id is taken over', async () => {
  const { service, library } = await open();
  const elsewhere = join(place.root, 'elsewhere');
  mkdirSync(elsewhere);
  const put = (name: string, id: string, title: string) => {
    const { main, other } = sampleCase(id, { title });
    writeFileSync(join(elsewhere, `${name}.md`), main);
    writeFileSync(join(elsewhere, `${name}.en.md`), other);
    return join(elsewhere, `${name}.md`);
  };
  const file = put('任意名字', 'from-elsewhere', '别处写的');
  expect(await importMarkdown(file, service, false)).toMatchObject({ outcome: 'new' });
  expect(library.find('from-elsewhere')).toBeUndefined();
  await importMarkdown(file, service, true);
  expect(library.get('from-elsewhere').texts.en).toBeDefined();
  expect(await importMarkdown(file, service, false)).toMatchObject({ outcome: 'same' });
  put('任意名字', 'from-elsewhere', '后来改的');
  expect(await importMarkdown(file, service, true)).toMatchObject({ outcome: 'differs' });
  expect(library.get('from-elsewhere').front.title.zh).toBe('后来改的');
  expect(await importMarkdown(put('stolen', bundled, '占别人的编号'), service, true)).toMatchObject({
    outcome: 'refused',
  });
  writeFileSync(join(elsewhere, 'bare.md'), '# 只有正文\n');
  const bare = await importMarkdown(join(elsewhere, 'bare.md'), service, true);
  expect(bare).toMatchObject({ outcome: 'refused', problems: [{ rule: 'front-missing' }] });
});
