import { afterEach, beforeEach, expect, test } from 'vitest';
import { OwnRows } from '#contract/rows.ts';
import { jinsong, library, openComparisons, qinghe } from './open-comparisons.ts';

let opened: Awaited<ReturnType<typeof openComparisons>>;
beforeEach(async () => {
  opened = await openComparisons();
});
afterEach(() => opened.close());

async function make() {
  const services = opened.over(library);
  const id = opened.newId();
  await services.comparisons.create({ id, caseIds: [jinsong, qinghe], language: 'zh' });
  return { ...services, id };
}

test('keeps a version by itself before an edit, not oftener than every ten minutes', async () => {
  const { comparisons, versions, id } = await make();
  const edit = (summary: string) => comparisons.editCell({ id, caseId: jinsong, row: 'upkeep', summary });
  await edit('一。');
  opened.later(1);
  await edit('二。');
  expect(await versions.list({ id })).toMatchObject([{ reason: 'auto', own: 0 }]);
  opened.later(10);
  await edit('三。');
  expect(await versions.list({ id })).toMatchObject([{ reason: 'auto', own: 1 }, { own: 0 }]);
});

test('shows what a version has otherwise, brings it back whole, and that can be taken back', async () => {
  const { comparisons, versions, id } = await make();
  await comparisons.editCell({ id, caseId: jinsong, row: 'upkeep', summary: '物业接手。' });
  const [named] = await versions.save({ id, name: '会前' });
  expect(named).toMatchObject({ reason: 'named', name: '会前' });
  if (!named) throw new Error('a version was kept');
  opened.later(1);
  await comparisons.editCell({ id, caseId: jinsong, row: 'upkeep', summary: '物业接手三年。' });
  await comparisons.editFinding({ id, row: 'upkeep', finding: '只有一家写到。' });
  await comparisons.update({ id, rows: ['upkeep', 'funding', 'evidence'] });
  const found = await versions.difference({ version: named.id, language: 'zh' });
  expect(found.cells).toHaveLength(1);
  expect(found.cells[0]?.words.now.filter((run) => run.changed).map((run) => run.text)).toEqual(['三年']);
  expect(found.findings).toMatchObject([{ row: 'upkeep' }]);
  expect(found.rows.now).toEqual(['evidence']);
  expect(found.rows.was).toContain('position');

  const { open, before } = await versions.bringBack({ version: named.id });
  const upkeep = () => open.comparison.cells.find((one) => one.caseId === jinsong && one.row === 'upkeep');
  expect(upkeep()?.summary).toBe('物业接手。');
  expect(open.comparison.findings).toEqual({});
  expect(open.comparison.rows).toHaveLength(8);
  const again = await versions.bringBack({ version: before });
  expect(again.open.comparison.findings).toEqual({ upkeep: '只有一家写到。' });
  expect(again.open.comparison.rows).toEqual(['upkeep', 'funding', 'evidence']);
});

test('renames a version, takes it out of the list, and puts it back', async () => {
  const { versions, id } = await make();
  const [one] = await versions.save({ id, name: '初稿' });
  if (!one) throw new Error('a version was kept');
  await versions.rename({ version: one.id, name: '送审稿' });
  expect(await versions.list({ id })).toMatchObject([{ name: '送审稿' }]);
  await versions.remove({ version: one.id });
  expect(await versions.list({ id })).toEqual([]);
  await expect(versions.bringBack({ version: one.id })).rejects.toMatchObject({ code: 'VERSION_NOT_FOUND' });
  await versions.restore({ version: one.id });
  expect(await versions.list({ id })).toHaveLength(1);
});

test('adds a row of the user’s own to a comparison, in his words, and never leaves its cells blank', async () => {
  const { comparisons, id } = await make();
  const row = { id: 'own-parking1', title: '停车', asks: '停车怎么管', group: 'results' } as const;
  const preset = { id: 'own-street01', name: '街道用', rows: ['funding', row.id] } as const;
  await opened.ownRows.write(row);
  const known = await opened.ownRows.writePreset({ ...preset, rows: [...preset.rows] });
  expect(OwnRows.parse(known)).toEqual({ rows: [row], presets: [preset] });

  const open = await comparisons.update({ id, preset: preset.id });
  expect(open.comparison.rows).toEqual(['funding', row.id]);
  expect(open.ownRows).toEqual([row]);
  const cell = open.drafts.find((draft) => draft.row === row.id && draft.caseId === jinsong);
  expect(cell).toMatchObject({ text: '未说明', nothing: 'not-stated' });
  await comparisons.editCell({ id, caseId: jinsong, row: row.id, summary: '分时共享。[@S4]' });
  expect(
    comparisons.passages({ caseId: jinsong, row: row.id, language: 'zh' }).passages.length,
  ).toBeGreaterThan(5);

  // Taken away it stays where it is used, and comes back as it was.
  await opened.ownRows.remove({ id: row.id });
  expect((await opened.ownRows.list()).rows).toEqual([]);
  expect((await comparisons.get({ id })).ownRows).toEqual([row]);
  await opened.ownRows.write({ ...row, title: '停车管理' });
  expect((await comparisons.get({ id })).ownRows[0]?.title).toBe('停车管理');
  await opened.ownRows.removePreset({ id: preset.id });
  expect((await opened.ownRows.list()).presets).toEqual([]);
  await expect(comparisons.update({ id, preset: preset.id })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  });
});
