import type { NotePatch } from './use-annotations.ts';

/** The field of a note that is open. */
export type Editing = 'body' | 'tags';

/** What can be done with a note. */
export interface NoteDeeds {
  readonly onEdit: (what: Editing | undefined) => void;
  readonly onUpdate: (patch: NotePatch) => Promise<void>;
  readonly onRemove: () => void;
  readonly onConfirm: () => void;
  readonly onAnswer: () => void;
  /** Lets the user pick the note's place in the text; absent where there is no text to pick in. */
  readonly onPickPlace?: (() => void) | undefined;
}
