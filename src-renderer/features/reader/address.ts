import { z } from 'zod';

/** What the reader shows, as its address keeps it. */
export const ReaderAddress = z.object({
  text: z.enum(['zh', 'en', 'both']).optional().catch(undefined),
  /** A passage to open at: section, and UTF-16 offsets in its text: `background.120.150`, or only the section. */
  at: z
    .string()
    .regex(/^[a-z-]+(\.\d+\.\d+)?$/)
    .optional()
    .catch(undefined),
  /** A note to open. */
  note: z.uuid().optional().catch(undefined),
  margin: z.enum(['notes', 'sources', 'related']).optional().catch(undefined),
});
export type ReaderAddress = z.infer<typeof ReaderAddress>;
