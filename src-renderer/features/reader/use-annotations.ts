import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import type { Annotation, AnnotationColour, AnnotationKind } from '#contract/annotations.ts';
import type { Case } from '#contract/case-tree.ts';
import { AnnotationId } from '#contract/ids.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useT } from '../../app/i18n/use-t.tsx';
import type { NotePatch } from '../../app/notes/note-types.ts';
import { useStoredActs } from '../../app/undo/use-acts.ts';
import { announce } from '../../ui/live-region/live-region.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';
import type { Passage } from './passage.ts';

export interface Annotations {
  readonly all: readonly Annotation[];
  /** Marks a passage; answers with the new note's id at once, stored or not yet. */
  readonly create: (
    passage: Passage,
    as: {
      readonly kind: AnnotationKind;
      readonly colour: AnnotationColour;
      readonly replyTo?: Annotation['id'];
    },
  ) => string;
  /** Resolves when stored; rejects with the words still in the field. */
  readonly update: (id: Annotation['id'], patch: NotePatch) => Promise<void>;
  readonly remove: (note: Annotation) => void;
  /** Agrees with where notes are shown. */
  readonly confirm: (ids: readonly Annotation['id'][]) => void;
  /** Puts a note on a passage of its text. */
  readonly place: (id: Annotation['id'], passage: Passage) => void;
  /** A note on a figure of the case. */
  readonly createOnFigure: (
    figureId: string,
    language: Annotation['language'],
    colour: AnnotationColour,
  ) => string;
}

