import type { Annotation } from '#contract/annotations.ts';
import type { NoteDeeds } from '../../app/notes/note-types.ts';
import type { Annotations } from './use-annotations.ts';
import type { NoteState } from './use-note-state.ts';

/** What can be done with one note of an open case. */
export function deedsOf(note: Annotation, annotations: Annotations, state: NoteState): NoteDeeds {
  return {
    onEdit: (what) => state.edit(note.id, what),
    onUpdate: (patch) => annotations.update(note.id, patch),
    onRemove: () => annotations.remove(note),
    onConfirm: () => annotations.confirm([note.id]),
    onAnswer: () => {
      if (note.range === null) return;
      const passage = { ...note.range, language: note.language };
      const id = annotations.create(passage, { kind: 'answer', colour: note.colour, replyTo: note.id });
      state.edit(id, 'body');
    },
    onPickPlace: note.on === undefined ? () => state.pickPlace(note.id) : undefined,
  };
}
