import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { NewAnnotation } from '#contract/annotations.ts';
import { createAnnotationService } from '#services/annotations/annotation-service.ts';
import { createChanges } from '#services/changes.ts';
import { openLibrary } from '#services/library/library.ts';
import { openStore } from '#services/store/store.ts';

it('reads notes with their tags, highlights without words, and nothing that is in the bin', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'okm-own-'));
  const library = await openLibrary({ casesDir: join(import.meta.dirname, '../../../cases') });
  const store = await openStore(folder, 'cli', '2026-11-24T08:00:00Z');
  try {
    const now = () => new Date('2026-11-24T08:00:00Z');
    const notes = createAnnotationService({ store, library, changes: createChanges(), now });
    const make = (kind: 'note' | 'highlight', body: string, tags: string[]) =>
      notes.create(
        NewAnnotation.parse({
          id: randomUUID(),
          caseId: 'beijing-jinsong-model',
          language: 'zh',
          section: 'summary',
          start: 0,
          end: 4,
          kind,
          colour: 'yellow',
          body,
          tags,
        }),
      );
    await make('note', '电梯谁付', ['访谈']);
    await make('highlight', '', []);
    const gone = await make('note', '不要了', ['不要']);
    await notes.remove({ ids: [gone.id] });
    const at = '2026-11-24T08:00:00.000Z';
    await store.call('changeCaseTags', { caseIds: ['freiburg-vauban'], add: ['以后再读'], remove: [], at });
    const first = await store.call('readOwnWords', { since: 0 });
    expect([...first.words]).toEqual([
      ['beijing-jinsong-model', { noteCount: 2, words: ['电梯谁付'], tags: ['访谈'] }],
      ['freiburg-vauban', { noteCount: 0, words: [], tags: ['以后再读'] }],
    ]);

    // From then on only the cases that changed, whatever changed them.
    const since = async (seq: number) => [...(await store.call('readOwnWords', { since: seq })).words];
    expect(await since(first.seq)).toEqual([]);
    await notes.restore({ ids: [gone.id] });
    const [[id, own] = []] = await since(first.seq);
    expect([id, own?.words, own?.tags]).toEqual([
      'beijing-jinsong-model',
      ['电梯谁付', '不要了'],
      ['访谈', '不要'],
    ]);
    // A collection is told of as well, and no longer once it is in the bin.
    const kept = await store.call('readOwnWords', { since: first.seq });
    const collection = randomUUID();
    await store.call('createCollection', { id: collection, name: '备课', saved: null, at });
    const items = [{ kind: 'case', id: 'granby-four-streets' }];
    await store.call('addToCollection', { id: collection, items, at });
    expect(await since(kept.seq)).toEqual([
      ['granby-four-streets', { noteCount: 0, words: [], tags: [], collections: [collection] }],
    ]);
    await store.call('removeCollection', { id: collection, at });
    expect(await since(kept.seq)).toEqual([['granby-four-streets', undefined]]);
    await store.call('undoAct', { at });
    await store.call('undoAct', { at });
    await store.call('undoAct', { at });
    const then = await store.call('readOwnWords', { since: first.seq });
    await store.call('undoAct', { at });
    await store.call('changeCaseTags', { caseIds: ['freiburg-vauban'], add: [], remove: ['以后再读'], at });
    expect((await since(then.seq)).map(([one, words]) => [one, words?.words])).toEqual([
      ['beijing-jinsong-model', ['电梯谁付']],
      ['freiburg-vauban', undefined],
    ]);
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
});
