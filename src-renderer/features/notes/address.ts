import { z } from 'zod';
import {
  AnchorStatus,
  AnnotationColour,
  AnnotationKind,
  type NoteFilter,
  NoteGrouping,
} from '#contract/annotations.ts';
import { CaseId } from '#contract/ids.ts';

/** Which notes are listed, as the address keeps it. */
export const NotesAddress = z.object({
  q: z.string().max(200).optional().catch(undefined),
  colour: AnnotationColour.optional().catch(undefined),
  kind: AnnotationKind.optional().catch(undefined),
  status: z.array(AnchorStatus).max(4).optional().catch(undefined),
  tag: z.string().max(80).optional().catch(undefined),
  case: CaseId.optional().catch(undefined),
  collection: z.uuid().optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  group: NoteGrouping.optional().catch(undefined),
  bin: z.boolean().optional().catch(undefined),
  /** The note that is selected. */
  at: z.string().max(64).optional().catch(undefined),
});
export type NotesAddress = z.infer<typeof NotesAddress>;

/** The address's conditions as the contract asks for them. */
export function toFilter(address: NotesAddress): NoteFilter {
  const { q, colour, kind, status, tag, collection, from, to, bin } = address;
  const caseId = address.case;
  return {
    ...(q === undefined || q.trim() === '' ? {} : { text: q }),
    ...(colour === undefined ? {} : { colours: [colour] }),
    ...(kind === undefined ? {} : { kinds: [kind] }),
    ...(status === undefined ? {} : { statuses: status }),
    ...(tag === undefined ? {} : { tags: [tag] }),
    ...(caseId === undefined ? {} : { caseIds: [caseId] }),
    ...(collection === undefined ? {} : { collectionId: collection }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(bin === true ? { inBin: true } : {}),
  };
}
