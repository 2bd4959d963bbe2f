import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { library, onSentence, openNotes, withText } from './open-notes.ts';

const caseId = 'beijing-jinsong-model';
let opened: Awaited<ReturnType<typeof openNotes>>;
beforeEach(async () => {
  opened = await openNotes({
    cellWords: async (cell) => (cell.includes('funding') ? '街道出资。' : undefined),
  });
});
afterEach(() => opened.close());

async function make(index: number, language: 'zh' | 'en' = 'zh') {
  const { quote, ...input } = onSentence(index, { caseId: library.get(caseId).id, language });
  return { note: await opened.all.notes.create(input), quote };
}

describe.for(['zh', 'en'] as const)('an update of the library (%s)', (language) => {
  test('is told about: what stayed, what moved, what to confirm, what is lost', async () => {
    const numbered = onNumber(language);
    const stays = await make(2, language);
    const asked = await make(numbered, language);
    const lost = await make(numbered + 3, language);
    await opened.all.notes.tidy();
    expect(await opened.all.notes.report()).toBeNull();

    const updated = withText(library, caseId, language, (text) =>
      text
        .replace(asked.quote, changeDigit(asked.quote))
        .replace(lost.quote, '')
        .replace(stays.quote, `${language === 'zh' ? '新写的一句话。' : 'A new sentence. '}${stays.quote}`),
    );
    const { notes } = await opened.reopen(updated);
    await notes.tidy();
    const report = await notes.report();
    expect(report).toMatchObject({
      cases: 1,
      notes: 3,
      counts: { anchored: 1, moved: 0, 'to-confirm': 1, orphan: 1 },
    });
    expect(report?.items.map(({ id, status }) => [id, status])).toEqual([
      [asked.note.id, 'to-confirm'],
      [lost.note.id, 'orphan'],
    ]);
    const shown = report?.items[0];
    expect(shown?.quote).not.toBe(shown?.now);
    await notes.reportSeen({ id: report?.id ?? 0 });
    expect(await notes.report()).toBeNull();
    await notes.tidy();
    expect(await notes.report()).toBeNull();

    // What was made is kept word for word, wherever the note is shown now.
    const [kept] = await notes.get({ ids: [asked.note.id] });
    expect(kept?.target).toEqual(asked.note.target);
    await notes.confirm({ ids: [asked.note.id] });
    expect(await notes.get({ ids: [asked.note.id] })).toMatchObject([{ status: 'anchored' }]);

    const candidates = await notes.candidates({ id: lost.note.id });
    expect(candidates.length).toBeLessThanOrEqual(6);
    const section = updated.get(caseId).texts[language]?.sections[1];
    const [first] = section?.sentences ?? [];
    if (!section || !first) throw new Error('no place to put it');
    const placed = await notes.place({ id: lost.note.id, section: section.id, ...first });
    expect(placed).toMatchObject({ status: 'anchored', range: { section: section.id, start: first.start } });
    await opened.all.acts.undo();
    const [again] = await notes.get({ ids: [lost.note.id] });
    expect(again).toMatchObject({ status: 'orphan', range: null });
    expect(again?.target.selector[1].exact).toBe(lost.quote);
    await opened.all.acts.redo();
    expect(await notes.get({ ids: [lost.note.id] })).toMatchObject([{ status: 'anchored' }]);
  });
});

test('follows a passage over one update after another, each a little different', async () => {
  const { note, quote } = await make(4);
  let over = library;
  let words = quote;
  for (const [from, to] of [
    ['，', '；'],
    ['的', ''],
    ['。', '！'],
  ] as const) {
    const next = words.replace(from, to);
    over = withText(over, caseId, 'zh', (text) => text.replace(words, next));
    words = next;
    const { notes } = await opened.reopen(over);
    await notes.tidy();
    expect(await notes.get({ ids: [note.id] })).toMatchObject([{ status: 'anchored' }]);
  }
});

test('keeps notes of a case that has left the library, and finds them when it is back', async () => {
  const { note } = await make(4);
  const without = {
    ...library,
    cases: library.cases.filter((one) => one.id !== caseId),
    find: (id: string) => (id === caseId ? undefined : library.find(id)),
  };
  const { notes } = await opened.reopen(without);
  await notes.tidy();
  expect(await notes.get({ ids: [note.id] })).toMatchObject([{ status: 'orphan' }]);
  const back = await opened.reopen(library);
  await back.notes.tidy();
  expect(await back.notes.get({ ids: [note.id] })).toMatchObject([{ status: 'anchored', range: note.range }]);
});

