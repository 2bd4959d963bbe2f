import { oc } from '@orpc/contract';
import { z } from 'zod';
import { AnnotationColour, Tag } from './annotations.ts';
import { contractErrors } from './errors.ts';
import { CaseId } from './ids.ts';

/** A tag as the user's list shows it; a level above others is there even where nothing wears it itself. */
export const TagEntry = z.object({
  path: Tag,
  colour: AnnotationColour.nullable(),
  /** Notes and cases that wear it or one below it. */
  notes: z.number().int(),
  cases: z.number().int(),
});
export type TagEntry = z.infer<typeof TagEntry>;

const procedure = oc.errors(contractErrors);
const changed = z.object({ changed: z.number().int() });

export const tags = {
  list: procedure.output(z.array(TagEntry)),
  /** Gives a tag and all below it another name; one that is there already takes them in. */
  rename: procedure.input(z.strictObject({ from: Tag, to: Tag })).output(changed),
  setColour: procedure
    .input(z.strictObject({ path: Tag, colour: AnnotationColour.nullable() }))
    .output(changed),
  /** Takes a tag and all below it off everything. */
  remove: procedure.input(z.strictObject({ path: Tag })).output(changed),
  /** The tags of each case that has any. */
  ofCases: procedure.output(z.array(z.object({ caseId: CaseId, tags: z.array(Tag) }))),
  changeCases: procedure
    .input(
      z.strictObject({
        caseIds: z.array(CaseId).min(1).max(5000),
        add: z.array(Tag).max(50).optional(),
        remove: z.array(Tag).max(50).optional(),
      }),
    )
    .output(changed),
};
