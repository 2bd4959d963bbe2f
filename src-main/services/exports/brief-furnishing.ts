import type { PlacedPicture } from './brief-pictures.ts';
import type { Logo } from './read-logo.ts';

/** What a brief carries beside its words. */
export interface BriefFurnishing {
  readonly logo: Logo | undefined;
  readonly pictures: readonly PlacedPicture[];
}

export const unfurnished: BriefFurnishing = { logo: undefined, pictures: [] };
