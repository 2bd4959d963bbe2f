import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { onSentence, openNotes } from './open-notes.ts';

let opened: Awaited<ReturnType<typeof openNotes>>;
beforeEach(async () => {
  opened = await openNotes();
});
afterEach(() => opened.close());

async function make(index: number, given: Parameters<typeof onSentence>[1] = {}) {
  const { quote: _, ...input } = onSentence(index, given);
  opened.wait(1000);
  return opened.all.notes.create(input);
}

describe('undo', () => {
  test('takes back and does again all that was done, in order, after a restart', async () => {
    const first = await make(3, { body: '一' });
    const second = await make(4);
    opened.wait(1000);
    await opened.all.notes.update({ id: first.id, body: '二' });
    await opened.all.notes.update({ id: first.id, colour: 'pink' });
    await opened.all.notes.change({ ids: [first.id, second.id], addTags: ['资金/财政'] });
    await opened.all.notes.remove({ ids: [second.id] });
    await opened.reopen();

    const body = async () =>
      (await opened.all.notes.list({})).map((note) => [note.id, note.body, note.colour, note.tags.join()]);
    const after = await body();
    expect(after).toEqual([[first.id, '二', 'pink', '资金/财政']]);
    const kinds: (string | undefined)[] = [];
    for (let step = 0; step < 7; step++) kinds.push((await opened.all.acts.undo()).done?.kind);
    expect(kinds).toEqual(['remove', 'change', 'recolour', 'edit', 'create', 'create', undefined]);
    expect(await body()).toEqual([]);
    await opened.reopen();
    for (let step = 0; step < 6; step++) await opened.all.acts.redo();
    expect(await body()).toEqual(after);
    expect((await opened.all.acts.redo()).done).toBeNull();
  });

  test('forgets what was taken back once something new is done', async () => {
    const note = await make(3);
    await opened.all.notes.update({ id: note.id, body: '甲' });
    await opened.all.acts.undo();
    await opened.all.notes.update({ id: note.id, body: '乙' });
    expect(await opened.all.acts.peek()).toMatchObject({ undo: { kind: 'edit' }, redo: null });
  });

  test('takes a change of many notes back in one step', async () => {
    const ids = [];
    for (let index = 0; index < 8; index++) ids.push((await make(index)).id);
    await opened.all.notes.change({ ids, colour: 'blue', addTags: ['一'] });
    const { done } = await opened.all.acts.undo();
    expect(done).toMatchObject({ kind: 'change', count: 8 });
    for (const note of await opened.all.notes.list({}))
      expect(note).toMatchObject({ colour: 'green', tags: [] });
  });

  test('keeps the id and the making of a note through everything', async () => {
    const note = await make(3, { body: '原话' });
    await opened.all.acts.undo();
    await opened.all.acts.redo();
    await opened.all.notes.remove({ ids: [note.id] });
    await opened.all.notes.restore({ ids: [note.id] });
    expect(await opened.all.notes.list({})).toEqual([note]);
  });
});

describe('the history of a note', () => {
  test('keeps earlier wordings and brings one back', async () => {
    const note = await make(3, { body: '第一稿' });
    for (const body of ['第二稿', '第三稿']) {
      opened.wait(1000);
      await opened.all.notes.update({ id: note.id, body });
    }
    const versions = await opened.all.notes.history({ id: note.id });
    expect(versions.map((one) => one.body)).toEqual(['第二稿', '第一稿']);
    const oldest = versions.at(-1);
    if (!oldest) throw new Error('no history');
    expect(await opened.all.notes.revert({ id: note.id, seq: oldest.seq })).toMatchObject({ body: '第一稿' });
    expect((await opened.all.notes.history({ id: note.id })).map((one) => one.body)).toContain('第三稿');
    await opened.all.acts.undo();
    expect(await opened.all.notes.list({})).toMatchObject([{ body: '第三稿' }]);
  });

  test('keeps what was removed for thirty days', async () => {
    const note = await make(3);
    await opened.all.notes.remove({ ids: [note.id] });
    opened.wait(29 * 86_400_000);
    await opened.all.notes.tidy();
    const { entries } = await opened.all.notes.find({ filter: { inBin: true }, group: 'none' });
    expect(entries).toEqual([[note.id, '']]);
    expect(await opened.all.notes.get({ ids: [note.id] })).toMatchObject([{ removedAt: expect.any(String) }]);
    opened.wait(2 * 86_400_000);
    await opened.all.notes.tidy();
    expect(await opened.all.notes.get({ ids: [note.id] })).toEqual([]);
    // The way back is gone for good: no step of undo brings a word of it back.
    expect((await opened.all.acts.undo()).done).toBeNull();
    expect(await opened.all.notes.list({})).toEqual([]);
  });
});

