import { randomUUID } from 'node:crypto';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Annotation, NewAnnotation } from '#contract/annotations.ts';
import { createChanges } from '#services/changes.ts';
import { createExchangeService } from '#services/exchange/exchange-service.ts';
import { createDeliveries } from '#services/exports/deliveries.ts';
import { library, onSentence, openNotes, withText } from '../annotations/open-notes.ts';

let here: Awaited<ReturnType<typeof openNotes>>;
let there: Awaited<ReturnType<typeof openNotes>>;
beforeEach(async () => {
  here = await openNotes();
  there = await openNotes();
});
afterEach(async () => {
  await here.close();
  await there.close();
}, 60_000);

const cellTexts = new Map<string, string>([
  ['7d3f8a8e-6f0e-4c3e-9f57-3c2f2b1a9d10#funding', '街道出资。[@S1]'],
]);

function exchangeOf({ all, now }: typeof here) {
  return createExchangeService({
    store: all.store,
    library: all.library,
    changes: createChanges(),
    deliveries: createDeliveries(now),
    comparisons: {
      cellWords: async (cell) => cellTexts.get(cell),
      editCell: async ({ id, row, summary }) => {
        cellTexts.set(`${id}#${row}`, summary ?? '');
        return undefined as never;
      },
    },
    now,
    onPeople: all.notes.forgetPeople,
  });
}

async function fill(): Promise<Annotation[]> {
  const given: Partial<NewAnnotation>[] = [
    { kind: 'highlight', colour: 'yellow' },
    {
      kind: 'note',
      colour: 'green',
      body: '问街道：**谁**来养护？\n\n- 甲\n- 乙 <script>alert(1)</script>',
      tags: ['资金/财政', '=SUM(A1)'],
    },
    { kind: 'question', colour: 'pink', body: '=HYPERLINK("x")' },
    { kind: 'bookmark', colour: 'purple' },
    { kind: 'note', colour: 'blue', language: 'en', body: '👩‍🌾 𠮷 é', tags: ['upkeep'] },
  ];
  const made: Annotation[] = [];
  for (const [at, one] of given.entries()) {
    here.wait(1000);
    const { quote: _, ...input } = onSentence(at + 2, one);
    made.push(await here.all.notes.create(input));
  }
  const question = made[2];
  const { quote: _, ...answer } = onSentence(9, {
    kind: 'answer',
    body: '街道。',
    ...(question ? { replyTo: question.id } : {}),
  });
  made.push(await here.all.notes.create(answer));
  const figure = library.get('beijing-jinsong-model').front.figures[0];
  if (figure) {
    made.push(
      await here.all.notes.createOn({
        id: randomUUID() as Annotation['id'],
        caseId: library.get('beijing-jinsong-model').id,
        language: 'zh',
        kind: 'note',
        colour: 'green',
        body: '核对这个数',
        on: { kind: 'figure', figureId: figure.id },
      }),
    );
  }
  return made;
}

async function textOf(format: 'jsonld' | 'hypothesis' | 'csv' | 'md', from = here): Promise<string> {
  const { bytes } = await exchangeOf(from).toFile({ format, language: 'zh' });
  return new TextDecoder().decode(bytes);
}

