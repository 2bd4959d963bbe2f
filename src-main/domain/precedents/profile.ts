import type { Case } from '#contract/case-tree.ts';
import type { CaseId } from '#contract/ids.ts';

/** What of a case is set beside a place; a kind of nothing (`not-stated` …) is an empty list. */
export interface Profile {
  readonly id: CaseId;
  readonly type: Case['front']['type'];
  readonly level: Case['front']['level'];
  readonly space: readonly string[];
  readonly challenge: readonly string[];
  /** Roles of the actors that lead. */
  readonly lead: readonly string[];
  readonly funding: readonly string[];
  /** Year it began. */
  readonly year: number | undefined;
  readonly status: string;
  readonly title: Case['front']['title'];
  readonly reviewed: string;
}

/** What of a case is set beside a place. */
export function profileOf({ id, front }: Case): Profile {
  const listed = <T>(value: readonly T[] | string): readonly T[] => (typeof value === 'string' ? [] : value);
  const actors = listed(front.actors);
  const leading = actors.filter(({ lead }) => lead === true);
  const year = Number(String(front.period.start).slice(0, 4));
  return {
    id,
    type: front.type,
    level: front.level,
    space: listed(front.space),
    challenge: listed(front.challenges),
    lead: [...new Set(leading.map(({ role }) => role))],
    funding: [...new Set(listed(front.funding).map(({ kind }) => kind))],
    year: Number.isInteger(year) ? year : undefined,
    status: front.period.status,
    title: front.title,
    reviewed: String(front.reviewed),
  };
}