describe('tags', () => {
  test('are renamed with all below them, and merge into one that is there', async () => {
    const { tags, notes } = opened.all;
    const [one, two] = [await make(3, { tags: ['资金/财政', '问题'] }), await make(4, { tags: ['钱'] })];
    await tags.changeCases({ caseIds: ['beijing-jinsong-model'], add: ['资金'] });
    await tags.setColour({ path: '资金', colour: 'blue' });
    expect(await tags.list()).toEqual(
      [
        { path: '资金', colour: 'blue', notes: 1, cases: 1 },
        { path: '资金/财政', colour: null, notes: 1, cases: 0 },
        { path: '钱', colour: null, notes: 1, cases: 0 },
        { path: '问题', colour: null, notes: 1, cases: 0 },
      ].toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    );
    await tags.rename({ from: '资金', to: ' 钱 ' });
    const tagsOf = async () => (await notes.list({})).map((note) => note.tags);
    expect(await tagsOf()).toEqual([['钱/财政', '问题'], ['钱']]);
    expect(await tags.ofCases()).toEqual([{ caseId: 'beijing-jinsong-model', tags: ['钱'] }]);
    const found = await notes.find({ filter: { tags: ['钱'] }, group: 'none' });
    expect(found.total).toBe(2);
    await opened.all.acts.undo();
    expect(await tagsOf()).toEqual([['资金/财政', '问题'], ['钱']]);
    expect((await notes.find({ filter: { tags: ['资金'] }, group: 'none' })).entries[0]?.[0]).toBe(one.id);
    await tags.remove({ path: '资金' });
    expect(await tagsOf()).toEqual([['问题'], ['钱']]);
    expect(two.tags).toEqual(['钱']);
  });

  test('never go below themselves, nor take an empty name', async () => {
    await make(3, { tags: ['资金'] });
    for (const to of ['资金/里面', ' / ', '长'.repeat(81)]) {
      await expect(opened.all.tags.rename({ from: '资金', to })).rejects.toMatchObject({
        code: 'INPUT_INVALID',
      });
    }
  });
});

describe('collections', () => {
  const id = '7d3f8a8e-6f0e-4c3e-9f57-3c2f2b1a9d10';
  test('hold cases and notes in the order that they were put, through undo', async () => {
    const { collections, acts } = opened.all;
    const note = await make(3);
    await collections.create({ id, name: '备课' });
    const cases = ['beijing-jinsong-model', 'chengdu-5811-qinglong', 'baan-mankong'].map((one) => ({
      kind: 'case' as const,
      id: one,
    }));
    const noteItem = { kind: 'note' as const, id: note.id };
    await collections.add({ id, items: [...cases, noteItem] });
    await collections.moveItems({ id, items: [noteItem], before: cases[1] ?? null });
    const ids = async () => (await collections.items({ id })).map((item) => item.id);
    expect(await ids()).toEqual(['beijing-jinsong-model', note.id, 'chengdu-5811-qinglong', 'baan-mankong']);
    expect(await collections.list()).toMatchObject([{ name: '备课', cases: 3, notes: 1 }]);
    await opened.all.notes.remove({ ids: [note.id] });
    expect(await ids()).toHaveLength(3);
    await acts.undo();
    await acts.undo();
    expect(await ids()).toEqual([...cases.map((one) => one.id), note.id]);
    expect(await collections.holding({ items: [...cases, noteItem] })).toEqual([{ id, held: 4 }]);
    await collections.remove({ id });
    expect(await collections.holding({ items: cases })).toEqual([]);
    expect(await collections.list()).toEqual([]);
    await acts.undo();
    expect(await collections.list()).toMatchObject([{ name: '备课', cases: 3 }]);
  });

  test('change places', async () => {
    const { collections } = opened.all;
    const ids = [id, '8d3f8a8e-6f0e-4c3e-9f57-3c2f2b1a9d10', '9d3f8a8e-6f0e-4c3e-9f57-3c2f2b1a9d10'];
    for (const one of ids) await collections.create({ id: one, name: one });
    const moved = await collections.move({ id: ids[2] ?? '', before: ids[0] ?? '' });
    expect(moved.map((one) => one.id)).toEqual([ids[2], ids[0], ids[1]]);
  });
});

test('finds notes by words as the search reads them, in either script, and groups them', async () => {
  const long = await make(3, { body: '谁来养护？问街道', tags: ['资金'] });
  const other = await make(4, { kind: 'question', colour: 'pink', body: 'Who pays for upkeep?' });
  const find = async (text: string) =>
    (await opened.all.notes.find({ filter: { text }, group: 'none' })).entries.map(([one]) => one);
  expect(await find('養護')).toEqual([long.id]);
  expect(await find('ＷＨＯ  pays')).toEqual([other.id]);
  expect(await find('"for upkeep"')).toEqual([other.id]);
  expect(await find('-upkeep')).toEqual([long.id]);
  expect(await find('tag:资金')).toEqual([long.id]);
  expect(await find('没有这句话')).toEqual([]);
  const grouped = await opened.all.notes.find({ filter: {}, group: 'kind' });
  expect(grouped.groups).toEqual([
    { key: 'note', count: 1 },
    { key: 'question', count: 1 },
  ]);
  expect((await opened.all.notes.find({ filter: { kinds: ['question'] }, group: 'case' })).total).toBe(1);
  const day = opened.now().toISOString().slice(0, 10);
  expect((await opened.all.notes.find({ filter: { from: day, to: day }, group: 'day' })).total).toBe(2);
  expect((await opened.all.notes.find({ filter: { to: '2026-11-01' }, group: 'day' })).total).toBe(0);
});