describe('W3C JSON-LD', () => {
  test('brings every note over whole, and says so before; undo takes all of it back', async () => {
    const made = await fill();
    const service = exchangeOf(there);
    const plan = await service.planText(await textOf('jsonld'), {});
    expect(plan.counts).toEqual({ new: made.length, same: 0, differs: 0, refused: 0 });
    expect(plan.places).toMatchObject({ anchored: made.length, orphan: 0 });
    expect(await there.all.notes.list({})).toEqual([]);
    expect(await service.carryOut({ plan: plan.plan })).toEqual({ added: made.length, changed: 0 });
    const came = await there.all.notes.list({});
    const person = plan.people[0];
    expect(came).toEqual(made.map((note) => ({ ...note, by: { id: person?.id, name: '' } })));

    expect((await service.planText(await textOf('jsonld'), {})).counts).toMatchObject({ same: made.length });
    expect((await there.all.acts.undo()).done).toMatchObject({ kind: 'import', count: made.length });
    expect(await there.all.notes.list({})).toEqual([]);
    await there.all.acts.redo();
    expect(await there.all.notes.list({})).toHaveLength(made.length);
  });

  test('gives equal bytes for equal notes, and comes home without becoming somebody else’s', async () => {
    await fill();
    const first = await textOf('jsonld');
    expect(await textOf('jsonld')).toBe(first);
    expect((await exchangeOf(here).planText(first, {})).people).toEqual([]);
    const file = JSON.parse(first);
    expect(file).toMatchObject({
      type: 'AnnotationCollection',
      first: { type: 'AnnotationPage', startIndex: 0 },
    });
    expect(file.first.items[0]).toMatchObject({
      type: 'Annotation',
      motivation: 'highlighting',
      target: {
        source: 'urn:okm:case:beijing-jinsong-model:zh',
        styleClass: 'okm-yellow',
        selector: [{ type: 'TextPositionSelector' }, { type: 'TextQuoteSelector' }],
      },
    });
  });

  test('merges by id: the newer wording stands, the older goes into the history, of two of one moment one stands, and neither is lost', async () => {
    const made = await fill();
    const service = exchangeOf(there);
    const { plan } = await service.planText(await textOf('jsonld'), {});
    await service.carryOut({ plan });
    const [first, second, third] = made;
    if (!first || !second || !third) throw new Error('too few notes');
    here.wait(60_000);
    await here.all.notes.update({ id: first.id, body: '这边后来写的' });
    there.wait(3_600_000);
    await there.all.notes.update({ id: second.id, body: '那边更晚写的' });
    const changed = JSON.parse(await textOf('jsonld'));
    changed.first.items[2].body[0].value = '同一时刻的另一种写法';
    changed.first.items.reverse();
    const merge = await service.planText(JSON.stringify(changed), {});
    expect(merge.counts).toMatchObject({ new: 0, differs: 3, refused: 0 });
    const reasons = merge.items.map((item) => [item.id, item.reasons.map(({ reason }) => reason).join()]);
    expect(Object.fromEntries(reasons)).toMatchObject({
      [second.id]: 'html-as-text,newer-here',
      [third.id]: 'conflict',
    });
    expect(await service.carryOut({ plan: merge.plan })).toMatchObject({ added: 0 });
    const bodies = (await there.all.notes.list({})).map((note) => note.body);
    expect(bodies).toEqual(expect.arrayContaining(['这边后来写的', '那边更晚写的']));
    const wordings = [...bodies, ...(await there.all.notes.history({ id: third.id })).map((one) => one.body)];
    expect(wordings).toEqual(expect.arrayContaining([third.body, '同一时刻的另一种写法']));
    expect((await there.all.notes.history({ id: first.id })).map((one) => one.body)).toContain('');
    expect((await there.all.notes.history({ id: second.id })).map((one) => one.body)).toContain(second.body);
    await there.all.acts.undo();
    expect((await there.all.notes.list({})).map((note) => note.body)).toContain('那边更晚写的');
  });

  test('finds the places again in a library that has changed since, or keeps the quote', async () => {
    const made = await fill();
    const quote = made[0]?.target.selector[1].exact ?? '';
    const lost = made[1]?.target.selector[1].exact ?? '';
    await there.reopen(
      withText(library, 'beijing-jinsong-model', 'zh', (text) =>
        text.replace(quote, `新的一句。${quote}`).replace(lost, ''),
      ),
    );
    const service = exchangeOf(there);
    const plan = await service.planText(await textOf('jsonld'), {});
    expect(plan.counts.new).toBe(made.length);
    expect(plan.places.orphan).toBe(1);
    await service.carryOut({ plan: plan.plan });
    const orphan = (await there.all.notes.list({})).find((note) => note.status === 'orphan');
    expect(orphan).toMatchObject({ id: made[1]?.id, target: made[1]?.target });
  });
});

