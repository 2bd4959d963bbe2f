import type { Actor, StageId } from '#contract/case.ts';
import type { Case } from '#contract/case-tree.ts';
import { idsOf } from '#contract/vocabulary.ts';

/** The actors that a case names; none where it states none. */
export function actorsOf({ front }: Case): readonly Actor[] {
  return typeof front.actors === 'string' ? [] : front.actors;
}

/** The stages that an actor is said to act in. */
export function stagesOf({ stages }: Actor): readonly StageId[] {
  return typeof stages === 'string' ? [] : stages;
}

/** The actors in the order of their roles, leaders first in each. */
export function inOrder(actors: readonly Actor[]): Actor[] {
  const roles = idsOf('role');
  return actors.toSorted(
    (a, b) =>
      roles.indexOf(a.role) - roles.indexOf(b.role) || Number(b.lead ?? false) - Number(a.lead ?? false),
  );
}

/** Who acts on whom, as places in a list of actors: `[from, to]`; and how many names are not in the list. */
export function tiesOf(actors: readonly Actor[]): {
  readonly ties: readonly (readonly [number, number])[];
  readonly unknown: number;
} {
  const at = new Map(actors.map(({ name }, index) => [name.zh, index]));
  let unknown = 0;
  const ties = actors.flatMap((actor, from) =>
    (actor.with ?? []).flatMap((name) => {
      const to = at.get(name);
      if (to === undefined) unknown += 1;
      return to === undefined || to === from ? [] : [[from, to] as const];
    }),
  );
  return { ties, unknown };
}
