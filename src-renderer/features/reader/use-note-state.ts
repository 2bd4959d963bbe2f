import { useCallback, useMemo, useState } from 'react';
import type { Editing } from '../../app/notes/note-types.ts';

/** Which note is in hand, and which of its fields is open. */
export interface NoteState {
  readonly active: string | undefined;
  readonly editing: { readonly id: string; readonly what: Editing } | undefined;
  /** The note that waits for a place in the text to be picked. */
  readonly placing: string | undefined;
  readonly activate: (id: string | undefined) => void;
  readonly edit: (id: string, what: Editing | undefined) => void;
  readonly pickPlace: (id: string | undefined) => void;
}

/** {@link NoteState} of one open case. */
export function useNoteState(first: string | undefined): NoteState {
  const [active, setActive] = useState<string | undefined>(first);
  const [placing, pickPlace] = useState<string>();
  const [editing, setEditing] = useState<NoteState['editing']>();
  const activate = useCallback((id: string | undefined) => {
    setActive(id);
    setEditing((now) => (now?.id === id ? now : undefined));
  }, []);
  const edit = useCallback((id: string, what: Editing | undefined) => {
    setActive((now) => (what === undefined ? (now === id ? undefined : now) : id));
    setEditing((now) => (what === undefined ? (now?.id === id ? undefined : now) : { id, what }));
  }, []);
  return useMemo(
    () => ({ active, editing, placing, activate, edit, pickPlace }),
    [active, editing, placing, activate, edit],
  );
}
