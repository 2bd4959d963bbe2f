import { caseActorsPicture } from './case-actors-picture.ts';
import type { Drawn, Pen } from './pen.ts';
import { roleActorsPicture } from './role-actors-picture.ts';

/** Who does what with whom: by name in a case, by role over several. */
export function actorsPicture(pen: Pen): Drawn {
  const [only] = pen.cases;
  return pen.cases.length === 1 && only !== undefined ? caseActorsPicture(pen, only) : roleActorsPicture(pen);
}