/** The user's notes on a case. What is seen changes at once; a failure takes it back and says why. */
export function useAnnotations(found: Case): Annotations {
  const { query } = useApi();
  const t = useT();
  const describe = useFailure();
  const queryClient = useQueryClient();
  const options = query.annotations.list.queryOptions({ input: { caseId: found.id } });
  const { queryKey } = options;
  const { data } = useQuery(options);
  const { mutateAsync: createAsync } = useMutation(query.annotations.create.mutationOptions());
  const { mutateAsync: updateAsync } = useMutation(query.annotations.update.mutationOptions());
  const { mutateAsync: removeAsync } = useMutation(query.annotations.remove.mutationOptions());
  const { mutateAsync: confirmAsync } = useMutation(query.annotations.confirm.mutationOptions());
  const { mutateAsync: placeAsync } = useMutation(query.annotations.place.mutationOptions());
  const { mutateAsync: createOnAsync } = useMutation(query.annotations.createOn.mutationOptions());
  const acts = useStoredActs();

  const change = useCallback(
    (edit: (old: readonly Annotation[]) => Annotation[]) => {
      queryClient.setQueryData<Annotation[]>(queryKey, (old) => edit(old ?? []));
    },
    [queryClient, queryKey],
  );
  const refresh = useCallback(
    () => queryClient.invalidateQueries({ queryKey: query.annotations.key() }),
    [queryClient, query],
  );
  const fail = useCallback(
    (error: unknown) => {
      const { what, next } = describe(error);
      showToast({ tone: 'failed', title: what, detail: next });
      announce(what, 'urgent');
      void refresh();
    },
    [describe, refresh],
  );

  /** Notes that are being stored: a change of one waits for that. */
  const pending = useRef(new Map<string, Promise<void>>());

  const create = useCallback<Annotations['create']>(
    (passage, { kind, colour, replyTo }) => {
      const id = AnnotationId.parse(crypto.randomUUID());
      const { section, start, end, language } = passage;
      const text = found.texts[language]?.sections.find((one) => one.id === section)?.text ?? '';
      change((old) => [
        ...old,
        provisional({
          id,
          kind,
          colour,
          passage,
          found,
          quote: text.slice(start, end),
          replyTo: replyTo ?? null,
        }),
      ]);
      const stored = createAsync({
        id,
        caseId: found.id,
        language,
        section,
        start,
        end,
        kind,
        colour,
        ...(replyTo === undefined ? {} : { replyTo }),
      })
        .then((full) =>
          change((old) => old.map((one) => (one.id === id ? { ...full, ...unsaved(one) } : one))),
        )
        .catch((error: unknown) => {
          change((old) => old.filter((one) => one.id !== id));
          fail(error);
        })
        .finally(() => pending.current.delete(id));
      pending.current.set(id, stored);
      announce(t('reader.marked', { colour: t(`reader.colour.${colour}`) }));
      return id;
    },
    [change, createAsync, fail, found, t],
  );

  const update = useCallback<Annotations['update']>(
    async (id, patch) => {
      const { tags, ...rest } = patch;
      const full = { ...rest, ...(tags === undefined ? {} : { tags: [...tags] }) };
      change((old) => old.map((one) => (one.id === id ? { ...one, ...full } : one)));
      await pending.current.get(id);
      await updateAsync({ id, ...full });
      announce(t('reader.saved'));
    },
    [change, updateAsync, t],
  );

  const remove = useCallback<Annotations['remove']>(
    (note) => {
      change((old) => old.filter(({ id }) => id !== note.id));
      removeAsync({ ids: [note.id] }).then(() => acts.offerUndo(t('reader.removed', { count: 1 })), fail);
    },
    [change, removeAsync, acts, fail, t],
  );

  const confirm = useCallback<Annotations['confirm']>(
    (ids) => {
      confirmAsync({ ids: [...ids] }).then(({ changed }) => {
        void refresh();
        acts.offerUndo(t('reader.confirmed', { count: changed }));
      }, fail);
    },
    [confirmAsync, refresh, acts, fail, t],
  );

  const place = useCallback<Annotations['place']>(
    (id, { section, start, end }) => {
      placeAsync({ id, section, start, end }).then(() => {
        void refresh();
        acts.offerUndo(t('reader.placed'));
      }, fail);
    },
    [placeAsync, refresh, acts, fail, t],
  );

  const createOnFigure = useCallback<Annotations['createOnFigure']>(
    (figureId, language, colour) => {
      const id = AnnotationId.parse(crypto.randomUUID());
      const on = { kind: 'figure', figureId } as const;
      const stored = createOnAsync({ id, caseId: found.id, language, kind: 'note', colour, on })
        .then((full) => change((old) => [...old, full]))
        .catch(fail)
        .finally(() => pending.current.delete(id));
      pending.current.set(id, stored);
      return id;
    },
    [createOnAsync, change, fail, found],
  );

  return { all: data ?? [], create, update, remove, confirm, place, createOnFigure };
}

/** What the user wrote while the first call was still on its way. */
function unsaved({
  body,
  tags,
  kind,
  colour,
}: Annotation): Pick<Annotation, 'body' | 'tags' | 'kind' | 'colour'> {
  return { body, tags, kind, colour };
}

/** A note as it will be, until the stored one is there. */
function provisional(note: {
  readonly id: Annotation['id'];
  readonly kind: AnnotationKind;
  readonly colour: AnnotationColour;
  readonly passage: Passage;
  readonly found: Case;
  readonly quote: string;
  readonly replyTo: Annotation['id'] | null;
}): Annotation {
  const { id, kind, colour, passage, found, quote, replyTo } = note;
  const { section, start, end, language } = passage;
  const now = new Date().toISOString();
  return {
    id,
    caseId: found.id,
    language,
    kind,
    colour,
    body: '',
    tags: [],
    target: {
      source: `urn:okm:case:${found.id}:${language}`,
      section,
      textHash: '',
      selector: [
        { type: 'TextPositionSelector', start, end },
        { type: 'TextQuoteSelector', prefix: '', exact: quote, suffix: '' },
      ],
    },
    status: 'anchored',
    range: { section, start, end },
    replyTo,
    createdAt: now,
    modifiedAt: now,
  };
}
