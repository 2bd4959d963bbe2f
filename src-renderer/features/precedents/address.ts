import { z } from 'zod';
import { Site } from '#contract/precedents.ts';

/** The place that precedents are looked for, as the address keeps it; what is not understood is left out. */
export const PrecedentsAddress = z.object({
  type: Site.shape.type.catch(undefined),
  level: Site.shape.level.catch(undefined),
  space: Site.shape.space.catch(undefined),
  challenge: Site.shape.challenge.catch(undefined),
  lead: Site.shape.lead.catch(undefined),
  funding: Site.shape.funding.catch(undefined),
  years: Site.shape.years.catch(undefined),
  text: Site.shape.text.catch(undefined),
});
export type PrecedentsAddress = z.infer<typeof PrecedentsAddress>;
