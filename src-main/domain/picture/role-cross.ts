import type { Case } from '#contract/case-tree.ts';
import { idsOf } from '#contract/vocabulary.ts';
import { actorsOf, stagesOf, tiesOf } from './actors.ts';

/** The roles of the actors of several cases, by stage and with one another; all lists hold ids of cases. */
export interface RoleCross {
  /** Cases with such an actor, by role. */
  readonly roles: readonly (readonly string[])[];
  /** `cells[role][stage]`: cases in which such an actor acts at that stage. */
  readonly cells: readonly (readonly (readonly string[])[])[];
  /** Cases led by such an actor. */
  readonly leads: readonly (readonly string[])[];
  /** Cases in which two roles act together, whoever acts on whom. */
  together(a: number, b: number): readonly string[];
  /** Actors in all, those without a stage, those without a tie, and ties to names that are no actors. */
  readonly actors: number;
  readonly stageless: number;
  readonly tieless: number;
  readonly unknown: number;
  /** Cases that state their actors. */
  readonly stated: number;
}

/** Counts who acts where and with whom; a case counts once in each place. */
export function crossActors(cases: readonly Case[]): RoleCross {
  const roles = idsOf('role');
  const stages = idsOf('lifecycle');
  const byRole = roles.map(() => new Set<string>());
  const leads = roles.map(() => new Set<string>());
  const cells = roles.map(() => stages.map(() => new Set<string>()));
  const pairs = new Map<string, Set<string>>();
  const totals = { actors: 0, stageless: 0, tieless: 0, unknown: 0, stated: 0 };
  for (const one of cases) {
    const actors = actorsOf(one);
    if (actors.length > 0) totals.stated += 1;
    totals.actors += actors.length;
    for (const actor of actors) {
      const row = roles.indexOf(actor.role);
      byRole[row]?.add(one.id);
      if (actor.lead === true) leads[row]?.add(one.id);
      const own = stagesOf(actor);
      if (own.length === 0) totals.stageless += 1;
      for (const stage of own) cells[row]?.[stages.indexOf(stage)]?.add(one.id);
    }
    const { ties, unknown } = tiesOf(actors);
    totals.unknown += unknown;
    const tied = new Set(ties.flat());
    totals.tieless += actors.length - tied.size;
    for (const [from, to] of ties) {
      const key = keyOf(roleAt(from), roleAt(to));
      const found = pairs.get(key) ?? new Set<string>();
      pairs.set(key, found.add(one.id));
    }

    function roleAt(index: number): number {
      const actor = actors[index];
      return actor === undefined ? -1 : roles.indexOf(actor.role);
    }
  }
  return {
    roles: byRole.map((found) => [...found]),
    leads: leads.map((found) => [...found]),
    cells: cells.map((row) => row.map((found) => [...found])),
    together: (a, b) => [...(pairs.get(keyOf(a, b)) ?? [])],
    ...totals,
  };
}

function keyOf(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
