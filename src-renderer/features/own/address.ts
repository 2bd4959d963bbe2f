import { z } from 'zod';
import { OwnCaseKey } from '#contract/own-cases.ts';

/** What the place of own cases shows: the list, or one case under edit. */
export const OwnAddress = z.object({
  case: OwnCaseKey.optional().catch(undefined),
  /** The case's text in its other language. */
  text: z.enum(['main', 'other']).optional().catch(undefined),
});
export type OwnAddress = z.infer<typeof OwnAddress>;
