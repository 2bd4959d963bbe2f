import { type Range, toRange } from './edges.ts';
import {
  contextOf,
  findClosest,
  findExact,
  overlap,
  type Place,
  type PreparedSection,
  toWanted,
} from './places.ts';
import type { Selectors } from './selectors.ts';
import { findBySurroundings } from './surroundings.ts';

/** A place that an orphan may belong to, for a person to judge. */
export interface Candidate extends Range {
  /** Share of the quote that reads the same there, 0 to 1. */
  readonly likeness: number;
}

/** Beyond this share of differences nothing reminds of the quote any more. */
const MAX_ERRORS = 0.6;

/** The places where a lost note may belong, the likeliest first; none is chosen. */
export function findCandidates(
  selectors: Selectors,
  sections: readonly PreparedSection[],
  limit: number,
): Candidate[] {
  const wanted = toWanted(selectors);
  if (wanted.exact === '') return [];
  const found: { place: Place; likeness: number; context: number }[] = [];
  const add = (place: Place, likeness: number) => {
    if (found.some((one) => overlap(one.place, place))) return;
    found.push({ place, likeness, context: contextOf(wanted, place) });
  };
  const around = findBySurroundings(wanted, sections, 0.5);
  if (around && around.lost <= MAX_ERRORS) add(around.place, 1 - around.lost);
  for (const section of sections) for (const place of findExact(wanted.exact, section)) add(place, 1);
  while (found.length < limit) {
    const masked = found.map(({ place }) => place);
    const [next] = findClosest(wanted.exact, sections, MAX_ERRORS, masked);
    if (!next) break;
    add(next, 1 - next.errors);
    if (found.length === masked.length) break;
  }
  return found
    .sort((a, b) => b.likeness + b.context - a.likeness - a.context)
    .slice(0, limit)
    .map(({ place, likeness }) => ({ ...toRange(place, selectors.exact), likeness }));
}
