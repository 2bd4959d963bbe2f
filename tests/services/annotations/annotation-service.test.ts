import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NewAnnotation } from '#contract/annotations.ts';
import type { Case } from '#contract/case-tree.ts';
import { textHash } from '#domain/text/hash.ts';
import { createAnnotationService } from '#services/annotations/annotation-service.ts';
import { createChanges } from '#services/changes.ts';
import { type Library, openLibrary, toLibrary } from '#services/library/library.ts';
import { parseCaseFiles } from '#services/library/parse-files.ts';
import { openStore, type Store } from '#services/store/store.ts';

const now = () => new Date('2026-11-24T08:00:00Z');
const library = await openLibrary({ casesDir: 'cases' });
let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'okm-notes-'));
  store = await openStore(folder, 'cli', now().toISOString());
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

function notes(over: Library = library) {
  return createAnnotationService({ store, library: over, changes: createChanges(), now });
}

function onSentence(id: string, language: 'zh' | 'en' = 'zh'): NewAnnotation & { quote: string } {
  const section = library.get(id).texts[language]?.sections[1];
  const sentence = section?.sentences[1];
  if (!section || !sentence) throw new Error('the case has no second sentence in its background');
  const { start, end } = sentence;
  return {
    id: randomUUID() as NewAnnotation['id'],
    caseId: library.get(id).id,
    language,
    section: section.id,
    start,
    end,
    kind: 'note',
    colour: 'green',
    body: '问街道：**谁**来养护？',
    tags: ['资金'],
    quote: section.text.slice(start, end),
  };
}

test.for(['zh', 'en'] as const)('keeps a note with its quote over a restart (%s)', async (language) => {
  const { quote, ...input } = onSentence('beijing-jinsong-model', language);
  await notes().create(input);
  await store.close();
  store = await openStore(folder, 'cli', now().toISOString());
  const [kept] = await notes().list({ caseId: input.caseId });
  expect(kept).toMatchObject({
    id: input.id,
    body: input.body,
    tags: ['资金'],
    colour: 'green',
    status: 'anchored',
  });
  expect(kept?.target.selector[1].exact).toBe(quote);
  expect(kept?.range).toEqual({ section: input.section, start: input.start, end: input.end });
});

test('stores one note when the same call arrives twice', async () => {
  const { quote: _, ...input } = onSentence('beijing-jinsong-model');
  await notes().create(input);
  await notes().create(input);
  expect(await notes().list({})).toHaveLength(1);
});

test('brings a removed note back as it was', async () => {
  const { quote: _, ...input } = onSentence('beijing-jinsong-model');
  const made = await notes().create(input);
  expect(await notes().remove({ ids: [made.id] })).toEqual({ removed: 1 });
  expect(await notes().list({})).toEqual([]);
  expect(await notes().restore({ ids: [made.id] })).toEqual([made]);
});

test('finds a note again after the paragraph before it was rewritten, and asks after a changed figure', async () => {
  const original = library.get('beijing-jinsong-model');
  const section = original.texts.zh?.sections.find((one) => /\d{3,}/.test(one.text));
  const sentence = section?.sentences.find(({ start, end }) => /\d{3,}/.test(section.text.slice(start, end)));
  if (!section || !sentence) throw new Error('the case has no sentence with a figure');
  const input = { ...onSentence(original.id), section: section.id, start: sentence.start, end: sentence.end };
  const { quote: _, ...note } = input;
  await notes().create(note);

  const edited = (change: (text: string) => string): Case => {
    const text = change(section.text);
    const sections = original.texts.zh?.sections.map((one) =>
      one === section ? { ...section, text, textHash: textHash(text) } : one,
    );
    return { ...original, texts: { zh: { language: 'zh', title: '', sections: sections ?? [] } } };
  };
  const over = (value: Case) => notes(toLibrary([{ key: 'x', value, problems: [] }]));

  const [moved] = await over(edited((text) => `新写的一段话放在最前面。\n${text}`)).list({});
  expect(moved).toMatchObject({ status: 'anchored', range: { start: sentence.start + 13 } });
  const [asked] = await over(
    edited((text) => text.replace(/\d(?=\d\d)/, (digit) => `${(Number(digit) + 1) % 10}`)),
  ).list({});
  expect(asked?.status).toBe('to-confirm');
  const [lost] = await over(edited(() => '这一节整个重写了，原来的话都不在了。')).list({});
  expect(lost).toMatchObject({ status: 'orphan', range: null });
  expect(lost?.target.selector[1].exact).toBe(section.text.slice(sentence.start, sentence.end));
});

test('refuses a place that is not in the text, and a case that is not there', async () => {
  const { quote: _, ...input } = onSentence('beijing-jinsong-model');
  await expect(notes().create({ ...input, end: 1_000_000 })).rejects.toMatchObject({
    code: 'TARGET_NOT_FOUND',
  });
  await expect(notes().create({ ...input, caseId: 'beijing-jinsong-mode' as never })).rejects.toMatchObject({
    code: 'CASE_NOT_FOUND',
    data: { nearest: expect.arrayContaining(['beijing-jinsong-model']) },
  });
  expect(await notes().list({})).toEqual([]);
});

test('never cuts a character that is made of several', async () => {
  const text = `农夫👩‍🌾与𠮷先生在这里种下第一棵树。[@S1]`;
  const made = await import('node:fs/promises').then(({ readFile }) =>
    readFile('cases/project/beijing-jinsong-model.md', 'utf8'),
  );
  const changed = made.replace(/(## 摘要\n\n)[^\n]+/, `$1${text}`);
  const file = { file: 'project/beijing-jinsong-model.md', text: changed, hash: '', problem: undefined };
  const { value } = parseCaseFiles(
    'project/beijing-jinsong-model',
    { main: file, other: undefined },
    'bundled',
  );
  if (!value) throw new Error('the case did not parse');
  const service = notes(toLibrary([{ key: 'project/beijing-jinsong-model', value, problems: [] }]));
  const { quote: _, ...input } = onSentence('beijing-jinsong-model');
  const note = await service.create({ ...input, section: 'summary', start: 3, end: 4 });
  expect(note.target.selector[1].exact).toBe('👩‍🌾');
  expect(note.target.selector[0]).toMatchObject({ start: 2, end: 5 });
});
