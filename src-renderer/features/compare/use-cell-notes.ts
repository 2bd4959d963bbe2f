import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Annotation } from '#contract/annotations.ts';
import { AnnotationId, type CaseId, type ComparisonId } from '#contract/ids.ts';
import type { RowKey } from '#contract/rows.ts';
import { useApi } from '../../app/api/use-api.tsx';
import { useFailure } from '../../app/api/use-failure.ts';
import { useLanguage, useT } from '../../app/i18n/use-t.tsx';
import type { Editing, NoteDeeds } from '../../app/notes/note-types.ts';
import { useSettings } from '../../app/preferences/use-settings.ts';
import { useStoredActs } from '../../app/undo/use-acts.ts';
import { announce } from '../../ui/live-region/live-region.tsx';
import { showToast } from '../../ui/toast/toast-queue.ts';

/** The user's notes on the cells of an open comparison. */
export interface CellNotes {
  readonly of: (row: RowKey, caseId: string) => readonly Annotation[];
  readonly editing: { readonly id: string; readonly what: Editing } | undefined;
  /** Opens the field of a new note; it is stored with its first word. */
  readonly begin: (row: RowKey, caseId: CaseId) => void;
  readonly deedsOf: (note: Annotation) => NoteDeeds;
}

/** {@link CellNotes} of a comparison. */
export function useCellNotes(comparisonId: ComparisonId): CellNotes {
  const { client, query } = useApi();
  const queryClient = useQueryClient();
  const t = useT();
  const describe = useFailure();
  const language = useLanguage();
  const acts = useStoredActs();
  const { highlight } = useSettings();
  const { data } = useQuery(query.annotations.list.queryOptions({ input: { comparisonId } }));
  const [begun, setBegun] = useState<Annotation>();
  const [editing, setEditing] = useState<CellNotes['editing']>();

  return useMemo(() => {
    const refresh = () => queryClient.invalidateQueries({ queryKey: query.annotations.key() });
    const fail = (error: unknown) => {
      const { what, next } = describe(error);
      showToast({ tone: 'failed', title: what, detail: next });
      announce(what, 'urgent');
    };
    const stored = data ?? [];
    const isStored = (id: string) => stored.some((one) => one.id === id);
    const all = begun === undefined || isStored(begun.id) ? stored : [...stored, begun];
    return {
      of: (row, caseId) =>
        all.filter(({ on, caseId: its }) => on?.kind === 'cell' && on.row === row && its === caseId),
      editing,
      begin: (row, caseId) => {
        const note = blankNote({ comparisonId, row, caseId, language, colour: highlight });
        setBegun(note);
        setEditing({ id: note.id, what: 'body' });
      },
      deedsOf: (note) => ({
        onEdit: (what) => {
          setEditing(what === undefined ? undefined : { id: note.id, what });
          if (what === undefined && note.id === begun?.id) setBegun(undefined);
        },
        onUpdate: async ({ tags, ...rest }) => {
          const patch = { ...rest, ...(tags === undefined ? {} : { tags: [...tags] }) };
          if (isStored(note.id)) await client.annotations.update({ id: note.id, ...patch });
          else if (patch.body === undefined || patch.body === '') {
            setBegun((old) => (old?.id === note.id ? { ...old, ...patch } : old));
            return;
          } else if (note.on !== undefined) {
            const { id, caseId, colour, on } = note;
            await client.annotations.createOn({ id, caseId, language, kind: 'note', colour, on, ...patch });
          }
          announce(t('reader.saved'));
          await refresh();
        },
        onRemove: () => {
          setEditing(undefined);
          setBegun(undefined);
          if (!isStored(note.id)) return;
          client.annotations.remove({ ids: [note.id] }).then(() => {
            void refresh();
            acts.offerUndo(t('reader.removed', { count: 1 }));
          }, fail);
        },
        onConfirm: () => {
          client.annotations.confirm({ ids: [note.id] }).then(() => void refresh(), fail);
        },
        onAnswer: () => undefined,
      }),
    };
  }, [
    data,
    begun,
    editing,
    comparisonId,
    client,
    query,
    queryClient,
    describe,
    language,
    acts,
    highlight,
    t,
  ]);
}

/** A note that is being written and has no word yet. */
function blankNote(at: {
  readonly comparisonId: ComparisonId;
  readonly row: RowKey;
  readonly caseId: CaseId;
  readonly language: Annotation['language'];
  readonly colour: Annotation['colour'];
}): Annotation {
  const { comparisonId, row, caseId, language, colour } = at;
  const now = new Date().toISOString();
  return {
    id: AnnotationId.parse(crypto.randomUUID()),
    caseId,
    language,
    kind: 'note',
    colour,
    body: '',
    tags: [],
    target: {
      source: `urn:okm:comparison:${comparisonId}#${row}/${caseId}`,
      section: null,
      textHash: '',
      selector: [
        { type: 'TextPositionSelector', start: 0, end: 0 },
        { type: 'TextQuoteSelector', prefix: '', exact: '', suffix: '' },
      ],
    },
    status: 'anchored',
    range: null,
    replyTo: null,
    on: { kind: 'cell', comparisonId, row },
    createdAt: now,
    modifiedAt: now,
  };
}
