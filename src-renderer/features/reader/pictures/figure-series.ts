import type { Figure, PartialDate } from '#contract/case.ts';
import { baseUnit, figureRange } from '#contract/figure-units.ts';
import { toYears } from './dates.ts';

export interface SeriesPoint {
  readonly figure: Figure;
  /** A number of years; see `toYears`. */
  readonly at: number;
  /** In single units. */
  readonly min: number;
  readonly max: number;
}

/** The accounts of one quantity at several times, oldest first. */
export interface Series {
  readonly quantity: string;
  readonly points: readonly SeriesPoint[];
}

/** The quantities of a case that are told for at least two different times, in one unit. */
export function seriesOf(figures: readonly Figure[]): Series[] {
  const groups = Map.groupBy(figures, ({ quantity, unit }) => `${quantity} ${baseUnit(unit.zh, 'zh')}`);
  return [...groups.values()].flatMap((group): Series[] => {
    const points = group
      .flatMap((figure) =>
        isDate(figure.asOf) ? [{ figure, at: toYears(figure.asOf), ...figureRange(figure) }] : [],
      )
      .sort((a, b) => a.at - b.at);
    const quantity = group[0]?.quantity ?? '';
    return new Set(points.map(({ at }) => at)).size < 2 ? [] : [{ quantity, points }];
  });
}

function isDate(value: Figure['asOf']): value is PartialDate {
  return typeof value === 'number' || /^\d{4}/.test(value);
}
