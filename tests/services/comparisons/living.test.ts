import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Case } from '#contract/case-tree.ts';
import { CaseId } from '#contract/ids.ts';
import {
  garden,
  jinsong,
  library,
  openComparisons,
  qinghe,
  withCase,
  withoutCase,
} from './open-comparisons.ts';

let opened: Awaited<ReturnType<typeof openComparisons>>;
beforeEach(async () => {
  opened = await openComparisons();
});
afterEach(() => opened.close());

/** An update that gives the case another start and one figure another value. */
const updated = withCase(library, jinsong, (value) => {
  const [first, ...rest] = value.front.figures;
  if (!first) throw new Error('the case has figures');
  return {
    ...value,
    front: {
      ...value.front,
      period: { ...value.front.period, start: 2011 },
      figures: [{ ...first, value: 987654 }, ...rest],
    },
  } satisfies Case;
});
const period = 'period-status' as const;
const caseId = CaseId.parse(jinsong);

async function make(language: 'zh' | 'en' = 'zh') {
  const { comparisons } = opened.over(library);
  const id = opened.newId();
  await comparisons.create({ id, caseIds: [jinsong, qinghe], language });
  return comparisons.update({ id, rows: [period, 'funding', 'transfer'] });
}
const draftIn = (open: Awaited<ReturnType<typeof make>>, row = period as string) =>
  open.drafts.find((one) => one.caseId === jinsong && one.row === row)?.text ?? '';

describe.for(['zh', 'en'] as const)('a case that changes under a comparison (%s)', (language) => {
  test('leaves the cell as it was, and shows drafted then, the user’s words, drafted now', async () => {
    const before = await make(language);
    const { id } = before.comparison;
    const { comparisons } = opened.over(updated);
    const open = await comparisons.get({ id, language });
    expect(draftIn(open)).toBe(draftIn(before));
    expect(open.changes).toHaveLength(1);
    const [change] = open.changes;
    expect(change).toMatchObject({ caseId, row: period, was: draftIn(before), summary: null, why: 'case' });
    expect(change?.now).toContain('2011');
    expect(open.figures).toHaveLength(1);
    expect(open.figures[0]?.now?.[language]).toContain('987654');
    expect(open.figures[0]).toMatchObject({ caseId, reason: 'made' });
  });

  test('takes the new draft, keeps the old words, or writes both together; each can be taken back', async () => {
    const before = await make(language);
    const { id } = before.comparison;
    const { comparisons, versions } = opened.over(updated);
    const choose = (choice: { do: 'accept' | 'keep' } | { do: 'merge'; text: string }) =>
      comparisons.resolve({ id, language, cells: [{ caseId, row: period, choice }] });
    const summaryIn = (open: typeof before) =>
      open.comparison.cells.find((cell) => cell.caseId === jinsong && cell.row === period)?.summary;

    const accepted = await choose({ do: 'accept' });
    expect(accepted.open.changes).toEqual([]);
    expect(draftIn(await comparisons.get({ id, language }))).toContain('2011');
    expect(summaryIn(accepted.open)).toBeNull();
    const back = await versions.bringBack({ version: accepted.before });
    expect(back.open.changes).toHaveLength(1);

    const kept = await choose({ do: 'keep' });
    expect(kept.open.changes).toEqual([]);
    expect(summaryIn(kept.open)).toBe(draftIn(before));
    await versions.bringBack({ version: kept.before });

    const merged = await choose({ do: 'merge', text: '两说并存。[@S1]' });
    expect(merged.open.changes).toEqual([]);
    expect(summaryIn(merged.open)).toBe('两说并存。[@S1]');
  });

  test('keeps what the user wrote, whatever the case says now', async () => {
    const before = await make(language);
    const { id } = before.comparison;
    await opened
      .over(library)
      .comparisons.editCell({ id, caseId: jinsong, row: period, summary: '我写的。' });
    const { comparisons } = opened.over(updated);
    const [change] = (await comparisons.get({ id, language })).changes;
    expect(change).toMatchObject({ was: draftIn(before), summary: '我写的。' });
    const kept = await comparisons.resolve({
      id,
      language,
      cells: [{ caseId, row: period, choice: { do: 'keep' } }],
    });
    const cell = kept.open.comparison.cells.find((one) => one.caseId === jinsong && one.row === period);
    expect(cell?.summary).toBe('我写的。');
    expect(cell?.draft[language]).toContain('2011');
  });
});

test('weighs the figures against the last brief that went out, then against those looked through', async () => {
  const { comparison } = await make();
  const { id } = comparison;
  await opened.over(library).comparisons.noteExport({ id });
  const { comparisons } = opened.over(updated);
  expect((await comparisons.get({ id })).figures[0]?.reason).toBe('export');
  expect((await comparisons.figuresSeen({ id })).figures).toEqual([]);
  const [again] = (await opened.over(library).comparisons.get({ id })).figures;
  expect(again).toMatchObject({ reason: 'seen' });
});

test('is silent where a case has changed in what the comparison does not say', async () => {
  const { comparison } = await make();
  const other = withCase(library, jinsong, (value) => ({
    ...value,
    front: { ...value.front, related: [] },
  }));
  const open = await opened.over(other).comparisons.get({ id: comparison.id });
  expect(open.changes).toEqual([]);
  expect(open.figures).toEqual([]);
});

test('keeps a comparison whose case has left the library, and says which one', async () => {
  const { comparisons } = opened.over(library);
  const id = opened.newId();
  await comparisons.create({ id, caseIds: [jinsong, qinghe, garden], language: 'zh' });
  await comparisons.editCell({ id, caseId: garden, row: 'upkeep', summary: '四叶草堂在养。' });
  const less = opened.over(withoutCase(library, garden)).comparisons;
  const open = await less.get({ id });
  expect(open.missing).toEqual([garden]);
  expect(open.cases.map((one) => one.id)).toEqual([jinsong, qinghe]);
  const moved = await less.update({ id, caseIds: [garden, qinghe, jinsong] });
  expect(moved.comparison.caseIds).toEqual([garden, qinghe, jinsong]);
  const whole = await comparisons.get({ id });
  expect(whole.missing).toEqual([]);
  expect(
    whole.comparison.cells.find((cell) => cell.row === 'upkeep' && cell.caseId === garden)?.summary,
  ).toBe('四叶草堂在养。');
});