describe('bad input', () => {
  const context = 'http://www.w3.org/ns/anno.jsonld';
  const sentence = onSentence(3);
  const good = () => ({
    id: `urn:uuid:${randomUUID()}`,
    type: 'Annotation',
    motivation: 'commenting',
    created: '2026-11-24T02:00:00Z',
    body: '一句话',
    target: {
      source: 'urn:okm:case:beijing-jinsong-model:zh',
      selector: { type: 'TextQuoteSelector', exact: sentence.quote },
    },
  });
  const withTarget = (patch: Record<string, unknown>) => ({
    ...good(),
    target: { ...good().target, ...patch },
  });

  test.for([
    [
      'another context',
      { ...good(), '@context': 'https://example.org/context.jsonld' },
      'refused',
      'context-foreign',
    ],
    ['another source', withTarget({ source: 'https://example.org/page' }), 'refused', 'source-foreign'],
    ['neither quote nor position', withTarget({ selector: [] }), 'refused', 'quote-missing'],
    ['no target', { ...good(), target: undefined }, 'refused', 'target-missing'],
    ['an id that is none', { ...good(), id: 'https://example.org/1' }, 'refused', 'id-invalid'],
    ['no object', 'only words', 'refused', 'not-an-object'],
    [
      'a position in a text of another time',
      withTarget({
        selector: { type: 'TextPositionSelector', start: 3, end: 9 },
        'okm:textHash': `sha256-${'0'.repeat(64)}`,
        'okm:section': 'summary',
      }),
      'refused',
      'quote-missing',
    ],
    [
      'an answer to nothing',
      { ...good(), motivation: 'replying', target: `urn:uuid:${randomUUID()}` },
      'refused',
      'reply-unknown',
    ],
    [
      'offsets out of range',
      withTarget({
        selector: [
          { type: 'TextPositionSelector', start: 99_999_999, end: 3 },
          { type: 'TextQuoteSelector', exact: sentence.quote },
        ],
      }),
      'new',
      'offsets-invalid',
    ],
    ['a broken surrogate', { ...good(), body: '半个\ud83d字' }, 'new', 'surrogate-broken'],
    [
      'a broken surrogate in the quote',
      withTarget({ selector: { type: 'TextQuoteSelector', exact: `${sentence.quote}\udc4d` } }),
      'new',
      'surrogate-broken',
    ],
    ['control characters', { ...good(), body: 'a\u0000b\u202ec' }, 'new', 'control-characters'],
    ['a script', { ...good(), body: '<script>alert(1)</script>' }, 'new', 'html-as-text'],
    [
      'a tag of ten thousand characters',
      { ...good(), body: [{ type: 'TextualBody', purpose: 'tagging', value: '长'.repeat(10_000) }] },
      'new',
      'tag-too-long',
    ],
    ['a body of a million characters', { ...good(), body: 'x'.repeat(1_000_000) }, 'new', 'too-long'],
    ['a date that is none', { ...good(), created: 'yesterday' }, 'new', 'date-invalid'],
    ['a colour that is none', withTarget({ styleClass: 'okm-orange' }), 'new', 'colour-unknown'],
    ['a kind that is none', { ...good(), motivation: 'linking' }, 'new', 'kind-unknown'],
    [
      'a case that is not here',
      withTarget({ source: 'urn:okm:case:nowhere-at-all:zh' }),
      'new',
      'case-unknown',
    ],
  ] as const)('%s is told with its reason, and costs no other note', async ([, item, outcome, reason]) => {
    const service = exchangeOf(there);
    const file = { '@context': [context], type: 'AnnotationPage', items: [good(), item, good()] };
    const plan = await service.planText(JSON.stringify(file), {});
    expect(plan.items).toMatchObject([{ index: 2, outcome, reasons: [{ reason }] }]);
    const taken = outcome === 'refused' ? 2 : 3;
    expect(await service.carryOut({ plan: plan.plan })).toEqual({ added: taken, changed: 0 });
    const notes = await there.all.notes.list({});
    expect(notes).toHaveLength(taken);
    for (const note of notes) {
      expect(note.body.isWellFormed()).toBe(true);
      expect(note.tags.every((tag) => tag.length <= 80)).toBe(true);
    }
  });

  test('what is a file of another kind is refused whole', async () => {
    const service = exchangeOf(there);
    await expect(service.planText('{"a": ', {})).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      data: { issue: 'malformed' },
    });
    await expect(service.planText('['.repeat(100_000), {})).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      data: { issue: 'too_deep' },
    });
    const foreign = await service.planText(
      JSON.stringify({ '@context': 'https://example.org', items: [good()] }),
      {},
    );
    expect(foreign.counts).toEqual({ new: 0, same: 0, differs: 0, refused: 1 });
  });

  test('of 50,001 notes the last is refused, and the others come in one step', async () => {
    const service = exchangeOf(there);
    const template = good();
    const items = Array.from({ length: 50_001 }, () => ({ ...template, id: `urn:uuid:${randomUUID()}` }));
    const plan = await service.planText(JSON.stringify({ '@context': context, items }), {});
    expect(plan.counts).toMatchObject({ new: 50_000, refused: 1 });
    expect(plan.items).toMatchObject([{ index: 50_001, reasons: [{ reason: 'too-many' }] }]);
    expect(await service.carryOut({ plan: plan.plan })).toEqual({ added: 50_000, changed: 0 });
    expect((await there.all.notes.counts())[0]?.notes).toBe(50_000);
    await there.all.acts.undo();
    expect(await there.all.notes.counts()).toEqual([]);
  }, 120_000);

  test('pieces of a file are put together in their order, and no other', async () => {
    const service = exchangeOf(there);
    const text = JSON.stringify([good(), good()]);
    const upload = randomUUID();
    service.upload({ upload, part: 0, text: text.slice(0, 40) });
    expect(() => service.upload({ upload, part: 2, text: 'x' })).toThrowError('INPUT_INVALID');
    service.upload({ upload, part: 1, text: text.slice(40) });
    expect((await service.plan({ upload })).counts.new).toBe(2);
    await expect(service.plan({ upload })).rejects.toMatchObject({ code: 'TICKET_EXPIRED' });
    await expect(service.carryOut({ plan: 'gone' })).rejects.toMatchObject({ code: 'TICKET_EXPIRED' });
  });
});

