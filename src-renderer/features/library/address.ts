import { z } from 'zod';
import { FacetId, SearchInput } from '#contract/search.ts';

/** What the library shows, as its address keeps it; a part that is not understood is left out, not refused. */
export const LibraryAddress = z.object({
  q: z.string().max(2000).optional().catch(undefined),
  filters: z
    .partialRecord(FacetId, z.array(z.string().max(80)).max(40))
    .optional()
    .catch(undefined),
  years: SearchInput.shape.years.catch(undefined),
  without: z.array(z.string().max(200)).max(40).optional().catch(undefined),
  /** What only a case's promoter says is set aside. */
  independent: z.boolean().optional().catch(undefined),
  sort: SearchInput.shape.sort.catch(undefined),
  /** The case that is previewed. */
  at: z.string().max(64).optional().catch(undefined),
  /** Whether those that only touch the question are listed too. */
  related: z.boolean().optional().catch(undefined),
});
export type LibraryAddress = z.infer<typeof LibraryAddress>;