describe('a note on a figure or a cell', () => {
  const comparison = '7d3f8a8e-6f0e-4c3e-9f57-3c2f2b1a9d10';
  const figure = library.get(caseId).front.figures[0];
  const base = { caseId, language: 'zh', kind: 'note', colour: 'yellow', body: '核对' } as const;

  test('has an address of its own', async () => {
    if (!figure) throw new Error('the case has no figure');
    const onFigure = await opened.all.notes.createOn({
      ...base,
      id: 'aaaaaaaa-6f0e-4c3e-9f57-3c2f2b1a9d10',
      on: { kind: 'figure', figureId: figure.id },
    });
    expect(onFigure.target.source).toBe(`urn:okm:case:${caseId}#figure/${figure.id}`);
    expect(onFigure.target.selector[1].exact).toContain(`${figure.counts.zh}`);
    const onCell = await opened.all.notes.createOn({
      ...base,
      id: 'bbbbbbbb-6f0e-4c3e-9f57-3c2f2b1a9d10',
      on: { kind: 'cell', comparisonId: comparison, row: 'funding' },
    });
    expect(onCell).toMatchObject({
      status: 'anchored',
      target: { source: `urn:okm:comparison:${comparison}#funding/${caseId}`, section: null },
      on: { kind: 'cell', row: 'funding' },
    });
    await expect(
      opened.all.notes.createOn({
        ...base,
        id: 'cccccccc-6f0e-4c3e-9f57-3c2f2b1a9d10',
        on: { kind: 'cell', comparisonId: comparison, row: 'process' },
      }),
    ).rejects.toMatchObject({ code: 'TARGET_NOT_FOUND' });
    expect((await opened.all.notes.list({ comparisonId: comparison })).map(({ id }) => id)).toEqual([
      onCell.id,
    ]);
    const other = '8d3f8a8e-6f0e-4c3e-9f57-3c2f2b1a9d10';
    expect(await opened.all.notes.list({ comparisonId: other })).toEqual([]);
  });

  test('asks when the figure has changed, and is an orphan when it is gone', async () => {
    if (!figure) throw new Error('the case has no figure');
    const note = await opened.all.notes.createOn({
      ...base,
      id: 'aaaaaaaa-6f0e-4c3e-9f57-3c2f2b1a9d10',
      on: { kind: 'figure', figureId: figure.id },
    });
    const withFigures = (figures: (typeof figure)[]) => {
      const value = library.get(caseId);
      const changed = {
        ...value,
        front: { ...value.front, figures },
        texts: { ...value.texts, zh: value.texts.zh && { ...value.texts.zh } },
      };
      return {
        ...library,
        find: (id: string) => (id === caseId ? (changed as typeof value) : library.find(id)),
      };
    };
    const changed = await opened.reopen(withFigures([{ ...figure, value: 424242 }]));
    await changed.notes.tidy();
    expect(await changed.notes.get({ ids: [note.id] })).toMatchObject([{ status: 'to-confirm' }]);
    await changed.notes.confirm({ ids: [note.id] });
    expect(await changed.notes.get({ ids: [note.id] })).toMatchObject([{ status: 'anchored' }]);
    const gone = await opened.reopen(withFigures([]));
    await gone.notes.tidy();
    expect(await gone.notes.get({ ids: [note.id] })).toMatchObject([{ status: 'orphan' }]);
  });
});

/** Index of a sentence that holds a number and is not the last of its case. */
function onNumber(language: 'zh' | 'en'): number {
  const sentences = (library.get(caseId).texts[language]?.sections ?? []).flatMap((section) =>
    section.sentences.map(({ start, end }) => section.text.slice(start, end)),
  );
  const index = sentences.findIndex((words, at) => at > 5 && /\d{2}/.test(words));
  if (index < 0 || index + 3 >= sentences.length) throw new Error('the case has no such sentence');
  return index;
}

function changeDigit(words: string): string {
  return words.replace(/\d(?=\d)/, (digit) => `${(Number(digit) % 9) + 1}`);
}
