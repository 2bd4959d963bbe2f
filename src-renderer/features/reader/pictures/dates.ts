import type { PartialDate } from '#contract/case.ts';

/** A date as a number of years, at the middle of what is known: 2019 is 2019.5, 2019-05 about 2019.38. */
export function toYears(date: PartialDate): number {
  const [year = 0, month, day] = String(date).split('-').map(Number);
  if (month === undefined) return year + 0.5;
  if (day === undefined) return year + (month - 0.5) / 12;
  return year + (month - 1) / 12 + (day - 0.5) / 365;
}

/** Round years for an axis: at most so many, at steps of 1, 2, 5, 10, 20 or 50. */
export function axisYears(from: number, to: number, most: number): number[] {
  const first = Math.floor(from);
  const last = Math.ceil(to);
  const step = [1, 2, 5, 10, 20, 50, 100].find((size) => (last - first) / size < most) ?? 100;
  const years: number[] = [];
  for (let year = Math.ceil(first / step) * step; year <= last; year += step) years.push(year);
  return years;
}
