import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useT, useWords } from '../../app/i18n/use-t.tsx';
import { offerUndo } from '../../app/undo/undo.ts';
import { showToast } from '../../ui/toast/toast-queue.ts';
import type { NoteSource } from './note-row.tsx';

/** Every note, the one changed last first, and what deletes one. */
export function useNotes() {
  const { query } = useApi();
  const t = useT();
  const describe = useFailure();
  const queryClient = useQueryClient();
  const options = query.annotations.list.queryOptions({ input: {} });
  const { data } = useQuery(options);
  const { mutateAsync: removeAsync } = useMutation(query.annotations.remove.mutationOptions());
  const { mutateAsync: restoreAsync } = useMutation(query.annotations.restore.mutationOptions());
  const all = useMemo(
    () => (data ?? []).toSorted((a, b) => b.modifiedAt.localeCompare(a.modifiedAt)),
    [data],
  );
  const refresh = () => queryClient.invalidateQueries({ queryKey: query.annotations.key() });
  const fail = (error: unknown) => {
    const { what, next } = describe(error);
    showToast({ tone: 'failed', title: what, detail: next });
    void refresh();
  };
  const remove = (note: Annotation) => {
    queryClient.setQueryData<Annotation[]>(options.queryKey, (old) =>
      old?.filter(({ id }) => id !== note.id),
    );
    removeAsync({ ids: [note.id] }).then(() => {
      void refresh();
      offerUndo({
        title: t('reader.removed', { count: 1 }),
        label: t('common.undo'),
        undo: () => void restoreAsync({ ids: [note.id] }).then(refresh, fail),
      });
    }, fail);
  };
  return { all, isLoaded: data !== undefined, remove };
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
