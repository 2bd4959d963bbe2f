import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { OkmError } from '#contract/errors.ts';
import { createActService } from '#services/acts/act-service.ts';
import { createChanges } from '#services/changes.ts';
import { createPress } from '#services/exports/pdf/press.ts';
import { openLibrary, toLibrary } from '#services/library/library.ts';
import { openStore, type Store } from '#services/store/store.ts';
import { createTransferService } from '#services/transfer/transfer-service.ts';
import { altered } from '../../domain/picture/awkward-cases.ts';

const library = await openLibrary({ casesDir: 'cases' });
const press = createPress({ fontsDir: 'build/fonts' });
const jinsong = library.get('beijing-jinsong-model');
const now = () => new Date('2026-11-25T08:00:00Z');
const id = randomUUID();

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-transfer-'));
  store = await openStore(folder, 'web', now().toISOString());
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const open = (of = library) =>
  createTransferService({
    store,
    library: of,
    changes: createChanges(),
    deliveries: { put: () => 'ticket', take: () => undefined },
    press,
    now,
  });
const place = { id, name: '我们街道', level: 'subdistrict', space: ['old-neighbourhood'] };
const asked = { placeId: id, cases: [jinsong.id], language: 'zh' } as const;
const answered = {
  placeId: id,
  caseId: jinsong.id,
  conditionId: 'four-shares',
  answer: 'missing',
  note: '产权单位找不到人',
} as const;

test('keeps what was said of a condition over a restart, and takes it back and does it again', async () => {
  await open().createPlace(place);
  await open().answer(answered);
  await store.close();
  store = await openStore(folder, 'web', now().toISOString());
  const found = async () =>
    (await open().ledger(asked)).cases[0]?.conditions.find(({ id: one }) => one === 'four-shares');
  expect(await found()).toMatchObject({ answer: 'missing', note: '产权单位找不到人', answeredTo: null });
  expect((await open().places())[0]).toMatchObject({ name: '我们街道', ticked: 1 });
  const acts = createActService({ store, changes: createChanges(), now });
  expect((await acts.undo()).done).toMatchObject({ kind: 'own-place-answer', name: '我们街道' });
  expect((await found())?.answer).toBeNull();
  await acts.redo();
  expect((await found())?.answer).toBe('missing');
  await open().removePlace({ id });
  expect(await open().places()).toEqual([]);
  await acts.undo();
  expect((await open().places())[0]?.ticked).toBe(1);
});

test('shows for a gap only other cases, each with a sentence of its own that cites a source', async () => {
  await open().createPlace(place);
  await open().answer(answered);
  const { cases, counts } = await open().ledger(asked);
  expect(counts).toEqual({ met: 0, missing: 1, unsure: 0, open: 2 });
  const fills = cases[0]?.conditions.flatMap((one) => one.fills) ?? [];
  expect(fills.length).toBeGreaterThan(2);
  for (const { caseId, how } of fills) {
    expect(caseId).not.toBe(jinsong.id);
    const text = library.get(caseId).texts.zh?.sections.find((section) => section.id === how?.section)?.text;
    expect(text?.slice(how?.start)).toMatch(new RegExp(`^${RegExp.escape(how?.text ?? '-')}`));
    expect(how?.refs.length).toBeGreaterThan(0);
  }
});

test('asks for nobody else’s way where a condition is met', async () => {
  await open().createPlace(place);
  await open().answer({ ...answered, answer: 'met' });
  const { cases } = await open().ledger(asked);
  expect(cases[0]?.conditions.find(({ id: one }) => one === 'four-shares')?.fills).toEqual([]);
});

test('says so when a case has reworded a condition since it was answered', async () => {
  await open().createPlace(place);
  await open().answer(answered);
  const transfer = jinsong.front.transfer.map((one) =>
    one.id === 'four-shares' ? { ...one, condition: { zh: '五方各出一份', en: 'Five shares' } } : one,
  );
  const changed = altered(jinsong, jinsong.id, { transfer });
  const later = toLibrary([{ key: jinsong.id, value: changed, problems: [] }]);
  const { cases } = await open(later).ledger(asked);
  const found = cases[0]?.conditions.find(({ id: one }) => one === 'four-shares');
  expect(found?.answeredTo?.zh).toBe('政府、居民、产权单位和社会资本各出一份');
});

test('refuses a place or a condition that is not there, and leaves nothing', async () => {
  await expect(open().ledger(asked)).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  } satisfies Partial<OkmError>);
  await open().createPlace(place);
  await expect(open().answer({ ...answered, conditionId: 'nothing' })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  });
  expect((await open().places())[0]?.ticked).toBe(0);
});

test('leaves as a Word document in which the user’s words are marked and every way cites its source', async () => {
  await open().createPlace(place);
  await open().answer(answered);
  const { bytes, fileName } = await open().write({ ...asked, format: 'docx', style: 'gb-2025' });
  expect(fileName).toBe('搬得走吗：我们街道.docx');
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  expect(xml).toMatch(/<w:u w:val="single"\/>(?:(?!<\/w:r>).)*产权单位找不到人/);
  expect(xml).toContain('缺的1个条件');
  const numbers = [...xml.matchAll(/w:val="superscript"\/>(?:(?!<\/w:r>).)*?\[(\d+)/g)].map((one) =>
    Number(one[1]),
  );
  expect(numbers.length).toBeGreaterThan(3);
  for (const number of numbers) expect(xml).toContain(`>[${number}]<`);
});

test('of 400 cases that state the same, three are shown, each once', async () => {
  const many = Array.from({ length: 400 }, (_, at) => altered(jinsong, `copy-${at}`, {}));
  const service = open(toLibrary(many.map((value) => ({ key: value.id, value, problems: [] }))));
  const { cases } = await service.ledger({ placeId: null, cases: ['copy-0'], language: 'zh' });
  expect(new Set(cases[0]?.conditions[0]?.fills.map(({ caseId }) => caseId)).size).toBe(3);
});
