import { z } from 'zod';
import { RowKey } from '#contract/rows.ts';

/** What the comparison shows, as its address keeps it. */
export const CompareAddress = z.object({
  /** Only the rows whose cells do not all say the same. */
  differ: z.boolean().optional().catch(undefined),
  /** The cases go down and the rows across. */
  turned: z.boolean().optional().catch(undefined),
  /** The cell that the focus is in: its row and its case, or `finding`. */
  row: RowKey.optional().catch(undefined),
  column: z.string().max(64).optional().catch(undefined),
  /** A note on that cell, to open at. */
  note: z.uuid().optional().catch(undefined),
  /** Set where a comparison of the waiting cases is to be made or, if there is one, opened. */
  make: z.boolean().optional().catch(undefined),
});
export type CompareAddress = z.infer<typeof CompareAddress>;
