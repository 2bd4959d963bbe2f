import type { AnnotationColour, AnnotationKind } from '#contract/annotations.ts';

/** The field of a note that is open. */
export type Editing = 'body' | 'tags';

/** What is changed of a note. */
export interface NotePatch {
  readonly kind?: AnnotationKind;
  readonly colour?: AnnotationColour;
  readonly body?: string;
  readonly tags?: readonly string[];
}

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
