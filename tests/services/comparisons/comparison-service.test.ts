import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OpenComparison, Passages } from '#contract/comparisons.ts';
import { createChanges } from '#services/changes.ts';
import { createComparisonService } from '#services/comparisons/comparison-service.ts';
import { type Library, openLibrary } from '#services/library/library.ts';
import { openStore, type Store } from '#services/store/store.ts';

const library = await openLibrary({ casesDir: 'cases' });
const [jinsong, qinghe, garden] = [
  'beijing-jinsong-model',
  'beijing-qinghe-community-planners',
  'shanghai-knowledge-innovation-garden',
];
let folder: string;
let store: Store;
let clock = 0;
const now = () => new Date(Date.UTC(2026, 10, 24, 8, 0, clock++));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-compare-'));
  store = await openStore(folder, 'cli', now().toISOString());
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const service = (over: Library = library) =>
  createComparisonService({ store, library: over, changes: createChanges(), now });
const create = (caseIds: string[], language: 'zh' | 'en' = 'zh') =>
  service().create({ id: randomUUID(), caseIds, language });

describe('comparisons', () => {
  it.each(['zh', 'en'] as const)('opens with the meeting rows drafted in %s', async (language) => {
    const opened = await create([jinsong, qinghe, garden], language);
    expect(OpenComparison.parse(opened)).toEqual(opened);
    expect(opened.comparison.rows).toHaveLength(8);
    expect(opened.drafts).toHaveLength(24);
    expect(opened.drafts.every((draft) => draft.text !== '')).toBe(true);
    expect(opened.cases.map((one) => one.id)).toEqual([jinsong, qinghe, garden]);
    expect(
      opened.comparison.cells.every(
        (cell) => cell.revision !== '' && cell.draft.zh !== '' && cell.draft.en !== '',
      ),
    ).toBe(true);
  });

  it('wants two to six cases, and counts a case once', async () => {
    const six = library.cases.slice(0, 7).map((one) => one.id);
    await expect(create([jinsong, jinsong])).rejects.toMatchObject({
      code: 'COMPARISON_SIZE',
      data: { count: 1 },
    });
    await expect(create(six)).rejects.toMatchObject({ code: 'COMPARISON_SIZE', data: { count: 7 } });
    await expect(create([jinsong, 'no-such-case'])).rejects.toMatchObject({ code: 'CASE_NOT_FOUND' });
  });

  it('keeps words and finding over a restart, and gives the draft back on reset', async () => {
    const { comparison } = await create([jinsong, qinghe]);
    const summary = '街道签约，居民听路演后定企业。[@S4; @S5]';
    await service().editCell({ id: comparison.id, caseId: jinsong, row: 'initiator-lead', summary });
    await service().editFinding({ id: comparison.id, row: 'funding', finding: '账写全的只有劲松。' });
    await store.close();
    store = await openStore(folder, 'cli', now().toISOString());
    const again = await service().get({ id: comparison.id });
    const cell = again.comparison.cells.find((one) => one.caseId === jinsong && one.row === 'initiator-lead');
    expect(cell?.summary).toBe(summary);
    expect(cell?.draft.zh).toContain('劲松街道');
    expect(again.comparison.findings).toEqual({ funding: '账写全的只有劲松。' });
    const reset = await service().editCell({
      id: comparison.id,
      caseId: jinsong,
      row: 'initiator-lead',
      summary: null,
    });
    expect(
      reset.comparison.cells.find((one) => one.row === 'initiator-lead' && one.caseId === jinsong)?.summary,
    ).toBeNull();
    const emptied = await service().editFinding({ id: comparison.id, row: 'funding', finding: ' ' });
    expect(emptied.comparison.findings).toEqual({});
  });

  it('does not call a draft kept as it is the user’s own words', async () => {
    const { comparison, drafts } = await create([jinsong, qinghe]);
    const draft = drafts.find((one) => one.row === 'funding' && one.caseId === jinsong);
    const kept = await service().editCell({
      id: comparison.id,
      caseId: jinsong,
      row: 'funding',
      summary: draft?.text ?? '',
    });
    expect(kept.comparison.cells.every((cell) => cell.summary === null)).toBe(true);
  });

  it('keeps the words of a case that was taken out and put back', async () => {
    const { comparison } = await create([jinsong, qinghe, garden]);
    const { id } = comparison;
    await service().editCell({ id, caseId: garden, row: 'upkeep', summary: '四叶草堂在养。' });
    const without = await service().update({ id, caseIds: [qinghe, jinsong] });
    expect(without.cases.map((one) => one.id)).toEqual([qinghe, jinsong]);
    expect(without.comparison.cells.some((cell) => cell.caseId === garden)).toBe(false);
    const back = await service().update({ id, caseIds: [garden, qinghe, jinsong] });
    expect(
      back.comparison.cells.find((cell) => cell.caseId === garden && cell.row === 'upkeep')?.summary,
    ).toBe('四叶草堂在养。');
  });

  it('changes rows by preset or one by one, and the language with the words kept', async () => {
    const { comparison } = await create([jinsong, qinghe]);
    const { id } = comparison;
    const teaching = await service().update({ id, preset: 'teaching' });
    expect(teaching.comparison.rows).toContain('disputes-limits');
    await service().editCell({ id, caseId: qinghe, row: 'transfer', summary: '先问清楚，再画图。' });
    const english = await service().update({
      id,
      language: 'en',
      rows: ['evidence', 'transfer'],
      preset: null,
    });
    expect(english.comparison.rows).toEqual(['evidence', 'transfer']);
    expect(english.drafts.find((draft) => draft.row === 'evidence')?.text).toMatch(/sources:/);
    const cells = english.comparison.cells.filter((cell) => cell.row === 'transfer');
    expect(cells.find((cell) => cell.caseId === qinghe)?.summary).toBe('先问清楚，再画图。');
    expect(cells.find((cell) => cell.caseId === jinsong)?.draft.en).toMatch(/^[A-Z]/);
  });

  it('names the rows that differ by what stands in the cells', async () => {
    const { comparison, differing } = await create([jinsong, qinghe]);
    expect(differing).toContain('funding');
    for (const caseId of [jinsong, qinghe]) {
      await service().editCell({ id: comparison.id, caseId, row: 'funding', summary: '都由财政出。' });
    }
    expect((await service().get({ id: comparison.id })).differing).not.toContain('funding');
  });

  it('goes to the bin and comes back whole', async () => {
    const { comparison } = await create([jinsong, qinghe]);
    const { id } = comparison;
    await service().editFinding({ id, row: 'upkeep', finding: '只有劲松写到收费。' });
    await service().remove({ id });
    expect(await service().list()).toEqual([]);
    await expect(service().get({ id })).rejects.toMatchObject({ code: 'COMPARISON_NOT_FOUND' });
    await expect(
      service().editCell({ id, caseId: jinsong, row: 'upkeep', summary: 'x' }),
    ).rejects.toMatchObject({ code: 'COMPARISON_NOT_FOUND' });
    const back = await service().restore({ id });
    expect(back.comparison.findings).toEqual({ upkeep: '只有劲松写到收费。' });
    expect((await service().list()).map((one) => one.id)).toEqual([id]);
  });

  it('is made once when the call comes twice', async () => {
    const id = randomUUID();
    const first = await service().create({ id, caseIds: [jinsong, qinghe], language: 'zh', title: '会前' });
    await service().create({ id, caseIds: [jinsong, qinghe], language: 'zh', title: '别的' });
    expect((await service().list()).map((one) => one.title)).toEqual([first.comparison.title]);
  });

  it('opens without the column of a case that has left the library', async () => {
    const { comparison } = await create([jinsong, qinghe, garden]);
    const rest = { ...library, find: (id: string) => (id === garden ? undefined : library.find(id)) };
    const opened = await service(rest).get({ id: comparison.id });
    expect(opened.cases.map((one) => one.id)).toEqual([jinsong, qinghe]);
    expect(opened.comparison.caseIds).toContain(garden);
  });

  it('shows the sentences behind a draft first, then the rest of the section', () => {
    const answer = service().passages({ caseId: jinsong, row: 'funding', language: 'zh' });
    expect(Passages.parse(answer)).toEqual(answer);
    expect(answer.passages[0]?.used).toBe(true);
    expect(answer.passages[0]?.text).toContain('4600万元');
    expect(answer.passages.some((passage) => !passage.used)).toBe(true);
    expect(answer.sources.map((source) => source.id)).toContain('S4');
  });
});
