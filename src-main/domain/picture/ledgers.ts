import type { Figure } from '#contract/case.ts';
import type { Case } from '#contract/case-tree.ts';
import { baseUnit, figureRange } from '#contract/figure-units.ts';
import { yearOf } from './pen.ts';

/** One quantity of a case, as its sources tell it. */
export interface Ledger {
  readonly case: Case;
  readonly accounts: readonly Figure[];
  readonly verdict: Verdict;
}

/**
 * What the accounts of one year, or of none, are to each other: told differently by different sources, told twice
 * by the same ones (who then count two things), or no contradiction.
 */
export type Verdict = 'disputed' | 'twice' | 'agreed';
export const verdicts: readonly Verdict[] = ['disputed', 'twice', 'agreed'];

/** The quantities of a case that are told more than once, accounts in order of their years. */
export function ledgersOf(one: Case): Ledger[] {
  const { figures } = one.front;
  // Most quantities are told once: those are left aside before anything is looked at closely.
  const told = new Map<string, number>();
  for (const { quantity } of figures) told.set(quantity, (told.get(quantity) ?? 0) + 1);
  const several = figures.filter(({ quantity }) => (told.get(quantity) ?? 0) > 1);
  if (several.length === 0) return [];
  const byQuantity = Map.groupBy(several, ({ quantity, unit }) => `${quantity} ${baseOf(unit.zh)}`);
  return [...byQuantity.values()].flatMap((same) => {
    if (same.length < 2) return [];
    const accounts = same.toSorted((a, b) => (yearOf(a.asOf) ?? 9999) - (yearOf(b.asOf) ?? 9999));
    const differing = accounts.flatMap((figure, index) =>
      accounts
        .slice(index + 1)
        .filter((other) => other.asOf === figure.asOf && !isSameAmount(other, figure))
        .map((other) => other.refs.join() === figure.refs.join()),
    );
    const verdict = differing.includes(false) ? 'disputed' : differing.length > 0 ? 'twice' : 'agreed';
    return [{ case: one, accounts, verdict }];
  });
}

/** Whether two figures of one base unit say the same; units are taken apart only where they are written otherwise. */
function isSameAmount(a: Figure, b: Figure): boolean {
  if (a.unit.zh === b.unit.zh && typeof a.value === 'number' && typeof b.value === 'number') {
    return a.value === b.value;
  }
  return bounds(a).join() === bounds(b).join();
}

/** Least and most that a figure says, in single units. */
export function bounds(figure: Figure): readonly [number, number] {
  const { min, max } = figureRange(figure);
  return [min, max];
}

const bases = new Map<string, string>();

/** The unit without its multiplier; each is taken apart once, since thousands of figures share a few. */
function baseOf(unit: string): string {
  const known = bases.get(unit);
  if (known !== undefined) return known;
  if (bases.size >= 2000) bases.clear();
  const base = baseUnit(unit, 'zh');
  bases.set(unit, base);
  return base;
}
