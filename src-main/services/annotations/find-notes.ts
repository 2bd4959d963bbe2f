import type { NoteFilter, NoteGrouping, NoteList } from '#contract/annotations.ts';
import { AnnotationId } from '#contract/ids.ts';
import { toSearchTexts } from '#domain/annotation/searchable.ts';
import type { Store } from '../store/store.ts';
import type { FoundFilter } from './find-notes.sql.ts';

/** Answers filtered and grouped lists of notes, whole, by id alone. */
export function findNotes(store: Store) {
  return async ({ filter, group }: { filter: NoteFilter; group: NoteGrouping }): Promise<NoteList> => {
    const found = await store.call('findAnnotations', { filter: toFound(filter), group });
    const counts = new Map<string, number>();
    for (const [, key] of found) counts.set(key, (counts.get(key) ?? 0) + 1);
    return {
      total: found.length,
      entries: found.map(([id, key]) => [AnnotationId.parse(id), key]),
      groups: group === 'none' ? [] : [...counts].map(([key, count]) => ({ key, count })),
    };
  };
}

/** A filter of the contract as SQL asks it. */
export function toFound(filter: NoteFilter): FoundFilter {
  const { texts, without } = toSearchTexts(filter.text ?? '');
  return {
    texts,
    without,
    caseIds: filter.caseIds,
    kinds: filter.kinds,
    colours: filter.colours,
    statuses: filter.statuses,
    tags: filter.tags,
    collectionId: filter.collectionId,
    from: filter.from === undefined ? undefined : startOfDay(filter.from, 0),
    until: filter.to === undefined ? undefined : startOfDay(filter.to, 1),
    inBin: filter.inBin ?? false,
  };
}

/** The moment at which a day of this machine's calendar begins, or one so many days after it, ISO 8601 UTC. */
function startOfDay(day: string, daysAfter: number): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + daysAfter).toISOString();
}
