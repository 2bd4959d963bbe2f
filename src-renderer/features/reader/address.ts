import { z } from 'zod';
import { CaseId } from '#contract/ids.ts';

/** What one open case shows. */
export const PaneAddress = z.object({
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
export type PaneAddress = z.infer<typeof PaneAddress>;

/** What the reader shows, as its address keeps it: one case, and perhaps another beside it. */
export const ReaderAddress = PaneAddress.extend({
  beside: PaneAddress.extend({ case: CaseId }).optional().catch(undefined),
});
export type ReaderAddress = z.infer<typeof ReaderAddress>;

/** An open case's own part of the address, and what changes it without a step for going back. */
export interface Pane {
  readonly name: 'main' | 'beside';
  readonly address: PaneAddress;
  readonly change: (patch: Partial<PaneAddress>) => void;
  /** Whether another case stands beside it, so that there is no room for outline and margin. */
  readonly isSplit: boolean;
  /** Opens another case beside this one. */
  readonly onBeside: ((id: CaseId) => void) | undefined;
  /** Puts this one away again. */
  readonly onClose: (() => void) | undefined;
}
