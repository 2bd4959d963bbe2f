import type { Case } from '#contract/case-tree.ts';
import { PictureInput } from '#contract/pictures.ts';

/** What to draw, in full, from its name and what differs from the rule. */
export const wanted = (name: PictureInput['name'], rest: Partial<PictureInput> = {}) =>
  PictureInput.parse({ name, language: 'zh', ...rest });

/** A copy of a case with other front matter. */
export const altered = (one: Case, id: string, front: Partial<Case['front']>): Case => ({
  ...one,
  id: id as Case['id'],
  front: { ...one.front, ...front },
});
