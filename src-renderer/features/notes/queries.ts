import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Annotation, NoteFilter, NoteGrouping } from '#contract/annotations.ts';
import type { CaseSummary } from '#contract/library.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useWords } from '../../app/i18n/use-t.tsx';

/** What a row says of the case its note stands in. */
export interface NoteSource {
  readonly title: string;
  readonly type: CaseSummary['type'];
}

/** Notes are read so many at a time, as they come into sight. */
const BLOCK = 100;

/** A place in the list: a note by its id, the block that it is read with, and whether its group begins here. */
export interface NotePlace {
  readonly id: Annotation['id'];
  readonly block: readonly Annotation['id'][];
  readonly groupHead: { readonly key: string; readonly count: number } | undefined;
}

/** The filtered list in its order, whole, without the notes themselves. */
export function useNoteList(filter: NoteFilter, group: NoteGrouping) {
  const { query } = useApi();
  const { data, isPlaceholderData } = useQuery(
    query.annotations.find.queryOptions({ input: { filter, group }, placeholderData: keepPreviousData }),
  );
  const places = useMemo<readonly NotePlace[]>(() => {
    const entries = data?.entries ?? [];
    const counts = new Map(data?.groups.map(({ key, count }) => [key, count]));
    const blocks: Annotation['id'][][] = [];
    entries.forEach(([id], at) => {
      const index = Math.floor(at / BLOCK);
      const block = blocks[index] ?? [];
      block.push(id);
      blocks[index] = block;
    });
    return entries.map(([id, key], at) => ({
      id,
      block: blocks[Math.floor(at / BLOCK)] ?? [],
      groupHead:
        counts.size > 0 && entries[at - 1]?.[1] !== key ? { key, count: counts.get(key) ?? 0 } : undefined,
    }));
  }, [data]);
  return { places, isLoaded: data !== undefined, isDimmed: isPlaceholderData };
}

/** One note of the list, read together with its block. */
export function useNote(place: NotePlace): Annotation | undefined {
  const { query } = useApi();
  const { data } = useQuery(
    query.annotations.get.queryOptions({
      input: { ids: [...place.block] },
      placeholderData: keepPreviousData,
    }),
  );
  return data?.find(({ id }) => id === place.id);
}

/** Title and type of every case, by its id. */
export function useCaseTitles(): ReadonlyMap<string, NoteSource> {
  const { query } = useApi();
  const words = useWords();
  const { data } = useQuery(query.library.list.queryOptions());
  return useMemo(
    () => new Map(data?.cases.map(({ id, title, type }) => [id, { title: words(title), type }])),
    [data, words],
  );
}

/** The cases that have notes, those with the most first. */
export function useNotedCases(titles: ReadonlyMap<string, NoteSource>) {
  const { query } = useApi();
  const { data } = useQuery(query.annotations.counts.queryOptions());
  return useMemo(
    () =>
      [...(data ?? [])]
        .sort((a, b) => b.notes - a.notes)
        .map(({ caseId, notes }) => ({
          id: String(caseId),
          label: `${titles.get(caseId)?.title ?? caseId} ${notes}`,
        })),
    [data, titles],
  );
}
