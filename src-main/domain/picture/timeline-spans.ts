import type { Case } from '#contract/case-tree.ts';
import type { PictureList } from '#contract/pictures.ts';
import { yearOf } from './pen.ts';
import { entriesOf, valuesOf } from './values.ts';

/** A case on the years. */
export interface Span {
  readonly case: Case;
  readonly start: number | undefined;
  /** Undefined while it goes on, or where no end is stated. */
  readonly end: number | undefined;
  /** The end is stated before the start. */
  readonly isBackwards: boolean;
  /** Years with a fraction for the month where it is known. */
  readonly events: readonly number[];
}

/** A case's years and dated facts as numbers. */
export function toSpan(one: Case): Span {
  const { period, events } = one.front;
  const start = exactYear(period.start);
  const end = exactYear(period.end);
  const isBackwards = start !== undefined && end !== undefined && end < Math.floor(start);
  return {
    case: one,
    start,
    end: isBackwards ? undefined : end,
    isBackwards,
    events: events.flatMap(({ date }) => exactYear(date) ?? []),
  };
}

/**
 * The years that cases begin and end in, to the newest review. Facts from long before a case began would stretch
 * the line so that nothing else could be read: they count only where no case states its start.
 */
export function yearsOf(spans: readonly Span[]): { readonly from: number; readonly to: number } | undefined {
  const stated = spans.flatMap(({ start, end }) => [start ?? [], end ?? []].flat());
  const dates = stated.length > 0 ? stated : spans.flatMap(({ events }) => events);
  if (dates.length === 0) return undefined;
  const reviewed = spans.flatMap((span) => yearOf(span.case.front.reviewed) ?? []);
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const year of dates) {
    from = Math.min(from, Math.floor(year));
    to = Math.max(to, Math.floor(year));
  }
  for (const year of reviewed) to = Math.max(to, year);
  return { from, to };
}

/** Spans by the values of a list, in its order, each group from the earliest on; those that say nothing come last. */
export function groupSpans(
  spans: readonly Span[],
  by: PictureList,
): readonly { readonly id: string; readonly spans: readonly Span[] }[] {
  const groups = new Map<string, Span[]>(entriesOf(by).map(({ id }) => [id, []]));
  groups.set('not-stated', []);
  for (const span of spans) {
    const values = valuesOf(span.case, by);
    for (const id of values.length === 0 ? ['not-stated'] : values) groups.get(id)?.push(span);
  }
  const first = ({ start, events }: Span) => start ?? Math.min(9999, ...events);
  return [...groups]
    .filter(([, members]) => members.length > 0)
    .map(([id, members]) => ({ id, spans: members.toSorted((a, b) => first(a) - first(b)) }));
}

function exactYear(date: string | number | null | undefined): number | undefined {
  const year = yearOf(date);
  if (year === undefined) return undefined;
  const month = Number(String(date).slice(5, 7));
  return month >= 1 && month <= 12 ? year + (month - 1) / 12 : year;
}
