import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BriefOptions } from '#contract/exports.ts';
import { CaseId, ComparisonId } from '#contract/ids.ts';
import { ReturnSummary } from '#contract/returns.ts';
import { createChanges } from '#services/changes.ts';
import { createComparisonService } from '#services/comparisons/comparison-service.ts';
import { createOwnRowsService } from '#services/comparisons/own-rows-service.ts';
import { createVersionService } from '#services/comparisons/version-service.ts';
import { createDeliveries } from '#services/exports/deliveries.ts';
import { createExportService } from '#services/exports/export-service.ts';
import { createPress } from '#services/exports/pdf/press.ts';
import { createReturnDoor } from '#services/exports/return-door.ts';
import { createReturnService } from '#services/exports/return-service.ts';
import { openStore, type Store } from '#services/store/store.ts';
import { library } from './sample.ts';

const now = () => new Date();
const caseIds = ['beijing-jinsong-model', 'beijing-qinghe-community-planners'].map((id) => CaseId.parse(id));
const [jinsong = '' as CaseId] = caseIds;
const press = createPress({ fontsDir: 'build/fonts' });
let folder: string;
const stores: Store[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-return-'));
});
afterAll(async () => {
  for (const store of stores) await store.close();
  await press.close();
  await rm(folder, { recursive: true, force: true });
});

/** The program with a data folder of its own. */
async function machine(name: string) {
  const store = await openStore(join(folder, name), 'cli', now().toISOString());
  stores.push(store);
  const comparisons = createComparisonService({ store, library, changes: createChanges(), now });
  const deliveries = createDeliveries(now);
  const exports = createExportService({
    annotations: { list: () => Promise.resolve([]) },
    drawPictures: () => Promise.resolve([]),
    library,
    comparisons,
    deliveries,
    press,
    now,
  });
  const returns = createReturnService({
    library,
    comparisons,
    ownRows: createOwnRowsService({ store, changes: createChanges(), now }),
    newId: randomUUID,
  });
  const versions = createVersionService({ store, changes: createChanges(), comparisons, now });
  const door = createReturnDoor({ returns, versions, library, newId: randomUUID });
  return { comparisons, deliveries, exports, returns, versions, door };
}

const edit = (bytes: Uint8Array, from: string, to: string) => {
  const parts = unzipSync(bytes);
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  expect(document).toContain(from);
  return zipSync({ ...parts, 'word/document.xml': strToU8(document.replaceAll(from, to)) });
};

async function exported(home: Awaited<ReturnType<typeof machine>>) {
  const id = ComparisonId.parse(randomUUID());
  await home.comparisons.create({ id, caseIds, language: 'zh', title: '谁出钱' });
  await home.comparisons.editCell({
    id,
    caseId: jinsong,
    row: 'funding',
    summary: '政府出一份，企业出一份。[@S4]',
  });
  await home.comparisons.editFinding({ id, row: 'funding', finding: '账写全的只有劲松。' });
  const options = BriefOptions.parse({ language: 'zh' });
  const { ticket } = await home.exports.brief({ comparisonId: id, format: 'docx', options });
  const bytes = home.deliveries.take(ticket)?.bytes ?? new Uint8Array();
  return { id, bytes };
}

it('writes an edit from Word into the comparison that it came from, with its receipt', async () => {
  const home = await machine('home');
  const { id, bytes } = await exported(home);
  const plan = await home.returns.plan(edit(bytes, '企业出一份', '企业出两份'), 'brief.docx');
  expect(plan.comparisonId).toBe(id);
  expect(await home.returns.carryOut(plan)).toEqual({ id, applied: 1 });
  const { comparison } = await home.comparisons.get({ id });
  const summaries = comparison.cells.filter(({ summary }) => summary !== null);
  expect(summaries.map(({ summary }) => summary)).toEqual(['政府出一份，企业出两份。[@S4]']);
  expect(comparison.findings).toEqual({ funding: '账写全的只有劲松。' });
});

it('shows what both sides have changed, and leaves it alone', async () => {
  const home = await machine('conflict');
  const { id, bytes } = await exported(home);
  await home.comparisons.editCell({ id, caseId: jinsong, row: 'funding', summary: '各出一半。[@S4]' });
  const plan = await home.returns.plan(edit(bytes, '企业出一份', '企业出两份'), 'brief.docx');
  expect(plan.edits).toEqual([
    {
      caseId: jinsong,
      row: 'funding',
      before: '政府出一份，企业出一份。[@S4]',
      after: '政府出一份，企业出两份。[@S4]',
      now: '各出一半。[@S4]',
      state: 'conflict',
    },
  ]);
  expect((await home.returns.carryOut(plan)).applied).toBe(0);
  const { comparison } = await home.comparisons.get({ id });
  expect(comparison.cells.find(({ summary }) => summary !== null)?.summary).toBe('各出一半。[@S4]');
});

it('lets the user choose where both sides changed, and keeps what was there before', async () => {
  const home = await machine('choice');
  const { id, bytes } = await exported(home);
  await home.comparisons.editCell({ id, caseId: jinsong, row: 'funding', summary: '各出一半。[@S4]' });
  const data = Buffer.from(edit(bytes, '企业出一份', '企业出两份')).toString('base64');
  const summary = ReturnSummary.parse(await home.door.plan({ file: 'brief.docx', data }));
  expect(summary.changes).toMatchObject([{ caseId: jinsong, row: 'funding', state: 'conflict' }]);
  const take = [{ caseId: jinsong, row: 'funding' }];
  const done = await home.door.carryOut({ plan: summary.plan, take });
  const summaryNow = async () =>
    (await home.comparisons.get({ id })).comparison.cells.find((cell) => cell.summary !== null)?.summary;
  expect(await summaryNow()).toBe('政府出一份，企业出两份。[@S4]');
  await expect(home.door.carryOut({ plan: summary.plan, take })).rejects.toMatchObject({
    code: 'TICKET_EXPIRED',
  });
  await home.versions.bringBack({ version: done.before ?? '' });
  expect(await summaryNow()).toBe('各出一半。[@S4]');
});

it('makes the comparison on a machine that never had it', async () => {
  const { id, bytes } = await exported(await machine('sender'));
  const other = await machine('receiver');
  const plan = await other.returns.plan(edit(bytes, '企业出一份', '企业出两份'), 'brief.docx');
  expect(plan.comparisonId).toBeUndefined();
  await other.returns.carryOut(plan);
  const { comparison } = await other.comparisons.get({ id });
  expect(comparison).toMatchObject({ title: '谁出钱', caseIds, findings: { funding: '账写全的只有劲松。' } });
  expect(comparison.cells.find(({ summary }) => summary !== null)?.summary).toBe(
    '政府出一份，企业出两份。[@S4]',
  );
});