describe('Hypothesis', () => {
  test('takes its notes by their quotes, on the case that the user names, answers with their questions', async () => {
    const { quote } = onSentence(3);
    const file = {
      annotations: [
        {
          id: 'AbCdEf1',
          created: '2024-01-02T03:04:05.678+00:00',
          updated: '2024-01-02T03:04:05.678+00:00',
          user: 'acct:lin@hypothes.is',
          text: '好',
          tags: ['a'],
          uri: 'https://example.org',
          target: [
            {
              selector: [
                { type: 'TextPositionSelector', start: 1, end: 4 },
                { type: 'TextQuoteSelector', exact: quote, prefix: '', suffix: '' },
              ],
            },
          ],
        },
        {
          id: 'AbCdEf2',
          user: 'acct:wei@hypothes.is',
          text: '同意',
          references: ['AbCdEf1'],
          uri: 'https://example.org',
        },
        { id: 'AbCdEf3', text: '这页', uri: 'https://example.org' },
      ],
    };
    const service = exchangeOf(there);
    expect((await service.planText(JSON.stringify(file), {})).counts.refused).toBe(3);
    const plan = await service.planText(JSON.stringify(file), {
      caseId: 'beijing-jinsong-model',
      language: 'zh',
    });
    expect(plan).toMatchObject({
      format: 'hypothesis',
      counts: { new: 2, refused: 1 },
      people: [{ name: 'lin' }, { name: 'wei' }],
    });
    await service.carryOut({ plan: plan.plan });
    const [note, answer] = await there.all.notes.list({});
    expect(note).toMatchObject({
      status: 'anchored',
      by: { id: 'acct:lin@hypothes.is', name: 'lin' },
      tags: ['a'],
    });
    expect(answer).toMatchObject({ kind: 'answer', replyTo: note?.id, range: note?.range });
    // The same file again brings nothing new.
    expect(
      (await service.planText(JSON.stringify(file), { caseId: 'beijing-jinsong-model' })).counts,
    ).toMatchObject({ new: 0, same: 2 });
  });

  test('goes out in its shape and comes back, but for colours and questions, which it has not', async () => {
    const made = (await fill()).filter((note) => note.on === undefined);
    const service = exchangeOf(there);
    const plan = await service.planText(await textOf('hypothesis'), {});
    expect(plan.counts).toMatchObject({ new: made.length + 1, refused: 0 });
    await service.carryOut({ plan: plan.plan });
    for (const note of await there.all.notes.list({})) {
      const before = made.find(({ id }) => id === note.id);
      if (before) expect(note).toMatchObject({ body: before.body, tags: before.tags, range: before.range });
    }
  });
});

