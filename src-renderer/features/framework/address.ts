import { z } from 'zod';

/** The framework page opens at a word: `dimensions.value.needs`. */
export const FrameworkAddress = z.object({
  at: z
    .string()
    .regex(/^[a-z]+\.[a-z.-]+$/)
    .max(60)
    .optional()
    .catch(undefined),
});
export type FrameworkAddress = z.infer<typeof FrameworkAddress>;
