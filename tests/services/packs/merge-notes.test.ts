import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExchangeNote } from '#domain/annotation/exchange-note.ts';
import { writeJsonLd } from '#domain/annotation/write-jsonld.ts';
import { createChanges } from '#services/changes.ts';
import { createExchangeService } from '#services/exchange/exchange-service.ts';
import { createDeliveries } from '#services/exports/deliveries.ts';
import { openStore } from '#services/store/store.ts';
import { library, onSentence } from '../annotations/open-notes.ts';

const now = () => new Date('2026-11-24T08:00:00Z');
const { quote } = onSentence(3);

/** A place of its own to merge into. */
async function withPlace<T>(
  work: (merge: (files: readonly string[]) => Promise<void>, read: () => Promise<unknown>) => Promise<T>,
) {
  const folder = await mkdtemp(join(tmpdir(), 'okm-merge-'));
  const store = await openStore(folder, 'cli', now().toISOString());
  const exchange = createExchangeService({
    store,
    library,
    changes: createChanges(),
    deliveries: createDeliveries(now),
    comparisons: { cellWords: async () => undefined, editCell: async () => undefined as never },
    now,
  });
  try {
    return await work(
      async (files) => {
        const { plan } = await exchange.planTexts(files);
        await exchange.carryOut({ plan });
      },
      async () => {
        const rows = await store.call('listAnnotations', {});
        return rows
          .map(({ id, body, kind, colour, tags, modifiedAt, personId }) => ({
            id,
            body,
            kind,
            colour,
            tags,
            modifiedAt,
            personId,
          }))
          .sort((a, b) => (a.id < b.id ? -1 : 1));
      },
    );
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const people = Array.from({ length: 5 }, (_, at) => ({
  id: `urn:uuid:${randomUUID()}`,
  name: at < 2 ? '小林' : `学员${at}`,
}));
const ids = Array.from({ length: 12 }, () => randomUUID());

const note = fc
  .record({
    id: fc.constantFrom(...ids),
    person: fc.constantFrom(...people),
    body: fc.constantFrom('谁出钱？', '为什么？', '没有写到', ''),
    colour: fc.constantFrom('yellow' as const, 'green' as const),
    moment: fc.integer({ min: 0, max: 3 }),
  })
  .map(
    ({ id, person, body, colour, moment }): ExchangeNote => ({
      id,
      kind: 'note',
      colour,
      body,
      tags: [],
      caseId: 'beijing-jinsong-model',
      language: 'zh',
      thing: 'text',
      thingId: null,
      section: '',
      textHash: '',
      start: -1,
      end: -1,
      prefix: '',
      exact: quote,
      suffix: '',
      alike: null,
      replyTo: null,
      // A note is its maker's for good, whoever passes it on.
      person: people[ids.indexOf(id) % people.length] ?? person,
      createdAt: '2026-11-20T08:00:00.000Z',
      modifiedAt: `2026-11-2${moment}T08:00:00.000Z`,
    }),
  );
/** One pack a person: no two notes of one id in it. */
const file = fc
  .uniqueArray(note, { selector: ({ id }) => id, maxLength: 8 })
  .map((notes) =>
    JSON.stringify(writeJsonLd(notes, { id: 'urn:uuid:00000000-0000-4000-8000-000000000000', name: '' })),
  );

test('packs of notes merged in any order, at once, one by one and again, give the same notes', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(file, { minLength: 2, maxLength: 5 }),
      fc.integer({ min: 1, max: 1000 }),
      async (files, seed) => {
        const shuffled = files
          .map((text, at) => ({ text, key: (seed * (at + 7)) % 11 }))
          .sort((a, b) => a.key - b.key)
          .map(({ text }) => text);
        const atOnce = await withPlace(async (merge, read) => {
          await merge(files);
          return read();
        });
        const oneByOne = await withPlace(async (merge, read) => {
          for (const text of shuffled) await merge([text]);
          for (const text of files) await merge([text]);
          return read();
        });
        const reversed = await withPlace(async (merge, read) => {
          await merge([...shuffled].reverse());
          return read();
        });
        expect(oneByOne).toEqual(atOnce);
        expect(reversed).toEqual(atOnce);
      },
    ),
    { numRuns: 25 },
  );
});
