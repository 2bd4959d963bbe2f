import type { Actor, StageId } from '#contract/case.ts';
import type { Case } from '#contract/case-tree.ts';
import type { Bilingual } from '#contract/ids.ts';
import { vocabulary } from '#contract/vocabulary.ts';
import { ledgersOf } from '../picture/ledgers.ts';

/** Something that a case leaves open, and that someone who was there could tell. */
export type Gap =
  | { readonly id: PlainGap }
  | { readonly id: 'stages'; readonly stages: readonly StageId[] }
  | { readonly id: 'actor-stages' | 'actor-ties'; readonly names: readonly Bilingual[] }
  | { readonly id: 'figure-year'; readonly counts: readonly Bilingual[] }
  /** Sources give different numbers. */
  | {
      readonly id: 'figure-disputed';
      readonly counts: Bilingual;
      readonly figures: Case['front']['figures'];
    };

export const plainGaps = [
  'start',
  'end',
  'actors',
  'lead',
  'funding',
  'funding-amount',
  'participation',
  'tools',
  'role',
  'capability',
  'sustainability',
  'transfer',
  'figures',
  'independent-voice',
  'point',
] as const;
export type PlainGap = (typeof plainGaps)[number];

/** More names in one question could not be asked in one breath. */
const MOST_NAMES = 6;

/** What a case leaves open, in the order in which one would ask: beginnings, people, money, course, results. */
export function gapsOf(one: Case): Gap[] {
  const { front, evidence } = one;
  const { period, actors, funding, concerns } = front;
  const people: readonly Actor[] = typeof actors === 'string' ? [] : actors;
  const covered = new Set(typeof front.lifecycle === 'string' ? [] : front.lifecycle.map(({ id }) => id));
  const { law, plan, scholarly, press } = evidence.sources;
  const isOver = period.status === 'ended' || period.status === 'stopped' || period.status === 'failed';
  const isOpen: Readonly<Record<PlainGap, boolean>> = {
    start: !isDated(period.start),
    end: isOver && !isDated(period.end),
    actors: people.length === 0,
    lead: people.length > 0 && people.every(({ lead }) => lead !== true),
    funding: typeof funding === 'string',
    'funding-amount':
      typeof funding !== 'string' &&
      !front.figures.some(({ unit }) => /元|镑|铢|盾|马克|卢比|比索|雷亚尔/.test(unit.zh)),
    participation: typeof front.participation === 'string',
    tools: typeof front.tools === 'string',
    role: typeof concerns.role === 'string',
    capability: typeof concerns.capability === 'string',
    sustainability: typeof concerns.sustainability === 'string',
    transfer: front.transfer.length === 0,
    figures: front.figures.length === 0,
    'independent-voice': law + plan + scholarly + press === 0,
    point: front.place.point === undefined,
  };
  const plain = (...ids: readonly PlainGap[]): Gap[] => ids.flatMap((id) => (isOpen[id] ? [{ id }] : []));
  const stages = vocabulary.lifecycle.map(({ id }) => id).filter((id) => !covered.has(id));
  const named = (list: readonly Actor[]) => list.slice(0, MOST_NAMES).map(({ name }) => name);
  const stageless = people.filter((actor) => typeof actor.stages === 'string');
  const tied = new Set(people.flatMap((actor) => actor.with ?? []));
  const alone = people.filter((actor) => (actor.with ?? []).length === 0 && !tied.has(actor.name.zh));
  const undated = front.figures.filter(({ asOf }) => !isDated(asOf)).slice(0, MOST_NAMES);
  return [
    ...plain('point', 'start', 'end', 'actors', 'lead'),
    ...(stageless.length > 0 ? [{ id: 'actor-stages', names: named(stageless) } as const] : []),
    ...(alone.length > 0 ? [{ id: 'actor-ties', names: named(alone) } as const] : []),
    ...plain('role', 'funding', 'funding-amount', 'tools', 'participation'),
    ...(stages.length > 0 ? [{ id: 'stages', stages } as const] : []),
    ...plain('capability', 'sustainability', 'figures'),
    ...ledgersOf(one)
      .filter(({ verdict }) => verdict === 'disputed')
      .flatMap(({ accounts }): Gap[] => {
        const [first] = accounts;
        return first === undefined
          ? []
          : [{ id: 'figure-disputed', counts: first.counts, figures: [...accounts] }];
      }),
    ...(undated.length > 0
      ? [{ id: 'figure-year', counts: undated.map(({ counts }) => counts) } as const]
      : []),
    ...plain('transfer', 'independent-voice'),
  ];
}

function isDated(date: string | number | undefined | null): boolean {
  return /^\d{4}/.test(String(date ?? ''));
}
