import type { Actor } from '#contract/case.ts';
import { idsOf } from '#contract/vocabulary.ts';

/** The actors in the order of their roles, leaders first in each. */
export function inOrder(actors: readonly Actor[]): Actor[] {
  const roles = idsOf('role');
  return actors.toSorted(
    (a, b) =>
      roles.indexOf(a.role) - roles.indexOf(b.role) || Number(b.lead ?? false) - Number(a.lead ?? false),
  );
}

/** Who acts on whom, as places in a list of actors: `[from, to]`. Names that are not in the list are left out. */
export function tiesOf(actors: readonly Actor[]): (readonly [number, number])[] {
  return actors.flatMap((actor, from) =>
    (actor.with ?? []).flatMap((name) => {
      const to = actors.findIndex(({ name: other }) => other.zh === name);
      return to < 0 || to === from ? [] : [[from, to] as const];
    }),
  );
}
