import type { Database } from 'better-sqlite3';
import type { OwnWords } from '#domain/ranking/document.ts';

/** What the user wrote on the cases where that changed after a change. */
export interface OwnWordsSince {
  /** The last change; to be asked from next time. */
  readonly seq: number;
  /** Whether `words` holds every case: nothing is known of what came before. */
  readonly isWhole: boolean;
  readonly words: ReadonlyMap<string, OwnWords | undefined>;
}

interface Gathered {
  noteCount: number;
  readonly words: string[];
  readonly tags: string[];
  collections?: readonly string[];
}

/** Reads notes, tags and collections of the cases that changed since; of all of them from the beginning. */
export function ownWords(db: Database, { since }: { since: number }): OwnWordsSince {
  const seq = Number(db.prepare('SELECT coalesce(max(seq), 0) FROM case_changes').pluck().get());
  // A store that was put back from a copy counts from further behind.
  const isWhole = since === 0 || seq < since;
  const from = isWhole ? 0 : since;
  const words = new Map<string, Gathered>();
  const changed = db
    .prepare('SELECT case_id FROM case_changes WHERE seq > ? ORDER BY case_id')
    .pluck()
    .all(from) as string[];
  for (const id of changed) words.set(id, { noteCount: 0, words: [], tags: [] });
  const notes = db.prepare(
    `SELECT annotations.case_id AS id, body, tags FROM case_changes CROSS JOIN annotations
       ON annotations.case_id = case_changes.case_id
     WHERE case_changes.seq > ? AND deleted_at IS NULL ORDER BY annotations.case_id, annotations.seq`,
  );
  for (const { id, body, tags } of notes.iterate(from) as IterableIterator<{
    id: string;
    body: string;
    tags: string;
  }>) {
    const own = words.get(id);
    if (!own) continue;
    own.noteCount += 1;
    if (body !== '') own.words.push(body);
    if (tags !== '[]') own.tags.push(...(JSON.parse(tags) as string[]));
  }
  const caseTags = db.prepare(
    `SELECT case_tags.case_id, tag FROM case_changes CROSS JOIN case_tags
       ON case_tags.case_id = case_changes.case_id
     WHERE seq > ? ORDER BY case_tags.case_id, tag`,
  );
  for (const [id, tag] of caseTags.raw().all(from) as [string, string][]) words.get(id)?.tags.push(tag);
  const collected = db.prepare(
    `SELECT case_changes.case_id, collection_id FROM case_changes CROSS JOIN collection_items
       ON collection_items.item_id = case_changes.case_id
     JOIN collections ON collections.id = collection_id
     WHERE seq > ? AND kind = 'case' AND deleted_at IS NULL ORDER BY case_changes.case_id, collection_id`,
  );
  for (const [id, collection] of collected.raw().all(from) as [string, string][]) {
    const own = words.get(id);
    if (own) own.collections = [...(own.collections ?? []), collection];
  }
  const isThere = ({ noteCount, tags, collections = [] }: OwnWords) =>
    noteCount + tags.length + collections.length > 0;
  return {
    seq,
    isWhole,
    words: new Map([...words].map(([id, own]) => [id, isThere(own) ? own : undefined])),
  };
}
