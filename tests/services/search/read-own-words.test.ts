import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { NewAnnotation } from '#contract/annotations.ts';
import { createAnnotationService } from '#services/annotations/annotation-service.ts';
import { createChanges } from '#services/changes.ts';
import { openLibrary } from '#services/library/library.ts';
import { readOwnWords } from '#services/search/read-own-words.ts';
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
    expect([...(await readOwnWords(store))]).toEqual([
      ['beijing-jinsong-model', { noteCount: 2, words: ['电梯谁付'], tags: ['访谈'] }],
      ['freiburg-vauban', { noteCount: 0, words: [], tags: ['以后再读'] }],
    ]);
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
});
