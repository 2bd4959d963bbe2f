import { z } from 'zod';
import { AnnotationColour, AnnotationKind } from '#contract/annotations.ts';

/** Which notes are listed, as the address keeps it. */
export const NotesAddress = z.object({
  q: z.string().max(200).optional().catch(undefined),
  colour: AnnotationColour.optional().catch(undefined),
  kind: AnnotationKind.optional().catch(undefined),
  /** The note that is selected. */
  at: z.string().max(64).optional().catch(undefined),
  tag: z.string().max(80).optional().catch(undefined),
});
export type NotesAddress = z.infer<typeof NotesAddress>;