describe('files to read elsewhere', () => {
  test('CSV holds every note; no cell is a formula, and its own mark comes off again', async () => {
    const made = await fill();
    const csv = await textOf('csv');
    expect(csv.startsWith('\ufeff') || csv.startsWith('id,')).toBe(true);
    const { data, errors } = Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), {
      header: true,
      skipEmptyLines: true,
    });
    expect(errors).toEqual([]);
    expect(data).toHaveLength(made.length);
    for (const [at, row] of data.entries()) {
      const note = made[at];
      for (const cell of Object.values(row)) expect(cell).not.toMatch(/^\s*[=+@]/);
      const read = (cell = '') => cell.replace(/^'(?=[=+\-@])/, '');
      expect(read(row.note)).toBe(note?.body);
      expect(row.id).toBe(note?.id);
      expect(read(row.quote)).toBe(note?.target.selector[1].exact);
      expect(read(row.tags)).toBe(note?.tags.join(' | '));
      expect([row.kind, row.colour, row.status]).toEqual([note?.kind, note?.colour, note?.status]);
    }
    expect(data[0]?.citation).not.toBe('');
  });

  test('XLSX is a workbook whose cells are texts', async () => {
    const made = await fill();
    const { bytes } = await exchangeOf(here).toFile({ format: 'xlsx', language: 'zh' });
    const entries = unzipSync(bytes);
    const read = (name: string) => new TextDecoder().decode(entries[name] ?? new Uint8Array());
    const strings = read('xl/sharedStrings.xml');
    for (const note of made) expect(strings).toContain(note.id);
    expect(strings).toContain('=HYPERLINK(');
    expect(read('xl/worksheets/sheet1.xml')).not.toContain('<f>');
    expect(await exchangeOf(here).toFile({ format: 'xlsx', language: 'zh' })).toMatchObject({ bytes });
  });

  test('Markdown has a file a case, front matter and a block link for each note, and no HTML', async () => {
    const made = await fill();
    const markdown = await textOf('md');
    const tree = unified()
      .use(remarkParse)
      .use(remarkGfm)
      .parse(markdown.replace(/^---\n[\s\S]*?\n---\n/, ''));
    const types = new Set<string>();
    const visit = (node: { type: string; children?: unknown }) => {
      types.add(node.type);
      for (const child of (node.children ?? []) as { type: string }[]) visit(child);
    };
    visit(tree);
    expect(types).not.toContain('html');
    const front = parse(/^---\n([\s\S]*?)\n---\n/.exec(markdown)?.[1] ?? '');
    expect(front).toMatchObject({
      case: 'beijing-jinsong-model',
      notes: made.length,
      tags: ['资金/财政', '=SUM(A1)', 'upkeep'],
    });
    for (const note of made) {
      expect(markdown).toContain(`^note-${note.id}`);
      const [line = ''] = note.target.selector[1].exact.split('\n');
      expect(markdown.replaceAll('\\', '')).toContain(`> ${line.slice(0, 12)}`);
    }
    const { quote: _, ...elsewhere } = onSentence(3, { caseId: library.get('baan-mankong').id });
    await here.all.notes.create(elsewhere);
    const zip = await exchangeOf(here).toFile({ format: 'md', language: 'en' });
    expect(Object.keys(unzipSync(zip.bytes))).toEqual(['baan-mankong.md', 'beijing-jinsong-model.md']);
    // Or one document, with a heading a case.
    const one = await exchangeOf(here).toFile({ format: 'md', language: 'en', asOne: true });
    const written = new TextDecoder().decode(one.bytes);
    expect(one.fileName).toMatch(/\.md$/);
    expect(written.match(/^## /gm)).toHaveLength(2);
    expect(written.match(/^---$/gm)).toHaveLength(2);
    for (const { id } of await here.all.notes.list({})) expect(written).toContain(`^note-${id}`);
  });

  test('selected notes are copied with their sources, and go into a cell with them', async () => {
    const [first] = await fill();
    if (!first) throw new Error('no note');
    const { text } = await exchangeOf(here).asText({ ids: [first.id], language: 'zh' });
    expect(text).toContain(`“${first.target.selector[1].exact}”——《`);
    expect(text).toMatch(/来源：.+\[/);
    const cell = {
      comparisonId: '7d3f8a8e-6f0e-4c3e-9f57-3c2f2b1a9d10',
      caseId: 'beijing-jinsong-model',
      row: 'funding',
    } as const;
    const put = await exchangeOf(here).toCell({ ids: [first.id], ...cell });
    expect(put.text).toMatch(/^街道出资。\[@S1\]\n.+\[@S\d+/s);
    expect(
      (await exchangeOf(here).toCell({ ids: [first.id], ...cell, caseId: 'baan-mankong' })).text,
    ).toContain('@beijing-jinsong-model_S');
  });
});
